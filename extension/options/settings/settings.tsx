import { text } from '../../ui/text.ts';

export function Settings() {
  return (
    <section id="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">{text('sectionSettings')}</h2>
    </section>
  );
}
