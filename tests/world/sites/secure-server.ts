/** HTTPS with HTTP/2 and HTTP/1.1, wss and OCSP stapling, for many sites on one port by server name. */
import type { IncomingMessage } from 'node:http';
import { createSecureServer, type Http2SecureServer } from 'node:http2';
import type { Duplex } from 'node:stream';
import { createSecureContext } from 'node:tls';
import type { Leaf } from '../pki/leaf.ts';
import { certificatePem } from '../pki/signing.ts';
import { byHost, hostsOf, type SiteDefinition } from './definitions.ts';

/** A site with its certificate. */
export interface SecureSite {
  definition: SiteDefinition;
  leaf: Leaf;
  /** DER OCSPResponse to staple. */
  staple: Buffer | null;
}

function credentials({ definition, leaf }: SecureSite): { cert: string; key: string | Buffer } {
  const chain = definition.omitsIntermediate === true ? [] : leaf.issuer.chain;
  return {
    cert: [leaf.certificate, ...chain].map(certificatePem).join(''),
    key: leaf.key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  };
}

/** A client that offers no protocol by ALPN (RFC 7301) speaks HTTP/1.1. */
const protocolFor = (site: SecureSite | undefined, offered: string[]) =>
  (site?.definition.http1 === true ? ['http/1.1'] : ['h2', 'http/1.1']).find((known) =>
    offered.includes(known),
  );

/**
 * A server for `sites`, which clients tell apart by server name (RFC 6066, 3). A client that sends none, as for an IP
 * address, is refused unless `unnamed` is given: then it gets that site's certificate. Such a server must serve nothing
 * else, because Node adds the chain of its default certificate to those of the named ones that have no chain.
 */
export function createSiteServer(
  sites: SecureSite[],
  unnamed: SecureSite | null,
  onUpgrade: (request: IncomingMessage, stream: Duplex) => void,
): Http2SecureServer {
  const hosts = new Map(sites.flatMap((site) => hostsOf(site.definition).map((host) => [host, site])));
  const contexts = new Map(
    sites.flatMap((site) => {
      const context = createSecureContext(credentials(site));
      return hostsOf(site.definition).map((host) => [host, context]);
    }),
  );
  const staples = new Map(sites.map((site) => [site.leaf.certificate.toString('base64'), site.staple]));

  const server = createSecureServer({
    allowHTTP1: true,
    ...(unnamed === null ? {} : credentials(unnamed)),
    SNICallback: (name, done) => done(null, byHost(contexts, name.toLowerCase())),
    // Typed as text, and none where the client named no server.
    ALPNCallback: ({ servername, protocols }) => protocolFor(byHost(hosts, servername || ''), protocols),
  });
  server.on('upgrade', onUpgrade);
  server.on(
    'OCSPRequest',
    (certificate: Buffer, _issuer: Buffer, done: (error: Error | null, response: Buffer | null) => void) =>
      done(null, staples.get(certificate.toString('base64')) ?? null),
  );
  return server;
}
