/** PEM (RFC 7468): certificates as text. */

/** One certificate block of a text: its bytes, or why there are none. */
export type PemBlock = { der: Uint8Array } | { error: string };

const BEGIN = /-----BEGIN ([^\r\n]*?)-----/g;
/** RFC 7468, 5.1 and its note on the older label. */
const LABELS = new Set(['CERTIFICATE', 'X509 CERTIFICATE']);

function decode(body: string): PemBlock {
  const base64 = body.replace(/[ \t\r\n\v\f]/g, '');
  if (base64 === '') return { error: 'the block is empty' };
  const foreign = /[^A-Za-z0-9+/=]/u.exec(base64);
  if (foreign) return { error: `the base64 contains ${JSON.stringify(foreign[0])}` };
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return { error: 'the base64 goes on after its end' };
  if (base64.length % 4 !== 0) return { error: 'the base64 is cut short: its length is no multiple of 4' };
  const binary = atob(base64);
  return { der: Uint8Array.from(binary, (character) => character.charCodeAt(0)) };
}

/**
 * Finds the certificates in a text. Other blocks (keys, requests) and everything between blocks are left out.
 *
 * @returns one entry a certificate block, in order; a damaged one with an error in words, never an exception.
 */
export function readPem(text: string): PemBlock[] {
  const blocks: PemBlock[] = [];
  const begins = [...text.matchAll(BEGIN)].filter(([, label]) => LABELS.has(label ?? ''));
  for (const begin of begins) {
    const bodyStart = begin.index + begin[0].length;
    const bodyEnd = text.indexOf('-----', bodyStart);
    const closes = bodyEnd >= 0 && text.startsWith(`-----END ${begin[1] ?? ''}-----`, bodyEnd);
    blocks.push(closes ? decode(text.slice(bodyStart, bodyEnd)) : { error: 'the block has no END line' });
  }
  return blocks;
}
