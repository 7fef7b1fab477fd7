/** The parts of the policy's text, so that every fact can lead to its place in the original. */
import type { Source } from '../exposure/source.ts';
import type { PolicyEdition } from './edition.ts';

export type Section =
  /** What stands before the first heading. */
  | 'introduction'
  | 'relying-party'
  | 'subscriber'
  | 'visitor'
  | 'no-sale'
  /** An own section since the editions after 2021-03-07; before, a paragraph of `visitor`. */
  | 'analytics'
  | 'disclosure'
  /** Purposes, lawful bases, transfer, rights and contact, under one heading. */
  | 'gdpr';

/**
 * Fragment of each section's heading, by the rule that Hugo and GitHub share for heading identifiers: lower case,
 * punctuation dropped, spaces to hyphens. null: no heading to lead to. The headings are the same in all editions known here.
 */
const FRAGMENTS: Record<Section, string | null> = {
  introduction: null,
  'relying-party': 'relying-party',
  subscriber: 'subscriber',
  visitor: 'visitor',
  'no-sale': 'we-do-not-sell-your-data-or-information',
  analytics: 'use-of-third-party-analytics-and-email-marketing-tools',
  disclosure: 'law-enforcement-requests-and-extenuating-circumstances',
  gdpr: 'what-rights-do-european-economic-area-relying-parties-subscribers-and-visitors-have-under-gdpr-and-how-can-i-exercise-them',
};

/** The address of a section of an edition's original text. */
export function sectionUrl(edition: PolicyEdition, section: Section): string {
  const fragment = FRAGMENTS[section];
  return fragment === null ? edition.textUrl : `${edition.textUrl}#${fragment}`;
}

/** The source to name beside a statement that comes from a section of an edition. */
export function policySource(edition: PolicyEdition, section: Section): Source & { kind: 'policy' } {
  return { kind: 'policy', edition: edition.id, section, url: sectionUrl(edition, section) };
}
