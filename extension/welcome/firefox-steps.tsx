import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { Step } from './step.tsx';

export function FirefoxSteps() {
  return (
    <ol class="welcome-steps">
      <Step title={text('welcomePin')}>
        <p>{text('welcomePinFirefox')}</p>
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
