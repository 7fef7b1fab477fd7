import { TIMELINE, type TimelineEventCode } from '../../../src/policy/timeline.ts';
import type { Source } from '../../../src/exposure/source.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { day } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';

const EVENT = {
  'ocsp-from-launch': 'eventLaunch',
  'policy-of-2018': 'eventPolicy2018',
  'subscriber-retention-limited': 'eventLimit',
  'intermediates-without-ocsp': 'eventIntermediates',
  'founding-edition': 'eventFounding',
  'crls-for-everything': 'eventCrls',
  'ocsp-through-cdn': 'eventCdn',
  'contact-address-changed': 'eventAddress',
  'end-of-ocsp-intended': 'eventIntent',
  'end-of-ocsp-planned': 'eventPlan',
  'policy-without-ocsp': 'eventPolicy2025',
  'must-staple-refused-to-new': 'eventMustStapleNew',
  'crl-urls-in-certificates': 'eventCrlUrls',
  'ocsp-urls-gone': 'eventUrlsGone',
  'must-staple-refused-to-all': 'eventMustStapleAll',
  'addresses-of-accounts-deleted': 'eventAccountAddresses',
  'responders-off': 'eventOff',
  'six-day-certificates': 'eventSixDay',
  'newest-edition': 'eventNewest',
} as const satisfies Record<TimelineEventCode, PlainKey>;

/** What happened around the policy, oldest first. */
export function Timeline() {
  return (
    <section id="policy-timeline" aria-labelledby="policy-timeline-title">
      <h3 id="policy-timeline-title">{text('policyTimelineTitle')}</h3>
      <p>{text('policyTimelineIntroduction')}</p>
      <ol class="dated timeline">
        {TIMELINE.map(({ event, date, inPolicy, sources }) => (
          <li key={event} id={`policy-timeline-${event}`} class={inPolicy ? 'in-policy' : undefined}>
            <h4>
              <time dateTime={date}>{/^\d{4}$/.test(date) ? date : day(date)}</time>
            </h4>
            <div>
              <p>
                {text(EVENT[event])}
                {inPolicy && <span class="tag">{text('policyInPolicy')}</span>}
              </p>
              <SourceLinks sources={sources} />
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

export function SourceLinks({ sources }: { sources: readonly Source[] }) {
  return (
    <ul class="source">
      {sources.map((source) => (
        <li key={'url' in source ? source.url : source.kind}>
          <SourceLink source={source} />
        </li>
      ))}
    </ul>
  );
}
