/**
 * What an administrator may fix, by the keys of `managed-schema.json`. An administrator can forbid what keeps or
 * shares data, and never turn it on: that stays the user's own decision.
 */
import { fittingSettings, type Settings, type SettingName } from './settings.ts';

/** Settings that an administrator gives a value, under their own names. */
const FIXABLE = [
  'historyDays',
  'edition',
  'reasonsOpen',
  'ownSites',
  'country',
] as const satisfies SettingName[];

/** Every key of a policy. */
export const MANAGED_NAMES = ['historyAllowed', 'syncAllowed', 'welcomePage', ...FIXABLE] as const;

export interface ManagedSettings {
  /** Settings that the user cannot change, with their values. */
  fixed: Partial<Settings>;
  /** Whether the welcome page opens after installing. */
  welcomePage: boolean;
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
  };
}
