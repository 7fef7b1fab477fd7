/** Who else handles visitors' data, each with its own policy. */
import type { Processor, ProcessorTask } from '../../../../src/policy/processor.ts';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import type { StatementTexts } from './lines.ts';
import { partnersFor } from './visitor.ts';

const TASK = {
  payments: 'taskPayments',
  'donor-records': 'taskDonorRecords',
  shipping: 'taskShipping',
  mailings: 'taskMailings',
  forum: 'taskForum',
  'web-analytics': 'taskWebAnalytics',
  'mail-analytics': 'taskMailAnalytics',
  'not-stated': 'taskNotStated',
} as const satisfies Record<ProcessorTask, PlainKey>;

export const PROCESSORS = {
  processors: {
    title: 'processorsTitle',
    lines: (edition) => {
      const { donation, processors } = edition.visitor;
      return [
        ...(donation.partnerDependsOnPaymentMethod ? [text('processorsByPayment')] : []),
        ...(donation.storedWithProcessors === null
          ? []
          : [text('processorsStore', partnersFor(edition, 'donor-records'))]),
        text('processorsOwnPolicies'),
        <ul class="processors" key="processors">
          {processors.map((processor) => (
            <li key={processor.name}>
              <ProcessorName processor={processor} />{' '}
              <span class="aside">{listing(processor.tasks.map((task) => text(TASK[task])))}</span>
            </li>
          ))}
        </ul>,
      ];
    },
  },
} as const satisfies StatementTexts;

/** Linked where the edition links its policy. */
function ProcessorName({ processor: { name, policyUrl } }: { processor: Processor }) {
  return policyUrl === null ? <>{name}</> : <ExternalLink href={policyUrl}>{name}</ExternalLink>;
}
