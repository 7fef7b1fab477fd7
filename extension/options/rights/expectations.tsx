import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { policySource } from '../../../src/policy/section.ts';
import { articleSource } from '../../../src/rights/article.ts';
import { number } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import { Sources } from './sources.tsx';

const ARTICLES = [
  { number: 11, part: '' },
  { number: 12, part: '' },
];

/** What a person who writes may expect, and what not. */
export function Expectations({ edition }: { edition: PolicyEdition }) {
  const { relyingParty } = edition;
  return (
    <section id="rights-expectations" aria-labelledby="rights-expectations-title">
      <h3 id="rights-expectations-title">{text('expectTitle')}</h3>
      <ul class="expectations">
        <li>{text('expectSoon', number(relyingParty.retention.normallyLessThanDays))}</li>
        <li>{text('expectIdentify')}</li>
        <li>{text('expectNothing')}</li>
        <li>{text('expectIdentity')}</li>
        <li>{text('expectDeletion')}</li>
        <li>{text('expectReply')}</li>
      </ul>
      <Sources sources={[policySource(edition, relyingParty.section), ...ARTICLES.map(articleSource)]} />
    </section>
  );
}
