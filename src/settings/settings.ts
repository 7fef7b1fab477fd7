/** What a person can set. Every field has a default, so that a stored record of any version gives whole settings. */
import * as v from 'valibot';

/** How long the history is kept, in days. */
export const HISTORY_DAYS = [7, 30, 90, 365] as const;

export const SettingsSchema = v.object({
  /** Off until the user turns it on. */
  history: v.fallback(v.boolean(), false),
  historyDays: v.fallback(v.picklist(HISTORY_DAYS), 30),
  /** Which edition of the policy the options page shows first: its date, or the newest known. */
  edition: v.fallback(v.union([v.literal('newest'), v.pipe(v.string(), v.isoDate())]), 'newest'),
  /** Sites that the user runs: ASCII hosts without a port. */
  ownSites: v.fallback(v.array(v.pipe(v.string(), v.nonEmpty(), v.maxLength(253))), []),
  /** ISO 3166-1 code, or with a German state's as in `src/rights`; for the supervisory authority. Null: not chosen. */
  country: v.fallback(v.nullable(v.pipe(v.string(), v.maxLength(8))), null),
  /** Whether display settings go through the browser's own sync. */
  sync: v.fallback(v.boolean(), false),
});

export type Settings = v.InferOutput<typeof SettingsSchema>;

export const DEFAULTS: Settings = v.parse(SettingsSchema, {
  history: null,
  historyDays: null,
  edition: null,
  ownSites: null,
  country: 0,
  sync: null,
});

/** Whole settings from whatever was stored: a field that does not fit gets its default. */
export function readSettings(stored: unknown): Settings {
  const given = typeof stored === 'object' && stored !== null ? stored : {};
  return v.parse(SettingsSchema, { ...DEFAULTS, ...given });
}
