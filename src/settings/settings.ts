/** What a person can set. Every field has a default, so that a stored record of any version gives whole settings. */
import * as v from 'valibot';
import { isSiteHost } from './own-site.ts';

/** How long the history is kept, in days. */
export const HISTORY_DAYS = [7, 30, 90, 365] as const;

/** Each field as it has to be; one that does not fit is refused. */
export const SETTINGS_FIELDS = {
  /** Off until the user turns it on. */
  history: v.boolean(),
  historyDays: v.picklist(HISTORY_DAYS),
  /** Which edition of the policy the options page shows first: its date, or the newest known. */
  edition: v.union([v.literal('newest'), v.pipe(v.string(), v.isoDate())]),
  /** Whether the popup shows its reasons without being asked. */
  reasonsOpen: v.boolean(),
  /** Sites that the user runs: ASCII hosts without a port. */
  ownSites: v.pipe(v.array(v.pipe(v.string(), v.check(isSiteHost))), v.maxLength(1000)),
  /** ISO 3166-1 code, or with a German state's as in `src/rights`; for the supervisory authority. Null: not chosen. */
  country: v.nullable(v.pipe(v.string(), v.maxLength(8))),
  /** Whether display settings go through the browser's own sync. */
  sync: v.boolean(),
  /** Chromium: whether the companion looks at every visited site, not only when asked to. */
  companionAlways: v.boolean(),
  /** Whether only the page itself is looked at, and not what it loads from other hosts. */
  pageOnly: v.boolean(),
};

export const SettingsSchema = v.object(SETTINGS_FIELDS);

export type Settings = v.InferOutput<typeof SettingsSchema>;
export type SettingName = keyof Settings;

export const DEFAULTS: Settings = {
  history: false,
  historyDays: 30,
  edition: 'newest',
  reasonsOpen: false,
  ownSites: [],
  country: null,
  sync: false,
  companionAlways: false,
  pageOnly: false,
};

export const SETTING_NAMES = Object.keys(SETTINGS_FIELDS).filter(isSettingName);

/** Whole settings from whatever was stored: a field that does not fit gets its default. */
export function readSettings(stored: unknown): Settings {
  return { ...DEFAULTS, ...fittingSettings(stored) };
}

/** The fields of a record that are settings and fit; the others are left out. */
export function fittingSettings(stored: unknown): Partial<Settings> {
  if (typeof stored !== 'object' || stored === null) return {};
  return v.parse(
    Fitting,
    Object.fromEntries(Object.entries(stored).filter(([name, value]) => fitsSetting(name, value))),
  );
}

/** Whether there is a setting of this name that can have this value. */
export function fitsSetting(name: string, value: unknown): boolean {
  return isSettingName(name) && v.is(SETTINGS_FIELDS[name], value);
}

function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(SETTINGS_FIELDS, name);
}

/** Each field checked by itself: absent and undefined are not the same here, which valibot's `partial` takes them for. */
const Fitting = v.custom<Partial<Settings>>(
  (given) =>
    typeof given === 'object' &&
    given !== null &&
    Object.entries(given).every(([name, value]) => fitsSetting(name, value)),
);
