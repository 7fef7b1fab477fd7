/** The policy's translations on Let's Encrypt's site. English is authoritative; contacts are taken from it alone. */

export interface PolicyTranslation {
  /** BCP 47 tag. */
  language: string;
  /** The language's own name. */
  name: string;
  url: string;
  /** The English edition that the translation follows, by the date that it bears; `YYYY-MM-DD`. */
  follows: string;
  /** It bears that date, but passages of an older edition were left standing. */
  leftovers: boolean;
}

function translation(language: string, name: string, follows: string): PolicyTranslation {
  return {
    language,
    name,
    url: `https://letsencrypt.org/${language.toLowerCase()}/privacy/`,
    follows,
    leftovers: false,
  };
}

export const TRANSLATIONS: readonly PolicyTranslation[] = [
  translation('cs', 'Čeština', '2026-07-06'),
  { ...translation('da', 'Dansk', '2026-07-06'), leftovers: true },
  translation('de', 'Deutsch', '2023-08-23'),
  translation('es', 'Español', '2019-09-19'),
  translation('fi', 'Suomi', '2022-03-11'),
  translation('fr', 'Français', '2026-07-06'),
  translation('he', 'עברית', '2025-01-15'),
  translation('it', 'Italiano', '2022-03-11'),
  translation('ko', '한국어', '2019-09-19'),
  translation('pt-BR', 'Português do Brasil', '2022-03-11'),
  translation('ru', 'Русский', '2023-08-23'),
  {
    ...translation('uk', 'Українська', '2024-06-28'),
    url: 'https://letsencrypt.org/uk/%D0%BF%D1%80%D0%B8%D0%B2%D0%B0%D1%82%D0%BD%D1%96%D1%81%D1%82%D1%8C/',
  },
  translation('zh-CN', '简体中文', '2026-07-06'),
];

/** `behind`: follows an older English edition; `leftovers`: follows this one, except for passages left standing. */
export type Standing = 'current' | 'leftovers' | 'behind';

/** How a translation stands to the English edition of a date (`YYYY-MM-DD`). */
export function standing({ follows, leftovers }: PolicyTranslation, english: string): Standing {
  if (follows < english) return 'behind';
  return leftovers ? 'leftovers' : 'current';
}

/**
 * The translation that a reader can use, or null.
 *
 * @param tag BCP 47 tag of the reader's language, as browsers give it: `pt-PT`, `de`, `zh-TW`
 */
export function translationFor(tag: string): PolicyTranslation | null {
  const { language, script } = new Intl.Locale(tag).maximize();
  const readable = TRANSLATIONS.filter((each) => {
    const other = new Intl.Locale(each.language).maximize();
    // Traditional and simplified Chinese are written differently; regions of a language are not.
    return other.language === language && other.script === script;
  });
  return readable[0] ?? null;
}
