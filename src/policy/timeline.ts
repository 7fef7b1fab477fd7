/** What happened around the policy: how certificates were checked, and what the editions made of it. Oldest first. */
import type { Source } from '../exposure/source.ts';
import { OCSP_URLS_GONE, RESPONDERS_OFF } from '../revocation/milestones.ts';
import { POLICY_HISTORY } from './history/history.ts';
import { PAGES } from './pages.ts';

export type TimelineEventCode =
  | 'ocsp-from-launch'
  | 'policy-of-2018'
  | 'subscriber-retention-limited'
  | 'intermediates-without-ocsp'
  | 'founding-edition'
  | 'crls-for-everything'
  | 'ocsp-through-cdn'
  | 'contact-address-changed'
  | 'end-of-ocsp-intended'
  | 'end-of-ocsp-planned'
  | 'policy-without-ocsp'
  | 'must-staple-refused-to-new'
  | 'crl-urls-in-certificates'
  | 'ocsp-urls-gone'
  | 'must-staple-refused-to-all'
  | 'addresses-of-accounts-deleted'
  | 'responders-off'
  | 'six-day-certificates'
  | 'newest-edition';

export interface TimelineEvent {
  event: TimelineEventCode;
  /** `YYYY-MM-DD`, or only as much of it as is known: `YYYY`. */
  date: string;
  /** It changed the policy itself. */
  inPolicy: boolean;
  sources: readonly [Source, ...Source[]];
}

function event(
  date: string,
  code: TimelineEventCode,
  ...sources: readonly [Source, ...Source[]]
): TimelineEvent {
  return { date, event: code, inPolicy: sources[0].kind === 'policy', sources };
}

/** The edition that bears a date, in the website's public history. */
function edition(date: string, section: string): Source {
  const found = POLICY_HISTORY.find(({ id }) => id === date);
  if (found === undefined) throw new RangeError(`No edition of ${date} is known.`);
  return { kind: 'policy', edition: date, section, url: found.url };
}

export const TIMELINE: readonly TimelineEvent[] = [
  event('2015', 'ocsp-from-launch', PAGES.intentToEndOcsp, PAGES.newLifeForCrls),
  event('2018-06-22', 'policy-of-2018', edition('2018-06-22', 'relying-party')),
  event('2020-07-21', 'subscriber-retention-limited', edition('2020-07-21', 'subscriber')),
  event('2020-09-03', 'intermediates-without-ocsp', PAGES.newRoot),
  event('2021-03-07', 'founding-edition', edition('2021-03-07', 'relying-party')),
  event('2022-09-07', 'crls-for-everything', PAGES.newLifeForCrls),
  event('2022-12-15', 'ocsp-through-cdn', PAGES.ocspCaching, PAGES.endOfOcsp),
  event('2023-08-23', 'contact-address-changed', edition('2023-08-23', 'gdpr')),
  event('2024-07-23', 'end-of-ocsp-intended', PAGES.intentToEndOcsp),
  event('2024-12-05', 'end-of-ocsp-planned', PAGES.planToEndOcsp),
  event('2025-01-15', 'policy-without-ocsp', edition('2025-01-15', 'relying-party')),
  event('2025-01-30', 'must-staple-refused-to-new', PAGES.planToEndOcsp),
  event('2025-04-24', 'crl-urls-in-certificates', PAGES.profilesInApril2025),
  event(OCSP_URLS_GONE.date, 'ocsp-urls-gone', OCSP_URLS_GONE.source),
  event('2025-05-07', 'must-staple-refused-to-all', PAGES.planToEndOcsp),
  event('2025-06-04', 'addresses-of-accounts-deleted', PAGES.expiryMailEnded, PAGES.letterOf2025),
  event(RESPONDERS_OFF.date, 'responders-off', RESPONDERS_OFF.source),
  event('2026-01-15', 'six-day-certificates', PAGES.sixDayForAll),
  event('2026-07-06', 'newest-edition', edition('2026-07-06', 'relying-party')),
];
