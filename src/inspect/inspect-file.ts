/** One file's bytes → what is in it. */
import { UnreadableCertificate, type Certificate } from '../certificate/certificate.ts';
import type { PemBlock } from '../certificate/pem.ts';
import { readCertificate } from '../certificate/read.ts';
import type { Recogniser } from '../letsencrypt/recogniser.ts';
import { certificatesIn } from './certificate-files.ts';
import { describe, type Inspection } from './inspection.ts';
import { bySubject, possibleIssuers } from './possible-issuers.ts';

async function read(block: PemBlock): Promise<Certificate | { error: string }> {
  if ('error' in block) return block;
  try {
    return await readCertificate(block.der);
  } catch (error) {
    if (error instanceof UnreadableCertificate) return { error: `${error.reason}: ${error.message}` };
    throw error;
  }
}

/**
 * Reads every certificate of a file and recognises each, with the others of the file as its possible issuers.
 *
 * @param file the file's name, as it is to be reported.
 * @returns one entry a certificate, in the file's order; at least one.
 */
export async function inspectFile(
  file: string,
  bytes: Uint8Array,
  recognise: Recogniser,
): Promise<Inspection[]> {
  return inspectBlocks(file, certificatesIn(bytes), recognise);
}

/**
 * The same for certificates that came one by one, as from a connection.
 *
 * @param name where they came from, as it is to be reported.
 */
export function inspectCertificates(
  name: string,
  certificates: readonly Uint8Array[],
  recognise: Recogniser,
): Promise<Inspection[]> {
  return inspectBlocks(
    name,
    certificates.map((der) => ({ der })),
    recognise,
  );
}

async function inspectBlocks(
  file: string,
  blocks: readonly PemBlock[],
  recognise: Recogniser,
): Promise<Inspection[]> {
  const results = await Promise.all(blocks.map(read));
  const subjects = bySubject(results.flatMap((result) => ('error' in result ? [] : [result])));
  return Promise.all(
    results.map(async (result, index): Promise<Inspection> => {
      if ('error' in result) return { file, index, readable: false, error: result.error };
      const issuer = await recognise([result, ...possibleIssuers(result, subjects)]);
      return describe(file, index, result, issuer);
    }),
  );
}
