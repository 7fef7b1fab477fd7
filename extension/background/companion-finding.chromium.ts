/** What the companion answered → the finding that is kept and shown. */
import * as v from 'valibot';
import { hex } from '../../src/certificate/hex.ts';
import { UNAVAILABLE, type CompanionFinding, type CompanionOutcome } from '../../src/companion/finding.ts';
import { FAILURES, StapleSchema } from '../../src/companion/protocol.ts';
import type { CertificateSummary } from '../../src/exposure/exposure.ts';
import { IssuerSchema } from '../../src/letsencrypt/issuer-schema.ts';
import type { Looked } from '../platform/companion-port.chromium.ts';
import { BoundedSessionStore } from '../platform/storage.ts';
import { readChain } from './certificate-facts.ts';
import { verifyStaple } from './staple-signature.chromium.ts';

/** Reads and recognises the certificates by the facts that the browser's are recognised by. */
export async function outcomeOf(looked: Looked): Promise<CompanionOutcome> {
  if (looked.type === 'unavailable') return { is: 'unavailable', why: looked.why };
  if (looked.type === 'failure') return { is: 'failed', why: looked.why };
  const { tlsVersion, nodeRejects, staple, ocspResponse, handshakeMilliseconds } = looked;
  const chain = looked.certificatesAsNodeReports.map(octets);
  const [leaf] = chain;
  const checkable = staple.is === 'answer' && ocspResponse !== null && leaf !== undefined;
  // Which roots came with the browser is nothing that the companion could know.
  const known = await readChain(chain, null);
  const certificate = known?.facts ?? null;
  return {
    is: 'saw',
    sha256: await sha256Of(leaf),
    issuer: known?.issuer ?? { is: 'unknown', why: 'unreadable' },
    certificate: certificate && summaryOf(certificate),
    tlsVersion,
    nodeRejects,
    staple,
    stapleSignature: checkable ? await verifyStaple(octets(ocspResponse), leaf) : null,
    handshakeMilliseconds,
  };
}

function summaryOf({ sha256, serialNumber, notBefore, notAfter, mustStaple }: CertificateSummary) {
  return { sha256, serialNumber, notBefore, notAfter, mustStaple };
}

function octets(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0));
}

async function sha256Of(der: Uint8Array<ArrayBuffer> | undefined): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', der ?? new Uint8Array())));
}

/** Findings by origin, for the session. */
export function findingStore(): BoundedSessionStore<CompanionFinding> {
  const Text = v.nullable(v.string());
  const outcome: v.GenericSchema<unknown, CompanionOutcome> = v.variant('is', [
    v.object({
      is: v.literal('saw'),
      sha256: v.string(),
      issuer: IssuerSchema,
      certificate: v.nullable(
        v.object({
          sha256: v.string(),
          serialNumber: v.string(),
          notBefore: v.string(),
          notAfter: v.string(),
          mustStaple: v.boolean(),
        }),
      ),
      tlsVersion: Text,
      nodeRejects: Text,
      staple: StapleSchema,
      stapleSignature: v.nullable(v.picklist(['verified', 'not-verified', 'cannot-verify'])),
      handshakeMilliseconds: v.number(),
    }),
    v.object({ is: v.literal('failed'), why: v.picklist(FAILURES) }),
    v.object({ is: v.literal('unavailable'), why: v.picklist(UNAVAILABLE) }),
  ]);
  return new BoundedSessionStore('companion:', v.object({ at: v.number(), outcome }), 500);
}
