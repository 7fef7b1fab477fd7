import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { sectionUrl, type Section } from '../../../src/policy/section.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { text } from '../../ui/text.ts';

/** One fact of the policy in a sentence, and the section that it comes from. */
export interface Fact {
  title: string;
  body: string;
  section: Section;
}

export function FactList({ edition, facts }: { edition: PolicyEdition; facts: Fact[] }) {
  return (
    <dl class="facts">
      {facts.map(({ title, body, section }) => (
        <div key={title}>
          <dt>{title}</dt>
          <dd>
            {body}{' '}
            <span class="source">
              <ExternalLink href={sectionUrl(edition, section)}>{text('externalOriginal')}</ExternalLink>
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
