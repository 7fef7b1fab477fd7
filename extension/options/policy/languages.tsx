import {
  standing,
  translationFor,
  TRANSLATIONS,
  type PolicyTranslation,
} from '../../../src/policy/translations.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { day, interfaceLanguage } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

/** The policy's translations, the reader's first, and how each stands to the English text of `english` (its date). */
export function Languages({ english }: { english: string }) {
  const reader = interfaceLanguage();
  const own = translationFor(reader);
  return (
    <section id="policy-languages" aria-labelledby="policy-languages-title">
      <h3 id="policy-languages-title">{text('policyLanguagesTitle')}</h3>
      <p>{text('policyLanguagesIntroduction')}</p>
      {own !== null && (
        <dl class="facts">
          <div>
            <dt>{text('translationYours')}</dt>
            <dd>
              <Translation translation={own} english={english} />
            </dd>
          </div>
        </dl>
      )}
      {own === null && !/^en\b/.test(reader) && <p>{text('translationNone')}</p>}
      <h4>{text('translationOthers')}</h4>
      <ul class="translations">
        {TRANSLATIONS.map((translation) => (
          <li key={translation.language}>
            <Translation translation={translation} english={english} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Translation({ translation, english }: { translation: PolicyTranslation; english: string }) {
  const how = standing(translation, english);
  return (
    <>
      <ExternalLink href={translation.url}>
        <bdi lang={translation.language}>{translation.name}</bdi>
      </ExternalLink>{' '}
      <span class={how === 'current' ? 'aside' : 'aside warning'}>
        {how === 'current' && text('translationCurrent')}
        {how === 'leftovers' && text('translationLeftovers')}
        {how === 'behind' && text('translationBehind', day(translation.follows))}
      </span>
    </>
  );
}
