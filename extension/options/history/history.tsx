import { text } from '../../ui/text.ts';

export function History() {
  return (
    <section id="history" aria-labelledby="history-title">
      <h2 id="history-title">{text('sectionHistory')}</h2>
    </section>
  );
}
