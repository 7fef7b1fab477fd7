import appIcon from '../../icons/source/app.svg?no-inline';
import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { ChromiumSteps } from './chromium-steps.tsx';
import { FirefoxSteps } from './firefox-steps.tsx';

export interface WelcomeProps {
  firefox: boolean;
  android: boolean;
  siteAccess: boolean;
  /** Asks the browser for access to sites; has to run inside a click. True: given. */
  requestSiteAccess: () => Promise<boolean>;
}

/** What the extension answers, and three steps that fit the browser. */
export function Welcome({ firefox, android, siteAccess, requestSiteAccess }: WelcomeProps) {
  return (
    <main class="welcome">
      <img src={appIcon} alt="" width={64} height={64} />
      <h1>{text('welcomeTitle')}</h1>
      <p class="lead">{text('welcomeWhat')}</p>
      {firefox ? (
        <FirefoxSteps android={android} />
      ) : (
        <ChromiumSteps siteAccess={siteAccess} requestSiteAccess={requestSiteAccess} />
      )}
      <p>{text('welcomePrivacy')}</p>
      <p>
        <a href={optionsAddress('overview')}>{text('welcomeMore')}</a>
      </p>
    </main>
  );
}
