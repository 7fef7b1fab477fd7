/** An extension that outlives Chromium's restart. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What is used of a profile's preferences. */
interface Preferences {
  extensions?: { ui?: object; settings?: Record<string, { creation_flags?: number } | undefined> };
}

/** In an extension's `creation_flags`: the debugging protocol installed it, so the next start forgets it (156). */
const FOR_ONE_RUN = 0x80_00;

/**
 * Makes the extension one that a person loaded for good, as `chrome://extensions` does: the next start on this profile has
 * it, with its permissions and listeners, before the tabs are restored. For a Chromium that is not running.
 */
export function installForGood(profile: string, id: string): void {
  const file = join(profile, 'Default', 'Preferences');
  const { extensions, ...others } = JSON.parse(readFileSync(file, 'utf8')) as Preferences;
  const installed = extensions?.settings?.[id];
  if (installed?.creation_flags === undefined) throw new Error(`${file} has no extension ${id}`);
  installed.creation_flags &= ~FOR_ONE_RUN;
  // Without it, Chromium turns off what comes from no store.
  const ui = { ...extensions?.ui, developer_mode: true };
  writeFileSync(file, JSON.stringify({ ...others, extensions: { ...extensions, ui } }));
}
