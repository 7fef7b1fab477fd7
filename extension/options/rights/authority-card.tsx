import type { ComponentChildren } from 'preact';
import type { AuthorityCaution, SupervisoryAuthority } from '../../../src/rights/authorities-schema.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { day, locale } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';

const CAUTION = {
  'website-without-https': 'cautionWebsiteHttp',
  'form-without-https': 'cautionFormHttp',
  'form-likely-moved': 'cautionFormMoved',
  'no-mail-address': 'cautionNoMail',
} as const satisfies Record<AuthorityCaution, PlainKey>;

/** One authority and how to reach it, with the cautions of the list that it is taken from. */
export function AuthorityCard({ authority }: { authority: SupervisoryAuthority }) {
  const { name, website, form, mail, phone, language, edited, cautions } = authority;
  return (
    <div class="authority">
      <h4>
        <bdi>{name}</bdi>
      </h4>
      <dl class="dates">
        <Line title={text('complaintWebsite')}>
          <ExternalLink href={website}>{new URL(website).host}</ExternalLink>
        </Line>
        {form !== null && (
          <Line title={text('complaintForm')}>
            <ExternalLink href={form}>{new URL(form).host}</ExternalLink>
          </Line>
        )}
        {mail !== null && (
          <Line title={text('complaintMail')}>
            <a href={`mailto:${mail}`}>{mail}</a>
          </Line>
        )}
        <Line title={text('complaintPhone')}>
          <bdi dir="ltr">{phone}</bdi>
        </Line>
        {language !== null && <Line title={text('complaintLanguage')}>{languageName(language)}</Line>}
      </dl>
      <p class="aside">
        {[...cautions.map((caution) => text(CAUTION[caution])), text('complaintEdited', day(edited))].join(
          ' ',
        )}
      </p>
    </div>
  );
}

function Line({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function languageName(language: string): string {
  return new Intl.DisplayNames(locale(), { type: 'language' }).of(language) ?? language;
}
