/**
 * Where visits are kept: in memory, and each under a key of its own in `storage.session`.
 *
 * The worker may die at any moment: what it had not yet written is lost, the rest is read back when it is next needed.
 * Writes of one tab never overlap, and come a little after the change: the whole record is written each time, a page changes
 * with each of its hosts, and a write takes time from the page that loads (docs/performance.md).
 */
import * as v from 'valibot';
import type { RecordTrouble } from '../../src/exposure/exposure.ts';
import { SessionStore } from '../platform/storage.ts';
import { Postponed } from './postponed.ts';
import { VisitSchema, type VisitRecord } from './visit.ts';

/** Milliseconds from a change to its write, at least and at most. */
const SHORTEST_PAUSE = 50;
const LONGEST_PAUSE = 300;

/** A millisecond for each host, which is some times longer than writing it takes. */
function pauseBefore(visit: VisitRecord | null): number {
  const hosts = visit?.pages.reduce((sum, page) => sum + page.hosts.length, 0) ?? 0;
  return Math.min(Math.max(hosts, SHORTEST_PAUSE), LONGEST_PAUSE);
}

export class VisitStore {
  private readonly memory = new Map<number, VisitRecord>();
  private readonly writes = new Postponed(
    (tabId) => this.write(tabId),
    (tabId) => pauseBefore(this.inMemory(tabId)),
  );
  /** null: there is none; a tab that is missing was not looked up. */
  private readonly troubles = new Map<number, RecordTrouble | null>();
  private readonly stored = new SessionStore('visit:', VisitSchema, (id) => {
    this.troubles.set(Number(id), 'dropped');
    this.noteDropped(id);
  });
  /** The tabs of which a record was dropped, until a page is seen anew. */
  private readonly dropped = new SessionStore('visit-dropped:', v.literal(true));

  inMemory(tabId: number): VisitRecord | null {
    return this.memory.get(tabId) ?? null;
  }

  /** The record of a tab; null: there is none. */
  async load(tabId: number): Promise<VisitRecord | null> {
    const known = this.memory.get(tabId);
    if (known !== undefined) return known;
    try {
      return await this.stored.get(String(tabId));
    } catch (error) {
      this.fail(tabId, error);
      return null;
    }
  }

  /** Takes the record as it is from now on, and writes it soon. */
  save(tabId: number, visit: VisitRecord): void {
    this.memory.set(tabId, visit);
    this.writes.soon(tabId);
  }

  /** Writes at once what is still to be written of a tab. */
  writeNow(tabId: number): void {
    this.writes.hurry(tabId);
  }

  async remove(tabId: number): Promise<void> {
    this.memory.delete(tabId);
    this.troubles.delete(tabId);
    await this.stored.remove(String(tabId));
    await this.dropped.remove(String(tabId));
  }

  /** A new page comes: what was lost of earlier ones matters no more. */
  async seenAnew(tabId: number): Promise<void> {
    if ((await this.trouble(tabId)) !== 'dropped') return;
    this.troubles.set(tabId, null);
    await this.dropped.remove(String(tabId));
  }

  /** The tabs of which a record is stored. */
  async tabs(): Promise<number[]> {
    return (await this.stored.ids()).map(Number);
  }

  async trouble(tabId: number): Promise<RecordTrouble | null> {
    if (!this.troubles.has(tabId)) {
      const dropped = await this.dropped.get(String(tabId)).catch(() => 'unknown' as const);
      // What came up meanwhile counts; what could not be read is asked for again.
      if (dropped !== 'unknown' && !this.troubles.has(tabId))
        this.troubles.set(tabId, dropped === true ? 'dropped' : null);
    }
    return this.troubles.get(tabId) ?? null;
  }

  private noteDropped(id: string): void {
    this.dropped.set(id, true).catch((error: unknown) => {
      console.warn('That a record was dropped could not be noted.', error);
    });
  }

  private async write(tabId: number): Promise<void> {
    const visit = this.memory.get(tabId);
    // The tab was closed.
    if (visit === undefined) return;
    try {
      await this.stored.set(String(tabId), visit);
      if (this.troubles.get(tabId) === 'not-kept') this.troubles.delete(tabId);
    } catch (error) {
      this.fail(tabId, error);
    }
    // It may have been closed while the write was under way.
    if (!this.memory.has(tabId)) await this.stored.remove(String(tabId));
  }

  private fail(tabId: number, error: unknown): void {
    this.troubles.set(tabId, 'not-kept');
    console.warn('The record of a visit could not be kept for the session.', error);
  }
}
