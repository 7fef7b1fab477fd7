/** The program's whole line, from bytes to the sentences that a person reads. */
import '../unit/ui/fake-browser.ts';
import { UnreadableCertificate, type Certificate } from '../../src/certificate/certificate.ts';
import { readCertificate } from '../../src/certificate/read.ts';
import { assess } from '../../src/exposure/assess.ts';
import { certificateFacts } from '../../src/exposure/evidence.ts';
import type { AuthorityIndex } from '../../src/letsencrypt/authority-index.ts';
import type { Issuer } from '../../src/letsencrypt/issuer.ts';
import { recogniseBy } from '../../src/letsencrypt/recognise.ts';
import { sentence } from '../../extension/ui/sentence.ts';
import { CHROMIUM, context, FIREFOX, STRANGER } from '../unit/exposure/evidence.ts';

export interface Outcome {
  /** null where the bytes were refused. */
  certificates: (Certificate | null)[];
  issuer: Issuer | null;
  sentences: string[];
}

const NOW = Date.UTC(2026, 10, 22, 14);
const CONTEXTS = [context(FIREFOX), context(CHROMIUM), context(STRANGER)] as const;

/**
 * @param variant chooses the browser and the kind of root
 * @throws whatever is not a refusal with a reason
 */
export async function wholeLine(
  chain: Uint8Array[],
  authorities: AuthorityIndex,
  variant: number,
): Promise<Outcome> {
  const certificates = await Promise.all(chain.map(readOrRefuse));
  const [leaf = null, ...others] = certificates;
  if (leaf === null) return { certificates, issuer: null, sentences: [] };
  const builtInRoot = [null, true, false][variant % 3] ?? null;
  const supplied = others.filter((certificate) => certificate !== null);
  const issuer = await recogniseBy(authorities, [leaf, ...supplied], builtInRoot);
  const facts = certificateFacts(leaf);
  const exposure = assess(
    {
      origin: 'https://example.org',
      sighting: {
        origin: 'https://example.org',
        at: NOW,
        certificate: facts.sha256,
        builtInRoot,
        usedOcsp: null,
        fromCache: false,
      },
      certificate: facts,
      issuer,
      reusedFrom: null,
      contacts: [],
      triedAt: variant % 5 === 0 ? NOW : null,
    },
    CONTEXTS[variant % CONTEXTS.length] ?? CONTEXTS[0],
  );
  return { certificates, issuer, sentences: exposure.reasons.map((reason) => sentence(reason, NOW)) };
}

async function readOrRefuse(der: Uint8Array): Promise<Certificate | null> {
  try {
    return await readCertificate(der);
  } catch (error) {
    if (error instanceof UnreadableCertificate && error.message !== '') return null;
    throw error;
  }
}
