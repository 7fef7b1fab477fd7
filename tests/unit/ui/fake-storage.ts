/** `browser.storage` in memory, as far as pages use it; each change is told to all listeners at once. */
type Values = Record<string, unknown>;
type Listener = (changes: Record<string, { oldValue?: unknown; newValue?: unknown }>, area: string) => void;

const listeners = new Set<Listener>();

export class FakeArea {
  private values: Values = {};

  constructor(private readonly name: string) {}

  get(keys: string | null = null): Promise<Values> {
    const all = structuredClone(this.values);
    return Promise.resolve(keys === null ? all : keys in all ? { [keys]: all[keys] } : {});
  }

  set(values: Values): Promise<void> {
    const changes = Object.fromEntries(
      Object.entries(values).map(([key, newValue]) => [key, { oldValue: this.values[key], newValue }]),
    );
    this.values = { ...this.values, ...structuredClone(values) };
    for (const listener of listeners) listener(changes, this.name);
    return Promise.resolve();
  }

  remove(keys: string | string[]): Promise<void> {
    const removed = [keys].flat().filter((key) => key in this.values);
    const changes = Object.fromEntries(removed.map((key) => [key, { oldValue: this.values[key] }]));
    for (const key of removed) delete this.values[key];
    for (const listener of listeners) listener(changes, this.name);
    return Promise.resolve();
  }

  clear(): void {
    this.values = {};
  }
}

export const fakeStorage = {
  local: new FakeArea('local'),
  session: new FakeArea('session'),
  sync: new FakeArea('sync'),
  managed: new FakeArea('managed'),
  onChanged: {
    addListener: (listener: Listener) => void listeners.add(listener),
    removeListener: (listener: Listener) => void listeners.delete(listener),
    removeAllListeners: () => {
      listeners.clear();
    },
  },
};
