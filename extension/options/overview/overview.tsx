import { inert } from '../../ui/inert.ts';
import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { Answers } from './answers.tsx';
import { useBrowserFacts } from './browser-facts.ts';
import { Checking } from './checking.tsx';
import { PreciseWatch } from './precise-watch.tsx';
import { SiteAccess } from './site-access.tsx';
import { WhatIsSeen } from './what-is-seen.tsx';

/** This browser: what it lets the extension see, how it checks certificates, and what the answers mean. */
export function Overview({ firefox, now }: SectionProps) {
  const facts = useBrowserFacts();
  return (
    <section id="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{text('sectionOverview')}</h2>
      <p>{text('overviewIntroduction')}</p>
      {facts !== null && (
        <>
          <section id="overview-sees" aria-labelledby="overview-sees-title">
            <h3 id="overview-sees-title">{text('overviewSees', inert(facts.browser.name))}</h3>
            <WhatIsSeen facts={facts} firefox={firefox} />
          </section>
          <SiteAccess given={facts.siteAccess} />
          {firefox && <PreciseWatch now={now} />}
          <section id="overview-checking" aria-labelledby="overview-checking-title">
            <h3 id="overview-checking-title">{text('overviewChecking', inert(facts.browser.name))}</h3>
            <p>{text('overviewCheckingDefaults')}</p>
            <Checking browser={facts.browser} />
          </section>
        </>
      )}
      <Answers />
    </section>
  );
}
