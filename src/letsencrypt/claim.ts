/** Names that say Let's Encrypt, whether or not anything proves it. */
import type { Name } from '../certificate/certificate.ts';
import { commonName, organization } from '../certificate/name.ts';
import { prepared } from './same-name.ts';

const OPERATORS: ReadonlySet<string> = new Set(['internet security research group', 'isrg']);

/** How Let's Encrypt writes the common names of its CAs, apart from codes such as R3 or YE1. */
const STYLES = [/^isrg root\b/, /^fake le (root|intermediate)\b/];

/**
 * Whether a name presents itself as one of Let's Encrypt's CAs: by its organization, or by a common name in the style
 * of Let's Encrypt. A code alone is no claim, since `R3` and `E1` are names that any CA may use.
 *
 * It looks for what Let's Encrypt writes, in any case, spacing, width or form of the apostrophe. Letters of other
 * scripts that look alike are no claim: the certificate is then another CA's, shown by the name it carries.
 */
export function saysLetsEncrypt(name: Name): boolean {
  const by = plain(organization(name) ?? '');
  const called = plain(commonName(name) ?? '');
  return (
    OPERATORS.has(by) ||
    [by, called].some((text) => /\blets encrypt\b/.test(text)) ||
    STYLES.some((style) => style.test(called))
  );
}

/** Without the staging mark and without apostrophes, among them those that people type for one. */
function plain(text: string): string {
  return prepared(text)
    .replace(/^\(staging\) ?/, '')
    .replace(/['’‘‛ʼʹ′`´]/g, '');
}
