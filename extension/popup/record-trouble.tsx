import type { RecordTrouble as Trouble } from '../../src/exposure/exposure.ts';
import { text, type PlainKey } from '../ui/text.ts';

const EXPLANATION: Record<Trouble, PlainKey> = {
  'not-kept': 'recordNotKept',
  dropped: 'recordDropped',
};

/** What was seen of the page could not be kept: a quiet word, since everything else still holds. */
export function RecordTrouble({ trouble }: { trouble: Trouble | undefined }) {
  if (trouble === undefined) return null;
  return (
    <section class="notice" aria-labelledby="record-trouble-title">
      <h2 id="record-trouble-title">{text('recordTroubleTitle')}</h2>
      <p>{text(EXPLANATION[trouble])}</p>
    </section>
  );
}
