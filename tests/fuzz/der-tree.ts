/** DER as a tree that can be changed and written again with lengths that fit. */
import { lengthOctets } from '../unit/certificate/der-builder.ts';

export interface Node {
  tag: number;
  /** Octets before the parts or, where there are none, the content: the count of unused bits of a BIT STRING. */
  content: Uint8Array;
  parts: Node[];
}

const OCTET_STRING = 0x04;
export const BIT_STRING = 0x03;
const CONSTRUCTED = 0x20;
/** Identifier, and a length of up to four octets behind its first. */
const HEAD_AT_MOST = 6;

/** @returns the tree; null: the bytes are not exactly one element. Elements inside of strings are parts too. */
export function parse(der: Uint8Array): Node | null {
  const all = elements(der);
  return all?.length === 1 ? (all[0] ?? null) : null;
}

/** Into one buffer, from the last octet to the first: then an element's length is known when its head is written. */
export function write(root: Node): Uint8Array {
  const bytes = new Uint8Array(room(root));
  return bytes.subarray(writeBefore(bytes.length, root, bytes));
}

/** Enough octets for the node, if not always exactly as many. */
function room({ content, parts }: Node): number {
  let octets = HEAD_AT_MOST + content.length;
  for (const part of parts) octets += room(part);
  return octets;
}

/** @returns where the element begins that ends before `end` */
function writeBefore(end: number, { tag, content, parts }: Node, bytes: Uint8Array): number {
  let at = end;
  for (let index = parts.length - 1; index >= 0; index--) {
    const part = parts[index];
    if (part !== undefined) at = writeBefore(at, part, bytes);
  }
  at -= content.length;
  bytes.set(content, at);
  const head = [tag, ...lengthOctets(end - at)];
  bytes.set(head, at - head.length);
  return at - head.length;
}

/** The node and all below it. */
export function nodesOf(node: Node): Node[] {
  const found: Node[] = [];
  const walk = (at: Node) => {
    found.push(at);
    for (const part of at.parts) walk(part);
  };
  walk(node);
  return found;
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
