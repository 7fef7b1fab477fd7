import type { Settings, SettingName } from '../../../src/settings/settings.ts';

/** What every group of settings is given. */
export interface SettingProps {
  settings: Settings;
  /** Settings whose value an administrator's policy gives. */
  fixed: readonly SettingName[];
  change: (change: Partial<Settings>) => void;
}
