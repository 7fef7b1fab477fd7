/** The sections of the options page that other pages lead to; each is the `id` of an element there. */
export type OptionsSection =
  | 'answers'
  | 'policy'
  | 'policy-relying-party'
  | 'policy-visitor'
  | 'rights'
  | `rights-${RequestedRight}`
  | 'about';

/** The rights that a person asks Let's Encrypt for. */
export const REQUESTED_RIGHTS = ['access', 'rectification', 'erasure', 'objection'] as const;
export type RequestedRight = (typeof REQUESTED_RIGHTS)[number];

/** Relative to every page of the extension: all of them lie in a folder beside `options`. */
export function optionsAddress(section: OptionsSection): string {
  return `../options/index.html#${section}`;
}
