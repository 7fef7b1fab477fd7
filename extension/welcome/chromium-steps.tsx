import { useState } from 'preact/hooks';
import { FlagAddress } from '../ui/flag-address.tsx';
import { text } from '../ui/text.ts';
import { Step } from './step.tsx';
import type { WelcomeProps } from './welcome.tsx';

/** Chromium shows certificates only behind a flag, and the flag is of use only with access to sites. */
export function ChromiumSteps({ siteAccess, requestSiteAccess }: Omit<WelcomeProps, 'firefox' | 'android'>) {
  const [access, setAccess] = useState<'given' | 'missing' | 'refused'>(siteAccess ? 'given' : 'missing');
  const allow = () => {
    // Browsers ask only while the click is being handled: nothing is awaited before.
    requestSiteAccess().then(
      (given) => setAccess(given ? 'given' : 'refused'),
      () => setAccess('refused'),
    );
  };
  return (
    <ol class="welcome-steps">
      <Step title={text('welcomeFlag')}>
        <p>{text('welcomeFlagText')}</p>
        <FlagAddress />
        <p>{text('flagStepEnable')}</p>
        <p>{text('flagCost')}</p>
        {import.meta.env.MODE !== 'firefox' && <CompanionWay />}
      </Step>
      <Step title={text('welcomeAccess')}>
        <p>{text('welcomeAccessText')}</p>
        {access !== 'given' && (
          <p>
            <button type="button" class="button primary" onClick={allow}>
              {text('siteAccessAllow')}
            </button>
          </p>
        )}
        <output>
          {access === 'given' && text('welcomeAccessGiven')}
          {access === 'refused' && text('siteAccessUnchanged')}
        </output>
      </Step>
      <Step title={text('welcomeOpen')}>
        <p>{text('welcomePinChromium')}</p>
      </Step>
    </ol>
  );
}

/** For those who cannot or will not set the flag. */
function CompanionWay() {
  return (
    <section class="other-way" aria-labelledby="companion-title">
      <h3 id="companion-title">{text('companionTitle')}</h3>
      <p>{text('companionOffer')}</p>
      <p>{text('companionCost')}</p>
      <p>{text('welcomeCompanion')}</p>
    </section>
  );
}
