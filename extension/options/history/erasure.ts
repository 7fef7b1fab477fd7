/** What a person may erase, and how each is asked about and done. */
import type { HistoryEntry } from '../../../src/history/entry.ts';
import type { UnmatchedContact } from '../../../src/history/unmatched.ts';
import { eraseEntry, eraseHistory, erasePeriod, eraseSite } from '../../platform/history-database.ts';
import { eraseUnmatched } from '../../platform/history-unmatched.ts';
import { endpointName } from '../../ui/endpoint-name.ts';
import { inert } from '../../ui/inert.ts';
import { day, moment } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

export type Erasure =
  | { what: 'entry'; day: string; site: string }
  | { what: 'site'; site: string }
  /** First and last day, `YYYY-MM-DD`. */
  | { what: 'period'; from: string; to: string }
  /** A request that no page could be matched with. */
  | { what: 'unmatched'; contact: UnmatchedContact }
  | { what: 'all' };

export function question(erasure: Erasure): string {
  switch (erasure.what) {
    case 'entry':
      return text('historyAskEntry', inert(erasure.site), day(erasure.day));
    case 'site':
      return text('historyAskSite', inert(erasure.site));
    case 'period':
      return erasure.from === erasure.to
        ? text('historyAskDay', day(erasure.from))
        : text('historyAskPeriod', day(erasure.from), day(erasure.to));
    case 'unmatched':
      return text('historyAskUnmatched', ...unmatchedWords(erasure.contact));
    case 'all':
      return text('historyAskAll');
  }
}

/** Whether an entry would be erased. */
export function concerns(erasure: Erasure): (entry: HistoryEntry) => boolean {
  switch (erasure.what) {
    case 'entry':
      return (entry) => entry.day === erasure.day && entry.site === erasure.site;
    case 'site':
      return (entry) => entry.site === erasure.site;
    case 'period':
      return (entry) => entry.day >= erasure.from && entry.day <= erasure.to;
    case 'unmatched':
      return () => false;
    case 'all':
      return () => true;
  }
}

/** Whether a request would be erased that no page could be matched with. */
export function concernsUnmatched(erasure: Erasure): (contact: UnmatchedContact) => boolean {
  switch (erasure.what) {
    case 'entry':
      return () => false;
    case 'site':
      return ({ candidates }) => candidates.includes(erasure.site);
    case 'period':
      return (contact) => contact.day >= erasure.from && contact.day <= erasure.to;
    case 'unmatched':
      return ({ at, endpoint }) => at === erasure.contact.at && endpoint === erasure.contact.endpoint;
    case 'all':
      return () => true;
  }
}

/** To whom, and when. */
export function unmatchedWords({ at, endpoint }: UnmatchedContact): [host: string, time: string] {
  // Of another day than the one it is compared with, so that the day is said too.
  return [endpointName(endpoint), moment(at, 0)];
}

/** @throws HistoryFailure */
export function erase(erasure: Erasure): Promise<void> {
  switch (erasure.what) {
    case 'entry':
      return eraseEntry(erasure.day, erasure.site);
    case 'site':
      return eraseSite(erasure.site);
    case 'period':
      return erasePeriod(erasure.from, erasure.to);
    case 'unmatched':
      return eraseUnmatched(erasure.contact);
    case 'all':
      return eraseHistory();
  }
}
