/** A number by which a person finds a request again: in the letter, its file, the list and a calendar. */

/** Crockford's base 32: no I, L, O or U, which are taken for others or spell words. */
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

export const REFERENCE = /^RP-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/;

/**
 * A reference such as `RP-7K3M-Q9TX`.
 *
 * @param random at least eight random bytes, from whoever calls
 * @throws RangeError when there are fewer
 */
export function newReference(random: Uint8Array): string {
  if (random.length < 8) throw new RangeError('A reference needs eight random bytes.');
  const digits = [...random.subarray(0, 8)].map((byte) => DIGITS.charAt(byte % 32)).join('');
  return `RP-${digits.slice(0, 4)}-${digits.slice(4)}`;
}
