/**
 * Addresses of pages, kept only so that two can be compared: a number stands for each, from which it cannot be read.
 */

/** FNV-1a, 32 bits, over UTF-16 code units: its prime and its offset basis; the second hash starts elsewhere. */
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;
const OTHER_BASIS = 0x050c5d1f;

/**
 * A number below 2^53 for a URL without its fragment: two FNV-1a hashes, of the first of which 21 bits are kept. Good for
 * telling the few pages of a tab apart; no protection against someone who makes two collide, who would confuse only
 * their own pages.
 */
export function addressMark(url: string): number {
  const fragment = url.indexOf('#');
  const end = fragment < 0 ? url.length : fragment;
  let high = OTHER_BASIS;
  let low = BASIS;
  for (let at = 0; at < end; at += 1) {
    const unit = url.charCodeAt(at);
    high = Math.imul(high ^ unit, PRIME);
    low = Math.imul(low ^ unit, PRIME);
  }
  return (high >>> 11) * 2 ** 32 + (low >>> 0);
}
