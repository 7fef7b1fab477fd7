/** Mutants by number: number 17 is damaged in the same way in every run, under other keys. */
import { sign } from 'node:crypto';
import type { Certificate } from '../../src/certificate/certificate.ts';
import { indexAuthorities } from '../../src/letsencrypt/authority-index.ts';
import { ALGORITHMS } from '../unit/certificate/certificate-builder.ts';
import { BIT_STRING, parse, write, type Node } from './der-tree.ts';
import { mutate } from './mutate.ts';
import { disagreement, nodeVerifies } from './oracle.ts';
import { Random } from './random.ts';
import { makeSeeds, type Seed } from './seeds.ts';
import { wholeLine, type Outcome } from './whole-line.ts';

/** No input may take longer, in milliseconds: browsers show certificates while pages load. */
const LIMIT = 50;

/** What may stand in a sentence besides what can be seen: the isolates that the program itself puts round names. */
const INVISIBLE = /(?![\u2068\u2069])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

export interface Finding {
  number: number;
  done: string[];
  fault: string;
  /** The chain as base64 of DER, to look at it again. */
  chain: string[];
}

export interface Tally {
  mutants: number;
  /** Read in spite of the damage. */
  read: number;
  proven: number;
  /** How Node's reader differs in ways that are known, each with how often. */
  differences: Map<string, number>;
  slowest: number;
  findings: Finding[];
}

interface Mutant {
  number: number;
  done: string[];
  chain: Uint8Array[];
  /** The TBSCertificate that its CA signed again, in hexadecimal. */
  signedAgain: string | null;
}

export function createFuzzer() {
  const { seeds, authorities, stranger } = makeSeeds();
  const index = indexAuthorities(authorities);
  /** Every TBSCertificate that a CA signed, but for those of mutants. */
  const genuine = new Set(seeds.flatMap(({ chain }) => chain.map((der) => hexOf(signedPart(der)))));

  function mutant(number: number): Mutant {
    const random = new Random(number);
    const seed = random.pick(seeds);
    const at = random.below(seed.chain.length);
    const chain = [...seed.chain];
    const { der, done } = mutate(chain[at] ?? new Uint8Array(), random);
    chain[at] = der;
    // Most damage breaks the signature. Signed again, it comes through to the end of the line.
    const again = random.below(4);
    const signer = again === 0 ? seed.signers[at] : again === 1 ? stranger : undefined;
    const signed = signer === undefined ? null : resigned(der, signer);
    if (signed === null) return { number, done, chain, signedAgain: null };
    chain[at] = signed.der;
    done.push(signer === stranger ? 'signed by a stranger' : 'signed again by its CA');
    return { number, done, chain, signedAgain: signer === stranger ? null : hexOf(signed.toBeSigned) };
  }

  async function faultOf({ number, chain, signedAgain }: Mutant, tally: Tally): Promise<string | null> {
    const { milliseconds, outcome } = await timed(() => wholeLine(chain, index, number));
    tally.slowest = Math.max(tally.slowest, milliseconds);
    if (milliseconds > LIMIT) return `took ${Math.round(milliseconds)} ms`;
    const [leaf = null] = outcome.certificates;
    if (leaf === null) return null;
    tally.read++;
    for (const [at, certificate] of outcome.certificates.entries()) {
      const difference =
        certificate === null ? null : disagreement(chain[at] ?? new Uint8Array(), certificate);
      if (difference === null) continue;
      if (!difference.explained) return difference.what;
      tally.differences.set(difference.what, (tally.differences.get(difference.what) ?? 0) + 1);
    }
    const unseen = outcome.sentences.find((sentence) => INVISIBLE.test(sentence));
    if (unseen !== undefined) return `an invisible character in "${unseen}"`;
    if (outcome.issuer?.is !== 'proven') return null;
    tally.proven++;
    return falseProof(outcome, signedAgain);
  }

  function falseProof({ certificates, issuer }: Outcome, signedAgain: string | null): string | null {
    if (issuer?.is !== 'proven') return null;
    const [leaf, ...others] = certificates.filter((certificate) => certificate !== null);
    const isGenuine = ({ signed }: Certificate) => {
      const hex = hexOf(signed);
      return hex === signedAgain || genuine.has(hex);
    };
    if (leaf === undefined || !isGenuine(leaf)) return 'proven, with signed bytes that no CA signed';
    if (issuer.proof.by === 'root-key') {
      return others.some(isGenuine) ? null : 'proven through a CA certificate that no CA signed';
    }
    const { spki = '' } = authorities.find(({ commonName }) => commonName === issuer.authority) ?? {};
    return nodeVerifies(leaf, spki) ? null : 'proven here, not verified by Node';
  }

  /**
   * Runs the mutants from number `from` on.
   *
   * @param progress told the count so far, each 10,000
   */
  async function run(count: number, from = 0, progress: (tally: Tally) => void = () => {}): Promise<Tally> {
    const tally: Tally = {
      mutants: 0,
      read: 0,
      proven: 0,
      differences: new Map(),
      slowest: 0,
      findings: [],
    };
    for (let number = from; number < from + count; number++) {
      const made = mutant(number);
      const fault = await faultOf(made, tally).catch((error: unknown) => `threw ${String(error)}`);
      if (fault !== null) {
        const chain = made.chain.map((der) => Buffer.from(der).toString('base64'));
        tally.findings.push({ number, done: made.done, fault, chain });
      }
      tally.mutants++;
      if (tally.mutants % 10_000 === 0) progress(tally);
    }
    return tally;
  }

  return { run };
}

/**
 * Processor time, the least of up to four runs: what a busy machine, a compiler or a collector of garbage adds is no
 * property of the input.
 */
async function timed(work: () => Promise<Outcome>): Promise<{ milliseconds: number; outcome: Outcome }> {
  let milliseconds = Infinity;
  for (let time = 0; ; time++) {
    const before = process.cpuUsage();
    const outcome = await work();
    const { user, system } = process.cpuUsage(before);
    milliseconds = Math.min(milliseconds, (user + system) / 1000);
    if (milliseconds <= LIMIT || time === 3) return { milliseconds, outcome };
  }
}

interface Resigned {
  der: Uint8Array;
  toBeSigned: Uint8Array;
}

/** @returns null where the damage left nothing of a certificate's outline */
function resigned(der: Uint8Array, { keys, algorithm }: Seed['signers'][number]): Resigned | null {
  const root = parse(der);
  const [signed, identifier, replaced] = root?.parts ?? [];
  if (root === null || signed === undefined || identifier === undefined || replaced === undefined)
    return null;
  const toBeSigned = write(signed);
  const signature = sign(ALGORITHMS[algorithm].digest, toBeSigned, keys.privateKey);
  // In front of the signature: the count of unused bits in its last octet.
  const bits: Node = { tag: BIT_STRING, content: Buffer.concat([Uint8Array.of(0), signature]), parts: [] };
  return { der: write({ ...root, parts: [signed, identifier, bits] }), toBeSigned };
}

/** The bytes of the first part: TBSCertificate. */
function signedPart(der: Uint8Array): Uint8Array {
  const [signed] = parse(der)?.parts ?? [];
  return signed === undefined ? new Uint8Array() : write(signed);
}

function hexOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
