/** The kinds of leaf that the world's sites have: who issues them and what they name. */
import type { Authorities } from './authorities.ts';
import type { LeafShape } from './leaf.ts';

type IssuerId = keyof Authorities['issuers'];

interface KindShape {
  issuer: IssuerId;
  key: 'rsa' | 'p256';
  ocsp: boolean;
  crl: boolean;
  mustStaple: boolean;
  validity: LeafShape['validity'];
  commonName: boolean;
}

/** Ninety days, a third of them gone. Firefox asks no responder about certificates of under ten days. */
const NINETY_DAYS = { before: 30 * 24, after: 60 * 24 };
const SIX_DAYS = { before: 40, after: 120 };

/** Since 2025-05: a CRL and the issuer's certificate are named, no responder. */
const TODAY: KindShape = {
  issuer: 'YE1',
  key: 'p256',
  ocsp: false,
  crl: true,
  mustStaple: false,
  validity: NINETY_DAYS,
  commonName: true,
};
/** A responder is named, and no CRL. */
const BEFORE_2025: KindShape = { ...TODAY, issuer: 'R11', key: 'rsa', ocsp: true, crl: false };

const KINDS = {
  today: TODAY,
  'today-rsa': { ...TODAY, issuer: 'YR1', key: 'rsa' },
  'before-2025': BEFORE_2025,
  'before-2025-ec': { ...BEFORE_2025, issuer: 'E6', key: 'p256' },
  'must-staple': { ...BEFORE_2025, issuer: 'E6', key: 'p256', mustStaple: true },
  'six-day': { ...TODAY, validity: SIX_DAYS, commonName: false },
  // Let's Encrypt gives IP addresses six-day certificates only.
  'ip-address': { ...TODAY, validity: SIX_DAYS, commonName: false },
  'another-ca': { ...TODAY, issuer: 'exampleTrust', ocsp: true },
  staging: { ...TODAY, issuer: 'staging' },
  imitation: { ...TODAY, issuer: 'imitation' },
  hostile: { ...TODAY, issuer: 'hostile' },
  'newer-intermediate': { ...TODAY, issuer: 'YE9' },
} as const satisfies Record<string, KindShape>;

export type LeafKind = keyof typeof KINDS;

/** The shape of a leaf of this kind for these names, and the kind of its key. */
export function leafShape(
  kind: LeafKind,
  names: { dns: string[]; ip: string[] },
  authorities: Authorities,
): { shape: LeafShape; key: 'rsa' | 'p256' } {
  const { issuer, key, ...rest } = KINDS[kind];
  return { shape: { ...rest, ...names, issuer: authorities.issuers[issuer] }, key };
}
