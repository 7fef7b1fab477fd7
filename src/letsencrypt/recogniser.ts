/** Recognising the same certificates again and again, without checking their signatures each time. */
import type { Certificate } from '../certificate/certificate.ts';
import type { Authority } from './authority.ts';
import { indexAuthorities } from './authority-index.ts';
import type { Issuer } from './issuer.ts';
import { recogniseBy } from './recognise.ts';

export type Recogniser = (chain: readonly Certificate[], builtInRoot?: boolean | null) => Promise<Issuer>;

/**
 * A `recognise` that remembers its answers.
 *
 * Life of an answer: it is born with the first question about a chain (its certificates by SHA-256, in their order)
 * and a kind of root. Nothing changes it: the table is fixed, and who signed a certificate does not change with
 * time. It is kept while it is being worked out, so that questions asked meanwhile share it, and dropped at once
 * if that fails. When `capacity` is exceeded the answer that was asked for longest ago goes. All of them die with the
 * worker that holds the recogniser; they are worked out again, never stored.
 *
 * @param capacity how many answers to keep
 */
export function createRecogniser(authorities: readonly Authority[], capacity = 1000): Recogniser {
  const index = indexAuthorities(authorities);
  const answers = new Map<string, Promise<Issuer>>();

  return (chain, builtInRoot = null) => {
    const key = `${builtInRoot} ${chain.map(({ sha256 }) => sha256).join(' ')}`;
    const kept = answers.get(key);
    const answer = kept ?? recogniseBy(index, chain, builtInRoot);
    // A Map keeps the order of insertion: taking the key out and in again makes it the newest.
    answers.delete(key);
    answers.set(key, answer);
    const [oldest] = answers.keys();
    if (answers.size > capacity && oldest !== undefined) answers.delete(oldest);
    if (kept === undefined) answer.catch(() => answers.delete(key));
    return answer;
  };
}
