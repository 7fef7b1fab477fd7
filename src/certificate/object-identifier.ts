/**
 * The dotted form of an OBJECT IDENTIFIER's content (X.690, 8.19).
 *
 * @param content the content octets, without identifier and length.
 * @throws RangeError when an arc is written longer than needed, or is cut short.
 */
export function dottedIdentifier(content: Uint8Array): string {
  const arcs: bigint[] = [];
  let arc = 0n;
  let within = false;
  for (const octet of content) {
    if (!within && octet === 0x80)
      throw new RangeError('an arc of the object identifier is not the shortest');
    arc = (arc << 7n) | BigInt(octet & 0x7f);
    within = octet >= 0x80;
    if (within) continue;
    arcs.push(arc);
    arc = 0n;
  }
  const [first, ...others] = arcs;
  if (within || first === undefined) throw new RangeError('the object identifier is cut short');
  const root = first < 40n ? 0n : first < 80n ? 1n : 2n;
  return [root, first - root * 40n, ...others].join('.');
}
