import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { FactsOf } from './facts-of.tsx';
import { PermissionTable } from './permission-table.tsx';
import { StoragePlaces } from './storage-places.tsx';

/** What this extension is, may, stores and knows. */
export function About({ version, firefox, edition, now, anchor }: SectionProps) {
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{text('aboutTitle')}</h2>
      <p>{text('aboutVersion', version)}</p>
      <p>{text('aboutSends')}</p>
      <p>{text('aboutNotAffiliated')}</p>
      <p>
        <a href="../welcome/index.html">{text('aboutWelcome')}</a>
      </p>
      <PermissionTable firefox={firefox} />
      <StoragePlaces shown={anchor.startsWith('about')} />
      <FactsOf edition={edition} now={now} />
      <section id="about-licence" aria-labelledby="about-licence-title">
        <h3 id="about-licence-title">{text('aboutLicence')}</h3>
        <p>{text('aboutLicenceText')}</p>
        <p>
          <a href="../licences.txt">{text('aboutLicences')}</a>
        </p>
      </section>
    </section>
  );
}
