/** The table of hosts, against the reference material. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { endpoint, isOwnSite } from '../../../src/letsencrypt/endpoint.ts';
import { readJson, reference } from './reference.ts';

const RoleHosts = v.object({
  hosts: v.array(
    v.object({ role: v.string(), host: v.string(), environment: v.string(), status: v.string() }),
  ),
});
const RevocationFacts = v.object({
  hostnames: v.record(v.string(), v.record(v.string(), v.unknown())),
});

const rolesFile = reference('data/role-hosts.json', 'comparing the table of hosts with its reference');
const revocationFile = reference(
  'data/revocation-facts.json',
  'looking up the hosts of the revocation facts',
);

const at = (host: string) => endpoint(`https://${host}/`);

/** A service that a third party offers to everybody; Let's Encrypt is one customer. */
const forAnyone = ({ role, host }: { role: string; host: string }) =>
  role === 'visitor-third-party' && host !== 'letsencrypt-merch.myshopify.com';

describe.skipIf(rolesFile === null)('the hosts of the reference', () => {
  const { hosts } = rolesFile === null ? { hosts: [] } : v.parse(RoleHosts, readJson(rolesFile));
  it('are in the table, with their environment, status and operator', () => {
    const theirs = hosts.filter((host) => !forAnyone(host));
    expect(theirs.length).toBeGreaterThan(50);
    expect(
      theirs.map(({ host }) => {
        const { environment, status, operator } = at(host) ?? {};
        return { host, environment, status, operator };
      }),
    ).toEqual(
      theirs.map(({ role, host, environment, status }) => {
        return {
          host,
          environment,
          status,
          operator: role === 'relyingParty-other-ca' ? 'IdenTrust' : "Let's Encrypt",
        };
      }),
    );
  });

  it('are not in it when third parties run them for anyone', () => {
    const found = hosts.filter(forAnyone).map(({ host }) => at(host));
    expect(found.length).toBeGreaterThan(10);
    expect(found.filter((known) => known !== null)).toEqual([]);
  });

  it('are own sites where the reference has visitors there', () => {
    const visited = hosts.filter(({ role }) => role === 'visitor').map(({ host }) => host);
    expect(visited.length).toBeGreaterThan(20);
    expect(visited.filter((host) => !isOwnSite(`https://${host}/`))).toEqual([]);
  });

  it('are responders where the reference has relying parties there, and no others', () => {
    const asked = hosts.filter(({ role }) => role.startsWith('relyingParty')).map(({ host }) => host);
    const responders = hosts.filter(({ host }) => /^(ocsp|crl|issuer)$/.test(at(host)?.service ?? ''));
    expect(responders.map(({ host }) => host)).toEqual(asked);
  });
});

describe.skipIf(revocationFile === null)('the hosts of the revocation facts', () => {
  const { hostnames } =
    revocationFile === null ? { hostnames: {} } : v.parse(RevocationFacts, readJson(revocationFile));
  /** Every whole host name in a group of lists; the groups also hold patterns and notes. */
  const hostsOf = (group: string): string[] =>
    Object.values(hostnames[group] ?? {})
      .flat()
      .filter((text) => typeof text === 'string')
      .filter((text) => /^[a-z0-9-]+(\.[a-z0-9-]+)+\.(org|com)$/.test(text));

  it.each([
    ['crl', "Let's Encrypt crl production", 25],
    ['issuerCertificate', "Let's Encrypt issuer production", 7],
    ['ocspLeaf', "Let's Encrypt ocsp production", 12],
    ['ocspIntermediate', "Let's Encrypt ocsp production", 1],
  ])('%s are %s', (group, service, count) => {
    const found = hostsOf(group).map((host) => {
      const known = at(host);
      return known && `${known.operator} ${known.service} ${known.environment}`;
    });
    expect(found.length).toBeGreaterThanOrEqual(count);
    expect(new Set(found)).toEqual(new Set([service]));
  });

  it('are staging’s or another CA’s where the reference says so', () => {
    const staging = hostsOf('staging').map((host) => at(host)?.environment);
    const another = hostsOf('otherCa').map((host) => at(host)?.operator);
    expect([staging.length > 20, new Set(staging)]).toEqual([true, new Set(['staging'])]);
    expect(another).toEqual(['IdenTrust', 'IdenTrust', 'IdenTrust']);
  });
});
