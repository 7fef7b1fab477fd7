/** All sites of the world: those with a certificate on one port by SNI, the plain ones on another. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createSecureContext, type SecureContext } from 'node:tls';
import type { Duplex } from 'node:stream';
import { certificatePem } from '../pki/signing.ts';
import type { Leaf } from '../pki/leaf.ts';
import { listen, type Listening } from '../services/listening.ts';
import { hostOf, type Log } from '../services/log.ts';
import type { SiteDefinition } from './definitions.ts';
import { IMAGE, pageOf, SCRIPT, type Address } from './page.ts';
import { acceptSocket } from './socket.ts';

export interface ServedSite {
  definition: SiteDefinition;
  /** null: plain http. */
  leaf: Leaf | null;
  /** DER OCSPResponse to staple. */
  staple: Buffer | null;
}

type Request = IncomingMessage | Http2ServerRequest;

interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const NOTHING: Answer = { status: 204, headers: {}, body: '' };
const NOT_FOUND: Answer = { status: 404, headers: {}, body: '' };
/** RFC 9110, 15.5.20: a browser that reuses a connection for another host's site asks again on a new one. */
const MISDIRECTED: Answer = { status: 421, headers: {}, body: '' };

const typed = (type: string, body: string): Answer => ({
  status: 200,
  // Each visit is to reach the server: the world's log is the evidence.
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
});

function answerOf(definition: SiteDefinition, path: string, address: Address): Answer {
  switch (path.split('?')[0]) {
    case '/':
      return definition.redirectsTo === undefined
        ? typed('text/html; charset=utf-8', pageOf(definition, address))
        : { status: 302, headers: { location: address(definition.redirectsTo, '/') }, body: '' };
    case '/image.svg':
      return typed('image/svg+xml', IMAGE);
    case '/script.js':
      return typed('text/javascript', SCRIPT);
    case '/favicon.ico':
      return NOTHING;
    default:
      return NOT_FOUND;
  }
}

function requestedHost(request: Request): string {
  return hostOf(
    'authority' in request && request.authority !== '' ? request.authority : request.headers.host,
  );
}

function secureContext({ definition, leaf }: ServedSite): SecureContext | null {
  if (leaf === null) return null;
  const chain = definition.omitsIntermediate === true ? [] : leaf.issuer.chain;
  return createSecureContext({
    cert: [leaf.certificate, ...chain].map(certificatePem).join(''),
    key: leaf.key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
  });
}

/** Serves `sites`. `addresses`: made of the ports, once they are known. */
export async function startSites(
  sites: ServedSite[],
  log: Log,
): Promise<{ https: Listening; http: Listening; address: Address }> {
  const byHost = new Map(sites.map((site) => [site.definition.host, site]));
  const contexts = new Map(sites.map((site) => [site.definition.host, secureContext(site)]));
  const staples = new Map(sites.map((site) => [site.leaf?.certificate.toString('base64'), site.staple]));
  let ports = { https: 0, http: 0 };

  const address: Address = (id, path, scheme) => {
    const site = sites.find(({ definition }) => definition.id === id);
    if (site === undefined) throw new Error(`the world has no site ${id}`);
    const secure = site.leaf !== null;
    const authority = `${site.definition.host}:${secure ? ports.https : ports.http}`;
    return `${scheme ?? (secure ? 'https' : 'http')}://${authority}${path}`;
  };

  function record(request: Request): { site: ServedSite | undefined; path: string } {
    const host = requestedHost(request);
    const { method = '', url: path = '' } = request;
    log.add({ service: 'site', host, method, path });
    return { site: byHost.get(host), path };
  }

  function respond(request: Request, response: ServerResponse | Http2ServerResponse, secure: boolean): void {
    const { site, path } = record(request);
    const here = site !== undefined && (site.leaf !== null) === secure;
    const { status, headers, body } = here ? answerOf(site.definition, path, address) : MISDIRECTED;
    response.writeHead(status, headers);
    response.end(body);
  }

  // Clients that name no host (an IP address is no server name, RFC 6066, 3) get the certificate for the address.
  const unnamed = sites.find(({ definition }) => definition.host === '127.0.0.1')?.leaf;
  const secure = createSecureServer({
    allowHTTP1: true,
    ...(unnamed == null
      ? {}
      : {
          cert: [unnamed.certificate, ...unnamed.issuer.chain].map(certificatePem).join(''),
          key: unnamed.key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
        }),
    SNICallback: (name, done) => done(null, contexts.get(name.toLowerCase()) ?? undefined),
    ALPNCallback: ({ servername, protocols }) => {
      const http1 = byHost.get(servername)?.definition.http1 === true;
      return ['h2', 'http/1.1'].find((known) => protocols.includes(known) && !(http1 && known === 'h2'));
    },
  });
  secure.on('request', (request, response) => respond(request, response, true));
  secure.on('upgrade', (request: IncomingMessage, stream: Duplex) => {
    const { site, path } = record(request);
    if (site !== undefined && path === '/socket') acceptSocket(request, stream);
    else stream.destroy();
  });
  secure.on(
    'OCSPRequest',
    (certificate: Buffer, _issuer: Buffer, done: (error: Error | null, response: Buffer | null) => void) =>
      done(null, staples.get(certificate.toString('base64')) ?? null),
  );
  const https = await listen(secure);
  const http = await listen(createServer((request, response) => respond(request, response, false)));
  ports = { https: https.port, http: http.port };
  return { https, http, address };
}
