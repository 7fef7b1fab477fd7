/** The addresses of the options page: a section's name, or the `id` of a place within it (`policy-visitor`). */
export const SECTIONS = ['overview', 'policy', 'rights', 'history', 'settings', 'about'] as const;
export type SectionName = (typeof SECTIONS)[number];

/** A place within a section begins with the section's name; `answers` alone is older than that rule. */
export type OptionsAnchor = SectionName | `${SectionName}-${string}` | 'answers';

/** The rights that a person asks Let's Encrypt for. */
export const REQUESTED_RIGHTS = ['access', 'rectification', 'erasure', 'objection'] as const;
export type RequestedRight = (typeof REQUESTED_RIGHTS)[number];

/** Relative to every page of the extension: all of them lie in a folder beside `options`. */
export function optionsAddress(anchor: OptionsAnchor): string {
  return `../options/index.html#${anchor}`;
}

/** The section that holds the place `anchor`; the overview for one that does not exist. */
export function sectionOf(anchor: string): SectionName {
  return SECTIONS.find((section) => anchor === section || anchor.startsWith(`${section}-`)) ?? 'overview';
}
