/**
 * Addresses of pages, kept only so that two can be compared: a number stands for each, from which it cannot be read.
 */

/**
 * A number of 53 bits for a URL without its fragment (cyrb53, a public-domain hash by bryc). Good for telling the few
 * pages of a tab apart; no protection against someone who makes two collide, who would confuse only their own pages.
 */
export function addressMark(url: string): number {
  const end = url.indexOf('#');
  const text = end < 0 ? url : url.slice(0, end);
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
