/** Articles of the General Data Protection Regulation, Regulation (EU) 2016/679. */
import type { Source } from '../exposure/source.ts';

export interface Article {
  number: number;
  /** The paragraph or point meant, as it is cited after the number: `(3)`, `(1)(f)`; empty: the whole article. */
  part: string;
}

/** The article in the Official Journal's English text, by European Legislation Identifier. */
export function articleUrl({ number }: Article): string {
  return `https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_${number}`;
}

/** The source to name beside a statement that rests on an article. */
export function articleSource(article: Article): Source & { kind: 'page' } {
  return {
    kind: 'page',
    title: `GDPR, Art. ${article.number}${article.part}`,
    date: '2016-04-27',
    url: articleUrl(article),
  };
}
