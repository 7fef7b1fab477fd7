/** Damage to DER: some that a parser notices at once, some that keeps every length right and goes deep. */
import { nodesOf, parse, write, type Node } from './der-tree.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import type { Random } from './random.ts';

type OnBytes = (der: Uint8Array, random: Random) => Uint8Array;
type OnTree = (root: Node, random: Random) => void;

const onBytes: Record<string, OnBytes> = {
  'a bit flipped': (der, random) => {
    const at = random.below(der.length);
    return spliced(der, at, 1, [(der[at] ?? 0) ^ (1 << random.below(8))]);
  },
  'octets set': (der, random) =>
    spliced(der, random.below(der.length), 2, random.octets(1 + random.below(4))),
  'octets put in': (der, random) =>
    spliced(der, random.below(der.length + 1), 0, random.octets(1 + random.below(8))),
  'octets taken out': (der, random) => spliced(der, random.below(der.length), 1 + random.below(16), []),
  'cut off': (der, random) => der.subarray(0, random.below(der.length)),
  'a huge length': (der, random) => {
    const octets = 1 + random.below(8);
    return spliced(der, random.below(der.length), 1, [0x80 | octets, ...random.octets(octets)]);
  },
  'an indefinite length': (der, random) => spliced(der, random.below(der.length), 1, [0x80]),
  'more after the end': (der, random) => spliced(der, der.length, 0, random.octets(1 + random.below(32))),
};

/** Types that stand in certificates, and some that never do. */
const TAGS = [
  0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x09, 0x0a, 0x0c, 0x13, 0x16, 0x17, 0x18, 0x1e, 0x24, 0x30, 0x31, 0x80,
  0x82, 0x86, 0x87, 0xa0, 0xa3, 0xbf, 0xff, 0x00,
];

const onTree: Record<string, OnTree> = {
  'a part taken out': (root, random) => {
    const { parts } = parent(root, random);
    parts.splice(random.below(parts.length), 1);
  },
  'a part doubled': (root, random) => {
    const { parts } = parent(root, random);
    const at = random.below(parts.length);
    parts.splice(at, 0, structuredClone(random.pick(parts)));
  },
  'parts in another order': (root, random) => {
    const { parts } = parent(root, random);
    const [moved] = parts.splice(random.below(parts.length), 1);
    if (moved !== undefined) parts.splice(random.below(parts.length + 1), 0, moved);
  },
  'a part of elsewhere': (root, random) => {
    const { parts } = parent(root, random);
    const other = structuredClone(random.pick(nodesOf(root)));
    parts.splice(random.below(parts.length), 1, other);
  },
  'another type': (root, random) => {
    random.pick(nodesOf(root)).tag = random.pick(TAGS);
  },
  'other content': (root, random) => {
    const node = leaf(root, random);
    node.content = random.octets(random.below(2 * node.content.length + 4));
  },
  'one octet of content': (root, random) => {
    const node = leaf(root, random);
    if (node.content.length > 0) {
      node.content = spliced(node.content, random.below(node.content.length), 1, random.octets(1));
    }
  },
  'no content': (root, random) => {
    const node = random.pick(nodesOf(root));
    Object.assign(node, { content: new Uint8Array(), parts: [] });
  },
  'long content': (root, random) => {
    leaf(root, random).content = new Uint8Array(1 << (4 + random.below(13))).fill(random.below(256));
  },
  'many parts': (root, random) => {
    const { parts } = parent(root, random);
    const repeated = random.pick(parts);
    parts.push(...Array.from({ length: 1 + random.below(400) }, () => repeated));
  },
  'nested deeply': (root, random) => {
    const node = random.pick(nodesOf(root));
    const tag = random.pick([0x30, 0x31, 0xa0, 0xa3, 0x04]);
    let inner: Node = { ...node };
    for (let depth = 1 + random.below(100); depth > 0; depth--) {
      inner = { tag, content: new Uint8Array(), parts: [inner] };
    }
    Object.assign(node, inner);
  },
  'a hostile text': (root, random) => {
    const texts = nodesOf(root).filter(({ tag }) => [0x0c, 0x13, 0x16, 0x1e, 0x82, 0x86].includes(tag));
    if (texts.length === 0) return;
    const node = random.pick(texts);
    const written = random.pick(HOSTILE_TEXTS);
    if (random.below(2) === 0 && node.tag < 0x80) node.tag = 0x0c;
    node.content = Buffer.from(node.tag === 0x86 ? `http://${written}` : written);
  },
};

const byteNames = Object.keys(onBytes);
const treeNames = Object.keys(onTree);

/** One to three kinds of damage. @returns the bytes, which may by chance be the same, and what was done */
export function mutate(der: Uint8Array, random: Random): { der: Uint8Array; done: string[] } {
  const done: string[] = [];
  let damaged = der;
  for (let times = 1 + random.below(3); times > 0; times--) {
    const root = random.below(3) === 0 ? null : parse(damaged);
    if (root === null || root.parts.length === 0) {
      if (damaged.length === 0) break;
      const name = random.pick(byteNames);
      damaged = onBytes[name]?.(damaged, random) ?? damaged;
      done.push(name);
    } else {
      const name = random.pick(treeNames);
      onTree[name]?.(root, random);
      damaged = write(root);
      done.push(name);
    }
  }
  return { der: damaged, done };
}

function parent(root: Node, random: Random): Node {
  return random.pick(nodesOf(root).filter(({ parts }) => parts.length > 0));
}

function leaf(root: Node, random: Random): Node {
  return random.pick(nodesOf(root).filter(({ parts }) => parts.length === 0));
}

function spliced(bytes: Uint8Array, at: number, removed: number, added: ArrayLike<number>): Uint8Array {
  return Buffer.concat([bytes.subarray(0, at), Uint8Array.from(added), bytes.subarray(at + removed)]);
}
