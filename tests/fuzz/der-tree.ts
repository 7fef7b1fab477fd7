/** DER as a tree that can be changed and written again with lengths that fit. */
import { tlv } from '../unit/certificate/der-builder.ts';

export interface Node {
  tag: number;
  /** Octets before the parts or, where there are none, the content: the count of unused bits of a BIT STRING. */
  content: Uint8Array;
  parts: Node[];
}

const OCTET_STRING = 0x04;
const BIT_STRING = 0x03;
const CONSTRUCTED = 0x20;

/** @returns the tree; null: the bytes are not exactly one element. Elements inside of strings are parts too. */
export function parse(der: Uint8Array): Node | null {
  const all = elements(der);
  return all?.length === 1 ? (all[0] ?? null) : null;
}

export function write({ tag, content, parts }: Node): Uint8Array {
  return tlv(tag, content, ...parts.map(write));
}

/** The node and all below it. */
export function nodesOf(node: Node): Node[] {
  return [node, ...node.parts.flatMap(nodesOf)];
}

function elements(bytes: Uint8Array): Node[] | null {
  const found: Node[] = [];
  for (let at = 0; at < bytes.length;) {
    const tag = bytes[at] ?? 0;
    const first = bytes[at + 1] ?? 0x80;
    const octets = first < 0x80 ? 0 : first - 0x80;
    if (octets > 3 || first === 0x80) return null;
    let length = octets === 0 ? first : 0;
    for (let i = 0; i < octets; i++) length = length * 256 + (bytes[at + 2 + i] ?? 0);
    const start = at + 2 + octets;
    if (start + length > bytes.length) return null;
    found.push(element(tag, bytes.subarray(start, start + length)));
    at = start + length;
  }
  return found;
}

function element(tag: number, content: Uint8Array): Node {
  const prefix = tag === BIT_STRING ? 1 : 0;
  const mayHold = (tag & CONSTRUCTED) !== 0 || tag === OCTET_STRING || tag === BIT_STRING;
  const parts = mayHold && content.length > prefix ? elements(content.subarray(prefix)) : null;
  return parts === null || parts.length === 0
    ? { tag, content, parts: [] }
    : { tag, content: content.subarray(0, prefix), parts };
}
