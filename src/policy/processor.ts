/** Someone else who handles data for the policy's operator. */
import type { Section } from './section.ts';

export type ProcessorTask =
  | 'payments'
  | 'donor-records'
  | 'shipping'
  | 'mailings'
  | 'forum'
  | 'web-analytics'
  | 'mail-analytics'
  /** Named only in the list of those whose own policies apply. */
  | 'not-stated';

export interface Processor {
  name: string;
  tasks: ProcessorTask[];
  /** Its privacy page as the edition links it, without tracking parameters; null: named without a link. */
  policyUrl: string | null;
  section: Section;
}
