import type { PolicyEdition } from '../../src/policy/edition.ts';
import type { Settings, SettingName } from '../../src/settings/settings.ts';

/** What the page gives to every section. A section whose name says `x` has `<section id="x">` and its title in `h2`. */
export interface SectionProps {
  /** The newest edition known; `settings.edition` says which one the person wants to see first. */
  edition: PolicyEdition;
  /** Always the current ones: a change made anywhere renders the page again. */
  settings: Settings;
  /** Settings whose value an administrator's policy gives; they cannot be changed. */
  fixed: readonly SettingName[];
  /** The place that the address names: a section's name, or the `id` of an element within one. */
  anchor: string;
  firefox: boolean;
  /** When the page was opened, in milliseconds since the epoch. */
  now: number;
  version: string;
}
