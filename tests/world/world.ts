/** The local world: a PKI shaped like Let's Encrypt's, its services and sites, on free ports of 127.0.0.1. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beginLife } from './life.ts';
import { newAuthorities, type Authorities } from './pki/authorities.ts';
import { authorityFacts } from './pki/facts.ts';
import { spkiPin } from './pki/key.ts';
import type { LeafKind } from './pki/leaf-kinds.ts';
import { certificatePem } from './pki/signing.ts';
import { startAuthorityServices, type AuthorityServices } from './services/authority-services.ts';
import { Log, type LogEntry, type LoggedService } from './services/log.ts';
import type { ResponderMode } from './services/responder.ts';
import { certify, type CertifiedSite } from './sites/certify.ts';
import { hostsOf, SITES } from './sites/definitions.ts';
import type { Address } from './sites/page.ts';
import { startSites, type Handshake } from './sites/server.ts';

export type { LogEntry, LoggedService } from './services/log.ts';
export type { ResponderMode } from './services/responder.ts';

/** The kind of a site's certificate; `none`: plain http. */
export type SiteKind = LeafKind | 'none';

export interface Site {
  id: string;
  /** `https://host:port/`, or `http://`. */
  url: string;
  host: string;
  kind: SiteKind;
  description: string;
  /** Common name of the CA that signed the certificate; empty where there is none. */
  issuer: string;
  /** Whose shape the issuing CA has; null: no certificate. */
  letsEncrypt: 'production' | 'staging' | 'imitation' | 'no' | null;
  /** Lower-case hex, as in the log of the responder; null: no certificate. */
  serialNumber: string | null;
}

export interface World {
  /** The sites to visit. */
  sites: Site[];
  /** Hosts that only other sites' pages load from. */
  supportingSites: Site[];
  /** Every host name that a browser must resolve to 127.0.0.1, the CAs' service hosts included. */
  hosts: string[];
  /** Roots to import as trusted; `pem`: path of the file. */
  rootFiles: { name: string; pem: string }[];
  /** Base64 SHA-256 of the SPKI of every issuing CA, for Chromium's `--ignore-certificate-errors-spki-list`. */
  spkiPins: string[];
  /** Path of a JSON file, `AuthorityFacts`: the world's Let's-Encrypt-shaped CAs, for test builds to add. */
  authoritiesFile: string;
  log: LogEntry[];
  /** Every TLS handshake with a named site, in order. */
  handshakes: Handshake[];
  /** The log from `at` on (milliseconds since the epoch), of one service or of all. */
  since(at: number, service?: LoggedService): LogEntry[];
  /** How the OCSP responders behave from now on. */
  responder: { mode: ResponderMode };
  /**
   * Cuts the open connections of all sites: the next request needs a new handshake, which a session ticket may resume
   * where `keepTickets`.
   */
  cutConnections(options: { keepTickets: boolean }): void;
  /** The world's temporary directory. */
  directory: string;
  /** A site or supporting site by its id. Throws where there is none. */
  site(id: string): Site;
  close(): Promise<void>;
}

function described({ definition, leaf }: CertifiedSite, address: Address): Site {
  const { id, host, kind, description } = definition;
  const base = { id, url: address(id, '/'), host, kind: kind ?? 'none', description } as const;
  if (leaf === null) return { ...base, issuer: '', letsEncrypt: null, serialNumber: null };
  return {
    ...base,
    issuer: leaf.issuer.name.commonName,
    letsEncrypt: leaf.issuer.letsEncrypt ?? (kind === 'imitation' ? 'imitation' : 'no'),
    serialNumber: leaf.serialNumber,
  };
}

/** The roots as the browsers of today have them: Root YR and Root YE are not in their stores yet. */
async function writeRoots({ roots }: Authorities, directory: string): Promise<World['rootFiles']> {
  const { yr: _yr, ye: _ye, ...trusted } = roots;
  return Promise.all(
    Object.entries(trusted).map(async ([file, root]) => {
      const pem = join(directory, `root-${file}.pem`);
      await writeFile(pem, certificatePem(root.certificate));
      return { name: root.name.commonName, pem };
    }),
  );
}

/** OCSP responses for the sites that staple, by site id. */
async function stapledResponses(
  sites: CertifiedSite[],
  services: AuthorityServices,
): Promise<Map<string, Buffer>> {
  const stapling = sites.flatMap(({ definition, leaf }) =>
    definition.staples === true && leaf !== null ? [{ id: definition.id, leaf }] : [],
  );
  return new Map(
    await Promise.all(stapling.map(async ({ id, leaf }) => [id, await services.staple(leaf)] as const)),
  );
}

function hostNames(sites: CertifiedSite[], { roots, issuers }: Authorities): string[] {
  const services = [...Object.values(roots), ...Object.values(issuers)].flatMap(({ hosts }) => [
    ...(hosts.ocsp === null ? [] : [hosts.ocsp]),
    hosts.crl,
    hosts.issuer,
  ]);
  const named = sites.flatMap(({ definition }) => hostsOf(definition)).filter((host) => host !== '127.0.0.1');
  return [...new Set([...named, ...services])];
}

/** Starts a world. `now`: the moment around which certificates are valid, milliseconds since the epoch. */
export async function startWorld({ now = Date.now() }: { now?: number } = {}): Promise<World> {
  const life = beginLife();
  const closing: (() => Promise<void>)[] = [];
  async function close(): Promise<void> {
    await Promise.all(closing.splice(0).map((one) => one()));
    life.end();
  }
  try {
    const log = new Log();
    const services = await startAuthorityServices(log);
    closing.push(() => services.close());
    const authorities = await newAuthorities(services.ports, now);
    const certified = await certify(SITES, authorities, now, services.ports);
    services.publish(authorities, now);
    await services.answerFor(
      certified.flatMap(({ leaf }) => leaf ?? []),
      life.directory,
    );
    const staples = await stapledResponses(certified, services);
    const servers = await startSites(certified, staples, log);
    closing.push(() => servers.close());

    const authoritiesFile = join(life.directory, 'authorities.json');
    await writeFile(authoritiesFile, JSON.stringify(authorityFacts(authorities, now), null, 2));
    const rootFiles = await writeRoots(authorities, life.directory);
    const visited = certified.filter(({ definition }) => definition.supporting !== true);
    const supporting = certified.filter(({ definition }) => definition.supporting === true);
    const sites = visited.map((site) => described(site, servers.address));
    const supportingSites = supporting.map((site) => described(site, servers.address));
    return {
      sites,
      supportingSites,
      hosts: hostNames(certified, authorities),
      rootFiles,
      spkiPins: Object.values(authorities.issuers).map(({ keyPair }) => spkiPin(keyPair)),
      authoritiesFile,
      log: log.entries,
      handshakes: servers.handshakes,
      since: (at, service) => log.since(at, service),
      responder: services.responder,
      cutConnections: (options) => servers.cut(options),
      directory: life.directory,
      site(id) {
        const found = [...sites, ...supportingSites].find((site) => site.id === id);
        if (found === undefined) throw new Error(`the world has no site ${id}`);
        return found;
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
