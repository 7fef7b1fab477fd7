/**
 * Reads and recognises each certificate once a session.
 *
 * Life of an entry: born when a certificate is first seen; never changed; kept in memory and in `storage.session`, each
 * up to a bound, so that it survives the worker's death; gone with the browser, or with the last private window.
 */
import * as v from 'valibot';
import { UnreadableCertificate, type Certificate } from '../../src/certificate/certificate.ts';
import { readCertificate } from '../../src/certificate/read.ts';
import { certificateFacts, type CertificateFacts } from '../../src/exposure/evidence.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import type { Issuer } from '../../src/letsencrypt/issuer.ts';
import { IssuerSchema } from '../../src/letsencrypt/issuer-schema.ts';
import { createRecogniser } from '../../src/letsencrypt/recogniser.ts';
import { BoundedSessionStore } from '../platform/storage.ts';
import type { SessionKind } from '../platform/stored-kinds.ts';
import { InstantText } from '../platform/stored-values.ts';
import type { Tls } from './observation.ts';

export interface KnownCertificate {
  /** null: the bytes could not be read. */
  facts: CertificateFacts | null;
  issuer: Issuer;
}

const Urls = v.union([v.array(v.string()), v.literal('unreadable')]);
const Schema: v.GenericSchema<unknown, KnownCertificate> = v.object({
  facts: v.nullable(
    v.object({
      sha256: v.string(),
      serialNumber: v.string(),
      notBefore: InstantText,
      notAfter: InstantText,
      mustStaple: v.boolean(),
      endpoints: v.object({ ocsp: Urls, crl: Urls, issuer: Urls }),
    }),
  ),
  issuer: IssuerSchema,
});

const recognise = createRecogniser(authorityFacts.authorities);
/** Kept for the session, some 700 bytes each; and in memory, enough for the hosts of many pages. */
const STORED = 3_000;
const IN_MEMORY = 1_000;

interface Shelf {
  store: BoundedSessionStore<KnownCertificate>;
  memory: Map<string, Promise<KnownCertificate | null>>;
}

const shelf = (prefix: SessionKind): Shelf => ({
  store: new BoundedSessionStore(prefix, Schema, STORED),
  memory: new Map(),
});
/** Private windows have a shelf of their own, which ends with the last of them. */
const shelves = { ordinary: shelf('certificate:'), private: shelf('private-certificate:') };

/** The root decides between `local` and `other`, so a certificate under two roots is known twice. */
function identity(sha256: string, builtInRoot: boolean | null): string {
  return `${sha256}:${builtInRoot === null ? 'untold' : builtInRoot ? 'built-in' : 'imported'}`;
}

/** What is known of a certificate; null: it was not read in this session, in windows of this kind. */
export function knownCertificate(
  sha256: string,
  builtInRoot: boolean | null,
  isPrivate = false,
): Promise<KnownCertificate | null> {
  const kept = shelves[isPrivate ? 'private' : 'ordinary'];
  const id = identity(sha256, builtInRoot);
  return kept.memory.get(id) ?? remember(kept, id, lookUp(kept, id));
}

/** Reads and recognises the certificate of a connection, unless that was done before. */
export function learnCertificate(tls: Tls, isPrivate = false): Promise<KnownCertificate | null> {
  const kept = shelves[isPrivate ? 'private' : 'ordinary'];
  const id = identity(tls.sha256, tls.builtInRoot);
  const before = kept.memory.get(id) ?? lookUp(kept, id);
  return remember(
    kept,
    id,
    before.then(async (known) => {
      if (known !== null) return known;
      const fresh = await readChain(tls.chain, tls.builtInRoot);
      if (fresh !== null) await keep(kept, id, fresh);
      return fresh;
    }),
  );
}

/** The last private window is closed. */
export async function forgetPrivateCertificates(): Promise<void> {
  shelves.private.memory.clear();
  await shelves.private.store.clear();
}

async function lookUp({ store }: Shelf, id: string): Promise<KnownCertificate | null> {
  try {
    return await store.get(id);
  } catch (error) {
    console.warn('The certificates of this session could not be looked up.', error);
    return null;
  }
}

function remember(
  { memory }: Shelf,
  id: string,
  known: Promise<KnownCertificate | null>,
): Promise<KnownCertificate | null> {
  memory.delete(id);
  memory.set(id, known);
  const forget = () => {
    if (memory.get(id) === known) memory.delete(id);
  };
  // Nothing known is no knowledge to keep: the next connection may bring the bytes.
  known.then((value) => value === null && forget(), forget);
  const [oldest] = memory.keys();
  if (memory.size > IN_MEMORY && oldest !== undefined) memory.delete(oldest);
  return known;
}

/** What a chain's first certificate is, and who issued it; null: there is none. */
export async function readChain(
  chain: readonly Uint8Array[],
  builtInRoot: boolean | null,
): Promise<KnownCertificate | null> {
  const [leaf, ...rest] = chain;
  // A lighter look at the connection brings no bytes.
  if (leaf === undefined) return null;
  try {
    const first = await readCertificate(leaf);
    const others = await Promise.all(rest.map(readOrNothing));
    const certificates = [first, ...others.filter((certificate) => certificate !== null)];
    const issuer = await recognise(certificates, builtInRoot);
    return { facts: certificateFacts(first), issuer };
  } catch (error) {
    if (!(error instanceof UnreadableCertificate)) throw error;
    return { facts: null, issuer: { is: 'unknown', why: 'unreadable' } };
  }
}

/** An unreadable CA certificate in the chain proves nothing and spoils nothing. */
async function readOrNothing(der: Uint8Array): Promise<Certificate | null> {
  try {
    return await readCertificate(der);
  } catch {
    return null;
  }
}

async function keep({ store }: Shelf, id: string, known: KnownCertificate): Promise<void> {
  try {
    await store.set(id, known);
  } catch (error) {
    // Over quota: it stays in memory, and is read again after the worker's death.
    console.warn('A certificate could not be kept for the session.', error);
  }
}
