/** Published statements that do not agree with each other, or are easily taken for each other. */
import type { Source } from '../exposure/source.ts';
import { newestEdition } from './editions.ts';
import { PAGES } from './pages.ts';
import { policySource } from './section.ts';

export type ContradictionSubject =
  | 'ocsp-records'
  | 'ocsp-volume'
  | 'crl-url-in-six-day-certificates'
  | 'logs-of-requests-for-certificates'
  | 'analytics-on-the-website'
  | 'names-of-the-newest-roots';

export interface Contradiction {
  subject: ContradictionSubject;
  /** `contradicts`: both cannot be meant as they stand; `confusable`: they agree when read closely. */
  relation: 'contradicts' | 'confusable';
  /** Where each of the two statements stands. */
  one: readonly [Source, ...Source[]];
  other: readonly [Source, ...Source[]];
}

const edition = newestEdition();

export const CONTRADICTIONS: readonly Contradiction[] = [
  {
    subject: 'ocsp-records',
    relation: 'contradicts',
    one: [policySource(edition, 'relying-party')],
    other: [PAGES.letterOf2025, PAGES.intentToEndOcsp],
  },
  {
    subject: 'ocsp-volume',
    relation: 'contradicts',
    one: [PAGES.endOfOcsp],
    other: [PAGES.letterOf2025],
  },
  {
    subject: 'crl-url-in-six-day-certificates',
    relation: 'contradicts',
    one: [PAGES.sixDayPlan, PAGES.firstSixDay],
    other: [PAGES.profilesInJuly2026],
  },
  {
    subject: 'logs-of-requests-for-certificates',
    relation: 'confusable',
    one: [policySource(edition, 'subscriber')],
    other: [PAGES.lawEnforcement],
  },
  {
    subject: 'analytics-on-the-website',
    relation: 'confusable',
    one: [policySource(edition, 'analytics')],
    other: [PAGES.websiteSources],
  },
  {
    subject: 'names-of-the-newest-roots',
    relation: 'confusable',
    one: [PAGES.certificates],
    other: [PAGES.certificates],
  },
];
