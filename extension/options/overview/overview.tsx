import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { Answers } from './answers.tsx';

/** What this browser lets the extension see, and what the answers mean. */
export function Overview({ firefox }: SectionProps) {
  return (
    <section id="overview" aria-labelledby="overview-title">
      <h2 id="overview-title">{text('sectionOverview')}</h2>
      <Answers firefox={firefox} />
    </section>
  );
}
