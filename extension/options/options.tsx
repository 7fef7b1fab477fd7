import type { PolicyEdition } from '../../src/policy/edition.ts';
import { text } from '../ui/text.ts';
import { About } from './about.tsx';
import { Answers } from './answers.tsx';
import { Policy } from './policy.tsx';
import { Rights } from './rights.tsx';

export interface OptionsProps {
  edition: PolicyEdition;
  /** The day on which the facts were last checked, `YYYY-MM-DD`. */
  factsOf: string;
  version: string;
  firefox: boolean;
}

/** Sections that can be linked to and bookmarked; their addresses are those of `ui/options-address.ts`. */
export function Options({ edition, factsOf, version, firefox }: OptionsProps) {
  return (
    <>
      <header>
        <p class="product">{text('extension_name')}</p>
        <nav aria-label={text('optionsContents')}>
          <a href="#answers">{text('answersTitle')}</a>
          <a href="#policy">{text('policyTitle')}</a>
          <a href="#rights">{text('rightsTitle')}</a>
          <a href="#about">{text('aboutTitle')}</a>
        </nav>
      </header>
      <main>
        <h1 class="visually-hidden">{text('optionsTitle')}</h1>
        <Answers firefox={firefox} />
        <Policy edition={edition} />
        <Rights edition={edition} />
        <About version={version} factsOf={factsOf} firefox={firefox} />
      </main>
    </>
  );
}
