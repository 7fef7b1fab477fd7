/** The settings that may go through the browser's own sync: how things are shown, and nothing about a person. */
import { fittingSettings, type Settings, type SettingName } from './settings.ts';

/**
 * Own sites, the country and whether there is a history say something about a person, and the length of the history
 * belongs to what is stored on one device: none of them is in this list, whatever else is added to it.
 */
export const DISPLAY_SETTINGS = ['edition', 'reasonsOpen'] as const satisfies SettingName[];

/** The part of a record that may be synchronised. */
export function displaySettings(record: unknown): Partial<Settings> {
  const shared: readonly string[] = DISPLAY_SETTINGS;
  return Object.fromEntries(
    Object.entries(fittingSettings(record)).filter(([name]) => shared.includes(name)),
  );
}
