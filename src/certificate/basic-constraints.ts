/** Basic constraints (RFC 5280, 4.2.1.9). */
import type { BasicConstraints } from './certificate.ts';
import { childrenOf, contentOf, TAG } from './der.ts';
import { checkDer } from './der-check.ts';

/** `SEQUENCE { cA BOOLEAN DEFAULT FALSE, pathLenConstraint INTEGER (0..MAX) OPTIONAL }` */
const SHAPES: readonly (readonly number[])[] = [[], [TAG.boolean], [TAG.integer], [TAG.boolean, TAG.integer]];

/**
 * Reads basic constraints. The library's schema passes over fields that stand in the wrong order or come after the
 * last, and on this extension it depends whether a certificate may sign others: so it is read here.
 *
 * @throws when it is malformed, or a path length is negative or has more than four octets.
 */
export function readBasicConstraints(der: Uint8Array): BasicConstraints {
  const sequence = checkDer(der);
  const fields = sequence.tag === TAG.sequence && sequence.end === der.length ? childrenOf(sequence) : null;
  const shape = fields?.map(({ tag }) => tag).join();
  if (!fields || !SHAPES.some((tags) => tags.join() === shape)) throw new RangeError('not basic constraints');
  const ca = fields.some((field) => field.tag === TAG.boolean && contentOf(field)[0] === 0xff);
  const limit = fields.find(({ tag }) => tag === TAG.integer);
  if (!limit) return { ca, pathLength: null };
  const octets = contentOf(limit);
  if (octets.length > 4 || (octets[0] ?? 0) >= 0x80) throw new RangeError('a path length that is none');
  return { ca, pathLength: octets.reduce((number, octet) => number * 256 + octet, 0) };
}
