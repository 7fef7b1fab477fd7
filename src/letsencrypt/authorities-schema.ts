/** What `authorities.json` must look like: a wrong edit fails when the file is loaded, and so in every test. */
import * as v from 'valibot';
import type { AuthorityFacts } from './authority.ts';

const Day = v.pipe(v.string(), v.isoDate());
const NonEmpty = v.pipe(v.string(), v.minLength(1));

const Authority = v.strictObject({
  commonName: NonEmpty,
  organization: v.nullable(NonEmpty),
  country: v.nullable(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  role: v.picklist(['root', 'intermediate']),
  environment: v.picklist(['production', 'staging']),
  status: v.picklist([
    'root',
    'root-pending',
    'active',
    'backup',
    'retired',
    'expired',
    'listed',
    'removed-from-docs',
  ]),
  spki: v.pipe(v.string(), v.base64()),
  keyIdentifier: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
});

export const AuthorityFactsSchema: v.GenericSchema<unknown, AuthorityFacts> = v.strictObject({
  asOf: Day,
  source: v.strictObject({ title: NonEmpty, url: v.pipe(v.string(), v.url()), date: Day }),
  authorities: v.pipe(v.array(Authority), v.minLength(1)),
});
