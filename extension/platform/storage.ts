/**
 * `storage.session`: in memory, gone with the browser, kept over a worker's death. Values are checked against their
 * schema when they come back; one that fails is dropped with a reason in the log.
 */
import * as v from 'valibot';
import { browser } from './browser.ts';
import type { SessionKind } from './stored-kinds.ts';

/** One kind of stored value: its keys start with the prefix. */
export class SessionStore<T> {
  /** @param dropped told the id of a value that could not be understood and was removed */
  constructor(
    protected readonly prefix: SessionKind,
    private readonly schema: v.GenericSchema<unknown, T>,
    private readonly dropped: (id: string) => void = () => {},
  ) {}

  async get(id: string): Promise<T | null> {
    const key = this.prefix + id;
    const stored = (await browser.storage.session.get(key))[key];
    if (stored === undefined) return null;
    const parsed = v.safeParse(this.schema, stored);
    if (parsed.success) return parsed.output;
    console.warn(`Dropped ${this.prefix} record: ${parsed.issues[0].message}`);
    this.dropped(id);
    await browser.storage.session.remove(key);
    return null;
  }

  /** @throws when the quota is full: nothing is stored then */
  async set(id: string, value: T): Promise<void> {
    await browser.storage.session.set({ [this.prefix + id]: value });
  }

  async remove(...ids: string[]): Promise<void> {
    await browser.storage.session.remove(ids.map((id) => this.prefix + id));
  }

  /** The ids of all values of this kind. */
  async ids(): Promise<string[]> {
    const keys = await sessionKeys();
    return keys.filter((key) => key.startsWith(this.prefix)).map((key) => key.slice(this.prefix.length));
  }
}

/**
 * A store of at most `capacity` values: those that this worker wrote longest ago give way, after what earlier workers
 * left. The ids are read once a worker, before the first is written.
 */
export class BoundedSessionStore<T> extends SessionStore<T> {
  /** In the order in which they give way. */
  private known: Promise<Set<string>> | null = null;

  constructor(
    prefix: SessionKind,
    schema: v.GenericSchema<unknown, T>,
    private readonly capacity: number,
  ) {
    super(prefix, schema);
  }

  override set(id: string, value: T): Promise<void> {
    return this.setAll(new Map([[id, value]]));
  }

  /** Stores values in one go. @throws when the quota is full: none is stored then */
  async setAll(values: ReadonlyMap<string, T>): Promise<void> {
    const known = await this.knownIds();
    for (const id of values.keys()) {
      known.delete(id);
      known.add(id);
    }
    const surplus = [...known].slice(0, Math.max(0, known.size - this.capacity));
    if (surplus.length > 0) await this.remove(...surplus);
    await browser.storage.session.set(
      Object.fromEntries([...values].map(([id, value]) => [this.prefix + id, value])),
    );
  }

  override async remove(...ids: string[]): Promise<void> {
    const known = await this.known;
    for (const id of ids) known?.delete(id);
    await super.remove(...ids);
  }

  private knownIds(): Promise<Set<string>> {
    this.known ??= this.ids().then(
      (ids) => new Set(ids),
      (error: unknown) => {
        // Asked again with the next value.
        this.known = null;
        throw error;
      },
    );
    return this.known;
  }

  /** Removes every value. */
  async clear(): Promise<void> {
    await this.remove(...(await this.ids()));
  }
}

/** Chromium 130 and Firefox 143 list keys without reading the values. */
async function sessionKeys(): Promise<string[]> {
  const area: object = browser.storage.session;
  if (hasKeys(area)) return area.getKeys();
  return Object.keys(await browser.storage.session.get(null));
}

function hasKeys(area: object): area is { getKeys: () => Promise<string[]> } {
  return 'getKeys' in area && typeof area.getKeys === 'function';
}
