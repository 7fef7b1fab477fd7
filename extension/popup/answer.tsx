import type { PageReport } from '../../src/exposure/exposure.ts';
import { text } from '../ui/text.ts';
import { answerText } from './answer-text.ts';

/** The answer in one sentence; read out when it changes. */
export function Answer({ report }: { report: PageReport }) {
  return (
    <section class="answer" aria-label={text('answerLabel')}>
      <output>{answerText(report)}</output>
    </section>
  );
}
