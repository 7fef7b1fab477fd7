/** All CAs of the world. Those shaped like Let's Encrypt's bear the genuine names, and keys of the world. */
import { crossSign, newIntermediate, newRoot, type Authority, type ServicePorts } from './authority.ts';
import type { AuthorityShape } from './authority.ts';

const ISRG = 'Internet Security Research Group';
const LETS_ENCRYPT = "Let's Encrypt";

function root(commonName: string, organization: string, host: string, key: 'rsa' | 'p384'): AuthorityShape {
  return {
    name: { country: 'US', organization, commonName },
    letsEncrypt: 'production',
    inFacts: true,
    key,
    hosts: { ocsp: null, crl: `${host}.c.lencr.org`, issuer: `${host}.i.lencr.org` },
  };
}

function intermediate(commonName: string, key: 'rsa' | 'p384', ocsp: boolean): AuthorityShape {
  const host = commonName.toLowerCase();
  const shape = root(commonName, LETS_ENCRYPT, host, key);
  return { ...shape, hosts: { ...shape.hosts, ocsp: ocsp ? `${host}.o.lencr.org` : null } };
}

const STAGING_ROOT: AuthorityShape = {
  ...root('(STAGING) Bogus Broccoli X2', `(STAGING) ${ISRG}`, 'stg-x2', 'p384'),
  letsEncrypt: 'staging',
};
const STAGING_E6: AuthorityShape = {
  ...root('(STAGING) False Fennel E6', `(STAGING) ${LETS_ENCRYPT}`, 'stg-e6', 'p384'),
  letsEncrypt: 'staging',
};

function other(commonName: string, organization: string, domain: string): AuthorityShape {
  return {
    name: { country: 'US', organization, commonName },
    letsEncrypt: null,
    inFacts: false,
    key: 'p384',
    hosts: { ocsp: `ocsp.${domain}`, crl: `crl.${domain}`, issuer: `issuer.${domain}` },
  };
}

/** Names as an attacker would choose them: markup, text turned round, letters that look like others, no end. */
export const HOSTILE = {
  commonName: `<img src=x onerror=document.title='owned'>\u202E${'A'.repeat(10_000)}`,
  // A Cyrillic е, and a letter that is not seen.
  organization: "L\u0435t's\u200B Encrypt",
} as const;

export interface Authorities {
  roots: { x1: Authority; x2: Authority; yr: Authority; ye: Authority } & Record<
    'staging' | 'exampleTrust' | 'interception',
    Authority
  >;
  issuers: Record<
    'YE1' | 'YR1' | 'R11' | 'E6' | 'YE9' | 'staging' | 'exampleTrust' | 'imitation' | 'hostile',
    Authority
  >;
}

/** Fresh keys and certificates for every CA. `now`: milliseconds since the epoch. */
export async function newAuthorities(ports: ServicePorts, now: number): Promise<Authorities> {
  const [x1, x2, yr, ye, staging, exampleTrust, interception] = await Promise.all([
    newRoot({ ...root('ISRG Root X1', ISRG, 'x1', 'rsa'), identifier: 'sha1' }, now),
    newRoot({ ...root('ISRG Root X2', ISRG, 'x2', 'p384'), identifier: 'sha1' }, now),
    newRoot(root('Root YR', 'ISRG', 'yr', 'rsa'), now),
    newRoot(root('Root YE', 'ISRG', 'ye', 'p384'), now),
    newRoot(STAGING_ROOT, now),
    newRoot(other('Example Trust Root', 'Example Trust', 'root.example-trust.test'), now),
    newRoot(other('Example Interception Root', 'Example Proxy', 'example-proxy.test'), now),
  ]);
  const x2ByX1 = crossSign(x2, x1, now, ports);
  // Browsers have the older roots only: by the cross-signs a chain can be completed from the issuer URLs alone.
  ye.published = crossSign(ye, x2, now, ports);
  yr.published = crossSign(yr, x1, now, ports);
  const underYe = [ye.published, x2ByX1];
  const underYr = [yr.published];
  const issue = (shape: AuthorityShape, by: Authority, crossSigns: Buffer[]) =>
    newIntermediate(shape, by, crossSigns, now, ports);

  const [ye1, yr1, r11, e6, ye9, stagingE6, exampleTls, imitation, hostile] = await Promise.all([
    issue(intermediate('YE1', 'p384', false), ye, underYe),
    issue(intermediate('YR1', 'rsa', false), yr, underYr),
    issue(intermediate('R11', 'rsa', true), x1, []),
    issue(intermediate('E6', 'p384', true), x2, [x2ByX1]),
    // Newer than the facts: only the root's key proves it.
    issue({ ...intermediate('YE9', 'p384', false), inFacts: false }, ye, underYe),
    issue(STAGING_E6, staging, []),
    issue(other('Example Trust TLS CA', 'Example Trust', 'example-trust.test'), exampleTrust, []),
    // An interception that copies the names and addresses of what it replaces; its key is another.
    issue({ ...intermediate('YE1', 'p384', false), letsEncrypt: null, inFacts: false }, interception, []),
    issue(other(HOSTILE.commonName, HOSTILE.organization, 'hostile.test'), interception, []),
  ]);
  return {
    roots: { x1, x2, yr, ye, staging, exampleTrust, interception },
    issuers: {
      YE1: ye1,
      YR1: yr1,
      R11: r11,
      E6: e6,
      YE9: ye9,
      staging: stagingE6,
      exampleTrust: exampleTls,
      imitation,
      hostile,
    },
  };
}
