import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { Step } from './step.tsx';

/** Firefox for Android has a menu where others have a toolbar. */
export function FirefoxSteps({ android }: { android: boolean }) {
  return (
    <ol class="welcome-steps">
      <Step title={android ? text('welcomeFindAndroid') : text('welcomePin')}>
        <p>{android ? text('welcomeFindAndroidText') : text('welcomePinFirefox')}</p>
      </Step>
      <Step title={text('welcomeOpen')}>
        <p>{text('welcomeOpenText')}</p>
      </Step>
      <Step title={text('welcomeRights')}>
        <p>{text('welcomeRightsText')}</p>
        <p>
          <a href={optionsAddress('rights')}>{text('sectionRights')}</a>
        </p>
      </Step>
    </ol>
  );
}
