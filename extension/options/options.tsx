import { useEffect, useRef } from 'preact/hooks';
import type { FunctionComponent } from 'preact';
import { SECTIONS, sectionOf, type SectionName } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { About } from './about/about.tsx';
import { useAnchor, useArrival } from './anchor.ts';
import { History } from './history/history.tsx';
import { Navigation, SECTION_TITLE } from './navigation.tsx';
import { Overview } from './overview/overview.tsx';
import { Policy } from './policy/policy.tsx';
import { Rights } from './rights/rights.tsx';
import type { SectionProps } from './section-props.ts';
import { Settings } from './settings/settings.tsx';

const SECTION: Record<SectionName, FunctionComponent<SectionProps>> = {
  overview: Overview,
  policy: Policy,
  rights: Rights,
  history: History,
  settings: Settings,
  about: About,
};

/**
 * One section at a time, by the address. A section is made when it is first shown and kept from then on, so that
 * nothing that was typed is lost on the way to another one.
 */
export function Options(props: Omit<SectionProps, 'anchor'>) {
  const anchor = useAnchor();
  const current = sectionOf(anchor);
  const shown = useRef(new Set<SectionName>()).current.add(current);
  useEffect(() => {
    document.title = text('optionsPageTitle', text(SECTION_TITLE[current]));
  }, [current]);
  useArrival(anchor);
  return (
    <>
      <header>
        <p class="product">{text('extension_name')}</p>
        <Navigation current={current} />
      </header>
      <main>
        <h1 class="visually-hidden">{text('extension_name')}</h1>
        {SECTIONS.filter((section) => shown.has(section)).map((section) => {
          const Section = SECTION[section];
          return (
            <div key={section} hidden={section !== current}>
              <Section {...props} anchor={anchor} />
            </div>
          );
        })}
      </main>
    </>
  );
}
