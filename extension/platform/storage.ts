/**
 * `storage.session`: in memory, gone with the browser, kept over a worker's death. Values are checked against their
 * schema when they come back; one that fails is dropped with a reason in the log.
 */
import * as v from 'valibot';
import { browser } from './browser.ts';

/** One kind of stored value: its keys start with the prefix. */
export class SessionStore<T> {
  constructor(
    private readonly prefix: string,
    private readonly schema: v.GenericSchema<unknown, T>,
  ) {}

  async get(id: string): Promise<T | null> {
    const key = this.prefix + id;
    const stored = (await browser.storage.session.get(key))[key];
    if (stored === undefined) return null;
    const parsed = v.safeParse(this.schema, stored);
    if (parsed.success) return parsed.output;
    console.warn(`Dropped ${this.prefix} record: ${parsed.issues[0].message}`);
    await browser.storage.session.remove(key);
    return null;
  }

  /** @throws when the quota is full: nothing is stored then */
  async set(id: string, value: T): Promise<void> {
    await browser.storage.session.set({ [this.prefix + id]: value });
  }

  async remove(id: string): Promise<void> {
    await browser.storage.session.remove(this.prefix + id);
  }
}
