/** What the policy says of log entries about relying parties, in words. */
import type { LoggedDatum, RelyingPartyFacts } from '../../src/policy/relying-party.ts';
import type { LogRetention, LongerRetention } from '../../src/policy/retention.ts';
import { alternatives, number } from './locale.ts';
import { text, type PlainKey } from './text.ts';

const DATUM = {
  'ip-address': 'datumIpAddress',
  browser: 'datumBrowser',
  'operating-system': 'datumOperatingSystem',
} as const satisfies Record<LoggedDatum, PlainKey>;

const LONGER_FOR = {
  'software-failures': 'longerForFailures',
  abuse: 'longerForAbuse',
} as const satisfies Record<LongerRetention['reason'], PlainKey>;

export function loggedData({ recording }: RelyingPartyFacts): string[] {
  return recording.logged.map((datum) => text(DATUM[datum]));
}

/** How long log entries are normally kept. */
export function normalRetention({ normallyLessThanDays }: LogRetention): string {
  return text('keptNormally', number(normallyLessThanDays));
}

/** When they are kept longer; null: never, as far as the policy says. */
export function longerRetention({ exceptions }: LogRetention): string | null {
  if (exceptions.length === 0) return null;
  return text('longerOnly', alternatives(exceptions.map(({ reason }) => text(LONGER_FOR[reason]))));
}
