/** How old the program's facts are, where they are renewed, and whether they agree with each other. */
import { createHash } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { SubjectPublicKeyInfo } from '@peculiar/asn1-x509';
import { HOSTS_AS_OF } from '../../src/letsencrypt/endpoint.ts';
import { authorityFacts } from '../../src/letsencrypt/facts.ts';
import { POLICY_FACTS_AS_OF } from '../../src/policy/age.ts';
import { EDITIONS, newestEdition } from '../../src/policy/editions.ts';
import { BEHAVIOURS_AS_OF } from '../../src/revocation/behaviours.ts';
import { OCSP_URLS_GONE, RESPONDERS_OFF } from '../../src/revocation/milestones.ts';
import { supervisoryAuthorities } from '../../src/rights/authorities.ts';

const DAY = 86_400_000;

interface Collection {
  what: string;
  /** `YYYY-MM-DD`. */
  asOf: string;
  /** Where newer facts would be seen. */
  renewAt: string;
  /** Where they go. */
  file: string;
}

const COLLECTIONS: readonly Collection[] = [
  {
    what: "Let's Encrypt's CAs",
    asOf: authorityFacts.asOf,
    renewAt: authorityFacts.source.url,
    file: 'src/letsencrypt/authorities.json',
  },
  {
    what: "Let's Encrypt's hosts",
    asOf: HOSTS_AS_OF,
    renewAt: 'https://github.com/letsencrypt/website',
    file: 'src/letsencrypt/hosts.json',
  },
  {
    what: `The privacy policy, its newest edition of ${newestEdition().id}`,
    asOf: POLICY_FACTS_AS_OF,
    renewAt: 'https://letsencrypt.org/privacy/',
    file: 'src/policy/editions/ and src/policy/age.ts',
  },
  {
    what: 'How browsers check certificates',
    asOf: BEHAVIOURS_AS_OF,
    renewAt: 'npm start, with a newer browser: it prints what each was seen to do',
    file: 'src/revocation/behaviours.ts',
  },
  {
    what: 'Supervisory authorities of the European Economic Area',
    asOf: supervisoryAuthorities.source.date,
    renewAt: supervisoryAuthorities.directory,
    file: 'src/rights/supervisory-authorities.json',
  },
];

/** @param now milliseconds since the epoch */
export function ages(now: number): (Collection & { days: number })[] {
  return COLLECTIONS.map((each) => ({ ...each, days: Math.floor((now - Date.parse(each.asOf)) / DAY) }));
}

/** What cannot all be true, in sentences. @param now milliseconds since the epoch */
export function contradictions(now: number): string[] {
  return [
    ...ages(now)
      .filter(({ days }) => !(days >= 0))
      .map(({ what, asOf }) => `${what}: the date ${asOf} is none, or lies ahead`),
    ...amongAuthorities(),
    ...amongEditions(),
    ...(OCSP_URLS_GONE.date < RESPONDERS_OFF.date
      ? []
      : ['OCSP responders were off before certificates stopped naming them']),
  ];
}

function amongAuthorities(): string[] {
  const { authorities } = authorityFacts;
  const seen = new Set<string>();
  return authorities.flatMap(({ commonName, spki, keyIdentifier, role, status }) => {
    const found: string[] = [];
    // Two names may share a key, as Let's Encrypt's first and third authority do.
    if (seen.has(`${commonName} ${spki}`)) found.push(`${commonName} stands there twice with one key`);
    seen.add(`${commonName} ${spki}`);
    if (!identifiersOf(spki).includes(keyIdentifier)) {
      found.push(`${commonName}: the key identifier ${keyIdentifier} is none of its key`);
    }
    if (status.startsWith('root') && role !== 'root') found.push(`${commonName}: ${role}, but ${status}`);
    return found;
  });
}

/** Both usual ways to make a key identifier: RFC 5280, 4.2.1.2 (1), and RFC 7093, 2 (1). */
function identifiersOf(spki: string): string[] {
  const bits = Buffer.from(
    AsnConvert.parse(Buffer.from(spki, 'base64'), SubjectPublicKeyInfo).subjectPublicKey,
  );
  return ['sha1', 'sha256'].map((digest) => createHash(digest).update(bits).digest('hex').slice(0, 40));
}

function amongEditions(): string[] {
  const found: string[] = [];
  for (const [at, edition] of EDITIONS.entries()) {
    const next = EDITIONS[at + 1];
    const end = edition.supersededAt ?? '9999';
    if (edition.publishedAt >= end) found.push(`the edition of ${edition.id} ended before it began`);
    if (edition.publishedAt.slice(0, 10) > POLICY_FACTS_AS_OF) {
      found.push(`the edition of ${edition.id} is newer than the day up to which the policy was read`);
    }
    if (next !== undefined && end > next.publishedAt) found.push(`${edition.id} overlaps ${next.id}`);
  }
  if (EDITIONS.at(-1) !== newestEdition()) found.push('the newest edition is not the last of the list');
  return found;
}
