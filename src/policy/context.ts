/** The three contexts of the policy. */
export const CONTEXTS = ['relying-party', 'subscriber', 'visitor'] as const;

export type Context = (typeof CONTEXTS)[number];
