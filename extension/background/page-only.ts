/**
 * The page-only mode: the user wants the page itself looked at, and nothing that it loads.
 *
 * The listener for what pages load is registered while the background starts, or no event would wake it; where the mode
 * is on, it is removed as soon as the settings are read. So what a page loads in those few milliseconds may still be
 * seen: more than was asked for, and harmless.
 *
 * Life of the record: born when the mode is first found on; changed when it is turned off and on; kept in
 * `storage.session`. It tells of a page that was loaded while the mode was on, after it was turned off.
 */
import * as v from 'valibot';
import { loadSettings, onSettingsChanged } from '../platform/settings.ts';
import { SessionStore } from '../platform/storage.ts';
import { Instant } from '../platform/stored-values.ts';

const Schema = v.object({
  on: v.boolean(),
  /** When it was last turned off, milliseconds since the epoch; null: never in this session. */
  until: v.nullable(Instant),
});
const store = new SessionStore('page-only:', Schema);
const ID = 'mode';
/** The record as it was last read or written; null: there is none, or it could not be read. */
let mode: v.InferOutput<typeof Schema> | null = null;

/** What the settings were found to say last, once it is recorded. */
let found: Promise<void> = Promise.resolve();

/**
 * Follows the setting; to be called synchronously when the background starts.
 *
 * @param listen turns the listener for what pages load on or off
 */
export function followPageOnly(listen: (on: boolean) => void): void {
  const apply = (read: Promise<boolean>): void => {
    found = found
      .then(async () => {
        const pageOnly = await read;
        listen(!pageOnly);
        await record(pageOnly, Date.now());
      })
      .catch((error: unknown) => {
        console.warn('Whether only pages are looked at could not be followed.', error);
      });
  };
  apply(loadSettings().then(({ pageOnly }) => pageOnly));
  onSettingsChanged(({ pageOnly }) => {
    apply(Promise.resolve(pageOnly));
  });
}

async function record(on: boolean, now: number): Promise<void> {
  const before = await store.get(ID);
  mode = before;
  if ((before?.on ?? false) === on) return;
  mode = { on, until: on ? (before?.until ?? null) : now };
  await store.set(ID, mode);
}

/**
 * Whether what a page loaded may have gone unseen by the mode.
 *
 * @param startedAt when the page began, milliseconds since the epoch; null: no page is known
 */
export async function lookedAtPageOnly(startedAt: number | null): Promise<boolean> {
  await found;
  if (mode === null) return false;
  return mode.on || (mode.until !== null && startedAt !== null && startedAt < mode.until);
}
