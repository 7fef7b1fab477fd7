/** What `hosts.json` must look like: a wrong edit fails when the file is loaded, and so in every test. */
import * as v from 'valibot';
import type { HostFacts } from './endpoint.ts';

const NonEmpty = v.pipe(v.string(), v.minLength(1));

const Host = v.strictObject({
  host: v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/)),
  match: v.picklist(['exact', 'suffix']),
  operator: v.picklist(["Let's Encrypt", 'IdenTrust']),
  service: v.picklist([
    'ocsp',
    'crl',
    'issuer',
    'acme',
    'certificate-transparency',
    'website',
    'donation',
    'newsletter',
    'forum',
    'status',
    'test-site',
  ]),
  environment: v.picklist(['production', 'staging']),
  status: v.picklist(['current', 'historical', 'unconfirmed']),
  processor: v.nullable(NonEmpty),
  source: NonEmpty,
});

export const HostFactsSchema: v.GenericSchema<unknown, HostFacts> = v.strictObject({
  asOf: v.pipe(v.string(), v.isoDate()),
  source: NonEmpty,
  hosts: v.pipe(v.array(Host), v.minLength(1)),
});
