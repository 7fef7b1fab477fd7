/** Which files hold certificates, and what is in one: PEM or DER. */
import { readPem, type PemBlock } from '../certificate/pem.ts';

/** Larger files are not read. The bundles of root certificates that systems carry have a quarter of a mebibyte. */
export const MAX_FILE_BYTES = 16 * 1024 * 1024;

const EXTENSIONS = ['.pem', '.crt', '.cer', '.der', '.txt'];

/** Whether a file in a directory is read, by its name. */
export function isCertificateFile(name: string): boolean {
  return EXTENSIONS.some((extension) => name.toLowerCase().endsWith(extension));
}

/** A SEQUENCE with a length of several octets, as every certificate starts. No UTF-8 text starts so. */
function startsAsDer(bytes: Uint8Array): boolean {
  return bytes[0] === 0x30 && bytes[1] !== undefined && bytes[1] >= 0x80 && bytes[1] <= 0x84;
}

/** PEM is ASCII; what surrounds it may be anything, so each octet becomes one character. */
const text = new TextDecoder('latin1');

/**
 * The certificates that a file seems to hold, in order, not yet read. What cannot be decoded is an entry with an
 * error; a file that holds no certificate is one such entry.
 */
export function certificatesIn(bytes: Uint8Array): [PemBlock, ...PemBlock[]] {
  if (bytes.length === 0) return [{ error: 'empty: the file has no content' }];
  if (bytes.length > MAX_FILE_BYTES) {
    return [{ error: `too-large: the file has more than ${MAX_FILE_BYTES / 1024 / 1024} MiB` }];
  }
  if (startsAsDer(bytes)) return [{ der: bytes }];
  const [first, ...others] = readPem(text.decode(bytes)).map((block) =>
    'error' in block ? { error: `bad-pem: ${block.error}` } : block,
  );
  if (first === undefined) {
    return [{ error: 'no-certificate: the file holds neither a PEM certificate nor DER' }];
  }
  return [first, ...others];
}
