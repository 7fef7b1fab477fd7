/**
 * The entries that the history section shows: all of them in memory, and those that the filter lets through.
 *
 * Life: filled from the database in batches, newest first; kept current by what other pages and the background tell;
 * emptied and filled anew by `reload`. With 100,000 entries no step may hold the page up, so all work is done in slices,
 * and whoever shows the list is told of its state a few times a second while it grows.
 */
import { authorityKey, type AuthorityKey } from '../../../src/history/authority.ts';
import { countEntry, type DayCount } from '../../../src/history/count.ts';
import type { HistoryEntry } from '../../../src/history/entry.ts';
import { matcher, NO_FILTER, type HistoryFilter } from '../../../src/history/filter.ts';
import { unmatchedMatcher, type UnmatchedContact } from '../../../src/history/unmatched.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { historyExists } from '../../platform/history-connection.ts';
import { readEntries, readEntry } from '../../platform/history-database.ts';
import { asHistoryFailure, type HistoryFailureReason } from '../../platform/history-failure.ts';
import { readUnmatched } from '../../platform/history-unmatched.ts';
import { Slices } from './slices.ts';

/** Milliseconds between two announcements while entries come in. */
const ANNOUNCE = 300;

export class HistoryList {
  entries: HistoryEntry[] = [];
  /** Requests that no page could be matched with, the newest first. */
  unmatched: UnmatchedContact[] = [];
  /** Those that the filter lets through, newest day first. */
  matches: HistoryEntry[] = [];
  /** The matches by day. */
  counts = new Map<string, DayCount>();
  /** Every CA among the entries, with one of its issuers to name it by. */
  authorities = new Map<AuthorityKey, Issuer>();
  /** Entries are still being read or gone through. */
  busy = true;
  failure: HistoryFailureReason | null = null;
  filter: HistoryFilter = NO_FILTER;
  /** What the filter lets through so far: shown at once while entries are read, else when all were gone through. */
  private draft = { matches: this.matches, counts: this.counts };
  private scanned = 0;
  private scan = 0;
  private load = 0;
  private announced = 0;
  private reading = Promise.resolve();

  /** The unmatched requests that the filter lets through: a few hundred a day at most. */
  get unmatchedMatches(): UnmatchedContact[] {
    return this.unmatched.filter(unmatchedMatcher(this.filter));
  }

  constructor(private readonly changed: () => void) {}

  /** Reads everything anew. */
  reload(): Promise<void> {
    this.reading = this.read();
    return this.reading;
  }

  private async read(): Promise<void> {
    this.load += 1;
    const { load } = this;
    Object.assign(this, { entries: [], unmatched: [], authorities: new Map(), busy: true, failure: null });
    this.restart();
    try {
      this.unmatched = await readUnmatched();
      if (await historyExists())
        for await (const batch of readEntries()) {
          if (load !== this.load) return;
          this.entries.push(...batch);
          await this.goThrough(this.scan);
        }
    } catch (error) {
      this.failure = asHistoryFailure(error).why;
    }
    if (load !== this.load) return;
    await this.goThrough(this.scan);
    Object.assign(this, this.draft, { busy: false });
    this.changed();
  }

  async setFilter(filter: HistoryFilter): Promise<void> {
    this.filter = filter;
    this.restart();
    this.changed();
    await this.goThrough(this.scan);
    this.changed();
  }

  /** Takes one entry out or in, as the database has it now. */
  async refresh({ day, site }: { day: string; site: string }): Promise<void> {
    await this.hasRead();
    const fresh = await readEntry(day, site);
    const rest = this.entries.filter((entry) => entry.day !== day || entry.site !== site);
    const place = rest.findIndex((entry) => entry.day < day || (entry.day === day && entry.site > site));
    if (fresh !== null) rest.splice(place < 0 ? rest.length : place, 0, fresh);
    this.entries = rest;
    await this.setFilter(this.filter);
  }

  /** Resolves when nothing is being read: an entry that is taken in meanwhile could come a second time. */
  private async hasRead(): Promise<void> {
    let awaited: Promise<void>;
    do {
      awaited = this.reading;
      await awaited;
    } while (awaited !== this.reading);
  }

  /** Reads the unmatched requests anew. */
  async refreshUnmatched(): Promise<void> {
    this.unmatched = await readUnmatched();
    this.changed();
  }

  /** Leaves out what was erased. */
  async remove(erased: (entry: HistoryEntry) => boolean): Promise<void> {
    this.entries = this.entries.filter((entry) => !erased(entry));
    await this.setFilter(this.filter);
  }

  stop(): void {
    this.load += 1;
    this.scan += 1;
  }

  private restart(): void {
    this.scan += 1;
    this.scanned = 0;
    this.draft = { matches: [], counts: new Map() };
  }

  /** Passes entries that came since through the filter, until done or begun anew. */
  private async goThrough(scan: number): Promise<void> {
    const slices = new Slices();
    const matches = matcher(this.filter);
    while (scan === this.scan && this.scanned < this.entries.length) {
      const entry = this.entries[this.scanned];
      this.scanned += 1;
      if (entry !== undefined) this.take(entry, matches(entry));
      if (slices.full()) {
        if (this.busy) Object.assign(this, this.draft);
        this.announce();
        await slices.pause();
      }
    }
    if (scan !== this.scan) return;
    Object.assign(this, this.draft);
    this.announce();
  }

  private take(entry: HistoryEntry, shown: boolean): void {
    for (const { issuer } of entry.issuers) {
      const key = authorityKey(issuer);
      if (!this.authorities.has(key)) this.authorities.set(key, issuer);
    }
    if (!shown) return;
    this.draft.matches.push(entry);
    countEntry(this.draft.counts, entry);
  }

  private announce(): void {
    const now = performance.now();
    if (now - this.announced < ANNOUNCE) return;
    this.announced = now;
    this.changed();
  }
}
