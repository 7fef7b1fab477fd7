/** What a person may erase, and how each is asked about and done. */
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { eraseEntry, eraseHistory, erasePeriod, eraseSite } from '../../platform/history-database.ts';
import { inert } from '../../ui/inert.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

export type Erasure =
  | { what: 'entry'; day: string; site: string }
  | { what: 'site'; site: string }
  /** First and last day, `YYYY-MM-DD`. */
  | { what: 'period'; from: string; to: string }
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
    case 'all':
      return () => true;
  }
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
    case 'all':
      return eraseHistory();
  }
}
