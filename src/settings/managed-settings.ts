/**
 * What an administrator may fix, by the keys of `managed-schema.json`. An administrator can forbid what keeps or
 * shares data, and never turn it on: that stays the user's own decision.
 */
import { fitsSetting, fittingSettings, type Settings, type SettingName } from './settings.ts';

/** Settings that an administrator gives a value, under their own names. */
const FIXABLE = [
  'historyDays',
  'edition',
  'reasonsOpen',
  'ownSites',
  'country',
] as const satisfies SettingName[];

const SWITCHES = ['historyAllowed', 'syncAllowed', 'welcomePage'] as const;

/** Every key of a policy. */
export const MANAGED_NAMES = [...SWITCHES, ...FIXABLE] as const;

export interface ManagedSettings {
  /** Settings that the user cannot change, with their values. */
  fixed: Partial<Settings>;
  /** Whether the welcome page opens after installing. */
  welcomePage: boolean;
  /** The policy's keys that are left out: unknown ones, and those whose value does not fit. */
  dropped: string[];
}

/** What an administrator's policy says; a value that does not fit is as if it were not there. */
export function readManagedSettings(policy: unknown): ManagedSettings {
  const given: Partial<Record<string, unknown>> =
    typeof policy === 'object' && policy !== null ? { ...policy } : {};
  const values = Object.fromEntries(FIXABLE.map((name) => [name, given[name]]));
  return {
    fixed: {
      ...fittingSettings(values),
      ...(given['historyAllowed'] === false && { history: false }),
      ...(given['syncAllowed'] === false && { sync: false }),
    },
    welcomePage: given['welcomePage'] !== false,
    dropped: Object.keys(given).filter((name) => !fits(name, given[name])),
  };
}

function fits(name: string, value: unknown): boolean {
  if (SWITCHES.some((known) => known === name)) return typeof value === 'boolean';
  return FIXABLE.some((known) => known === name) && fitsSetting(name, value);
}
