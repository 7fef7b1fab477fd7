/** Who else handles visitors' data, each with its own policy. */
import type { Processor, ProcessorTask } from '../../../../src/policy/processor.ts';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import type { ListItem, StatementTexts } from './lines.ts';
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
        { list: processors.map(listItem) },
      ];
    },
  },
} as const satisfies StatementTexts;

/** Linked where the edition links its policy. */
function listItem({ name, policyUrl, tasks }: Processor): ListItem {
  const does = listing(tasks.map((task) => text(TASK[task])));
  return {
    words: [name, policyUrl, does].join(' '),
    shown: (
      <>
        {policyUrl === null ? name : <ExternalLink href={policyUrl}>{name}</ExternalLink>}{' '}
        <span class="aside">{does}</span>
      </>
    ),
  };
}
