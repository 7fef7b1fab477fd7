/** All sites of the world on three ports of 127.0.0.1: by server name, by address, and without TLS. */
import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
import type { Duplex } from 'node:stream';
import { listen } from '../services/listening.ts';
import { hostOf, type Log } from '../services/log.ts';
import { answerOf, MISDIRECTED } from './answer.ts';
import type { CertifiedSite } from './certify.ts';
import { byHost, hostsOf } from './definitions.ts';
import type { Address } from './page.ts';
import { createSiteServer, type SecureSite } from './secure-server.ts';
import { acceptSocket } from './socket.ts';

type Request = IncomingMessage | Http2ServerRequest;
type Port = 'named' | 'unnamed' | 'http';

/** A TLS handshake that a site's server made. */
export interface Handshake {
  /** Milliseconds since the epoch. */
  at: number;
  host: string;
  /** By a session ticket (RFC 8446, 2.2): no certificate was sent. */
  resumed: boolean;
}

export interface Sites {
  address: Address;
  /** In order. */
  handshakes: Handshake[];
  /** Cuts the open connections of all sites; `keepTickets`: the session tickets that were given out stay good. */
  cut(options: { keepTickets: boolean }): void;
  close(): Promise<void>;
}

function portOf({ definition, leaf }: CertifiedSite): Port {
  if (leaf === null) return 'http';
  return definition.kind === 'ip-address' ? 'unnamed' : 'named';
}

/** `:authority` in HTTP/2 (RFC 9113, 8.3.1), Host in HTTP/1.1. */
function requestedHost(request: Request): string {
  return hostOf(
    'authority' in request && request.authority !== '' ? request.authority : request.headers.host,
  );
}

/** Starts the servers. `staples`: DER OCSPResponses by site id. */
export async function startSites(
  sites: CertifiedSite[],
  staples: Map<string, Buffer>,
  log: Log,
): Promise<Sites> {
  const hosts = new Map(sites.flatMap((site) => hostsOf(site.definition).map((host) => [host, site])));
  const ports: Record<Port, number> = { named: 0, unnamed: 0, http: 0 };

  const address: Address = (id, path, scheme) => {
    const site = sites.find(({ definition }) => definition.id === id);
    if (site === undefined) throw new Error(`the world has no site ${id}`);
    const origin = `${site.definition.host}:${ports[portOf(site)]}`;
    return `${scheme ?? (site.leaf === null ? 'http' : 'https')}://${origin}${path}`;
  };

  /** Logs the request and finds its site, if it is one of this port. */
  function siteFor(request: Request, port: Port): CertifiedSite | undefined {
    const host = requestedHost(request);
    const { method = '', url: path = '' } = request;
    log.add({ service: 'site', host, method, path });
    const site = byHost(hosts, host);
    return site !== undefined && portOf(site) === port ? site : undefined;
  }

  const respondOn = (port: Port) => (request: Request, response: ServerResponse | Http2ServerResponse) => {
    const site = siteFor(request, port);
    const answer = site === undefined ? MISDIRECTED : answerOf(site.definition, request.url ?? '/', address);
    response.writeHead(answer.status, answer.headers);
    response.end(answer.body);
  };

  const upgradeOn = (port: Port) => (request: IncomingMessage, stream: Duplex) => {
    if (siteFor(request, port) !== undefined && request.url === '/socket') acceptSocket(request, stream);
    else stream.destroy();
  };

  const secure = (port: Port): SecureSite[] =>
    sites.flatMap((site) => {
      const { definition, leaf } = site;
      if (leaf === null || portOf(site) !== port) return [];
      return [{ definition, leaf, staple: staples.get(definition.id) ?? null }];
    });

  const named = createSiteServer(secure('named'), null, upgradeOn('named'));
  named.on('request', respondOn('named'));
  const handshakes: Handshake[] = [];
  named.on('secureConnection', (socket) => {
    // Typed as text, and `false` where the client named no server.
    const host = String(socket.servername);
    handshakes.push({ at: Date.now(), host, resumed: socket.isSessionReused() });
  });
  const byAddress = secure('unnamed');
  const unnamed = createSiteServer(byAddress, byAddress[0] ?? null, upgradeOn('unnamed'));
  unnamed.on('request', respondOn('unnamed'));
  const http = createServer(respondOn('http'));
  const [atNames, atAddress, atHttp] = await Promise.all([listen(named), listen(unnamed), listen(http)]);
  ports.named = atNames.port;
  ports.unnamed = atAddress.port;
  ports.http = atHttp.port;
  return {
    address,
    handshakes,
    cut({ keepTickets }) {
      if (!keepTickets) for (const server of [named, unnamed]) server.setTicketKeys(randomBytes(48));
      for (const one of [atNames, atAddress, atHttp]) one.cut();
    },
    async close() {
      await Promise.all([atNames.close(), atAddress.close(), atHttp.close()]);
    },
  };
}
