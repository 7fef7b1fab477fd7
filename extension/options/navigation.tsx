import { SECTIONS, type SectionName } from '../ui/options-address.ts';
import { text, type PlainKey } from '../ui/text.ts';

export const SECTION_TITLE = {
  overview: 'sectionOverview',
  policy: 'sectionPolicy',
  rights: 'sectionRights',
  history: 'sectionHistory',
  settings: 'sectionSettings',
  about: 'sectionAbout',
} as const satisfies Record<SectionName, PlainKey>;

export function Navigation({ current }: { current: SectionName }) {
  return (
    <nav aria-label={text('optionsContents')}>
      {SECTIONS.map((section) => (
        <a key={section} href={`#${section}`} aria-current={section === current ? 'page' : undefined}>
          {text(SECTION_TITLE[section])}
        </a>
      ))}
    </nav>
  );
}
