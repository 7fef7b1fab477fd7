/** Who issued a certificate: the table of issuers in docs/architecture.md, first match. */
import type { Certificate } from '../certificate/certificate.ts';
import { commonName, organization } from '../certificate/name.ts';
import { isSignedBy, type Verification } from '../certificate/signature.ts';
import type { Authority } from './authority.ts';
import { indexAuthorities, type AuthorityIndex } from './authority-index.ts';
import { saysLetsEncrypt } from './claim.ts';
import { findIssuingPath } from './issuing-path.ts';
import type { Issuer } from './issuer.ts';

type Proven = Extract<Issuer, { is: 'proven' }>;
type WhyUnproven = Extract<Issuer, { is: 'claimed' }>['why'];

/**
 * Says who issued `chain[0]`, and how that is known.
 *
 * @param chain the certificate in question, then CA certificates in any order, perhaps none (Chromium gives none)
 * @param authorities the table; a CA in it is a name together with a key
 * @param builtInRoot whether the chain ends in a root that came with the browser; null: the browser does not tell
 * @throws RangeError when the chain is empty
 */
export function recognise(
  chain: readonly Certificate[],
  authorities: readonly Authority[],
  builtInRoot: boolean | null = null,
): Promise<Issuer> {
  return recogniseBy(indexAuthorities(authorities), chain, builtInRoot);
}

/** `recognise` with a table that is already arranged. */
export async function recogniseBy(
  authorities: AuthorityIndex,
  chain: readonly Certificate[],
  builtInRoot: boolean | null,
): Promise<Issuer> {
  const [certificate, ...supplied] = chain;
  if (certificate === undefined) throw new RangeError('A chain has at least one certificate.');
  const found = await prove(certificate, supplied, authorities);
  if (typeof found !== 'string') return found;

  const names = { authority: commonName(certificate.issuer), organization: organization(certificate.issuer) };
  const bearsTheName = authorities.namedAsIssuerOf(certificate).length > 0;
  if (bearsTheName || saysLetsEncrypt(certificate.issuer)) {
    return { is: 'claimed', ...names, why: found, localRoot: builtInRoot === null ? null : !builtInRoot };
  }
  return builtInRoot === false ? { is: 'local', ...names } : { is: 'other', ...names };
}

/** The proof, or why there is none. */
async function prove(
  certificate: Certificate,
  supplied: readonly Certificate[],
  authorities: AuthorityIndex,
): Promise<Proven | WhyUnproven> {
  // A CA signs precertificates too, but a server that presents one presents no certificate (RFC 6962, 3.1): whether
  // the signature fits is not asked.
  if (certificate.ctPoison) return 'cannot-verify';

  const results = new Set<Verification>();
  for (const { authority, spki } of authorities.namedAsIssuerOf(certificate)) {
    const result = await isSignedBy(certificate, spki);
    if (result === 'verified') return provenBy(authority);
    results.add(result);
  }
  const path = await findIssuingPath(certificate, supplied, authorities);
  if (path === null) {
    if (results.has('cannot-verify')) return 'cannot-verify';
    return results.has('not-verified') ? 'signature-fails' : 'no-known-key';
  }
  const { issuer, root } = path;
  const proof = { by: 'root-key', root: root.commonName } as const;
  return { is: 'proven', authority: issuer, environment: root.environment, proof };
}

function provenBy({ commonName: authority, environment }: Authority): Proven {
  return { is: 'proven', authority, environment, proof: { by: 'authority-key' } };
}
