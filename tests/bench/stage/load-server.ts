/**
 * A light server for pages of many small parts from many hosts: HTTP/2 on one port of 127.0.0.1, HTTP/1.1 on another,
 * each host with a certificate of its own.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createSecureContext, type SecureContext } from 'node:tls';
import { newAuthorities } from '../../world/pki/authorities.ts';
import { authorityFacts } from '../../world/pki/facts.ts';
import { newKey, spkiPin } from '../../world/pki/key.ts';
import { leafShape } from '../../world/pki/leaf-kinds.ts';
import { newLeaf } from '../../world/pki/leaf.ts';
import { certificatePem } from '../../world/pki/signing.ts';
import { listen } from '../../world/services/listening.ts';
import type { Surroundings } from './measured-browser.ts';

export type Protocol = 'HTTP/2' | 'HTTP/1.1';

export interface PageShape {
  /** Images beside the page itself. */
  subresources: number;
  /** Hosts that they come from; the page's own is one of them. */
  hosts: number;
  protocol: Protocol;
}

export interface LoadServer extends Surroundings {
  /** The address of a page of this shape, another with each call. `first`: number of its first host. */
  page(shape: PageShape, first?: number): string;
  /** A file of the CAs, for a build that knows them. */
  authoritiesFile: string;
  /** A temporary folder of the server's. */
  directory: string;
  close(): Promise<void>;
}

/** The smallest GIF: one transparent dot. */
const DOT = Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64');
/** An idle connection is kept as long as a browser likes; Node's own limit is shorter than a round of loads. */
const KEPT = 10 * 60_000;

const DOMAIN = 'load.example';
const hostName = (number: number): string => `h${number}.${DOMAIN}`;

/** Starts the server for `count` hosts. */
export async function startLoadServer(count: number): Promise<LoadServer> {
  const directory = mkdtempSync(path.join(tmpdir(), 'relying-party-bench-'));
  const now = Date.now();
  // No one listens on the ports of the CAs' services: the browsers ask none about these certificates.
  const ports = { ocsp: 9, repository: 9 };
  const authorities = await newAuthorities(ports, now);
  const hosts = Array.from({ length: count }, (_, number) => hostName(number));
  const key = await newKey('p256');
  const contexts = new Map<string, SecureContext>();
  const contextOf = (host: string): SecureContext => {
    const known = contexts.get(host);
    if (known !== undefined) return known;
    const { shape } = leafShape('today', { dns: [host], ip: [] }, authorities);
    const leaf = newLeaf(shape, key, now, ports);
    const context = createSecureContext({
      cert: [leaf.certificate, ...leaf.issuer.chain].map(certificatePem).join(''),
      key: key.privateKey.export({ type: 'pkcs8', format: 'pem' }),
    });
    contexts.set(host, context);
    return context;
  };
  // Made before anything is measured.
  for (const host of hosts) contextOf(host);

  const SNICallback = (name: string, done: (error: null, context: SecureContext) => void): void =>
    done(null, contextOf(name));
  const second = createSecureServer({ SNICallback, settings: { maxConcurrentStreams: 1000 } });
  second.on('request', answer);
  const first = createServer({ SNICallback, keepAliveTimeout: KEPT }, answer);
  const [atSecond, atFirst] = [await listen(second), await listen(first)];
  const authoritiesFile = path.join(directory, 'authorities.json');
  writeFileSync(authoritiesFile, JSON.stringify(authorityFacts(authorities, now)));
  const rootPem = path.join(directory, 'root.pem');
  const { x1, x2 } = authorities.roots;
  writeFileSync(rootPem, certificatePem(x2.certificate));
  const otherPem = path.join(directory, 'other-root.pem');
  writeFileSync(otherPem, certificatePem(x1.certificate));
  let pages = 0;

  return {
    // The names of 5,000 hosts are more than fits on a command line.
    hosts: [`*.${DOMAIN}`],
    rootFiles: [
      { name: x2.name.commonName, pem: rootPem },
      { name: x1.name.commonName, pem: otherPem },
    ],
    spkiPins: Object.values(authorities.issuers).map(({ keyPair }) => spkiPin(keyPair)),
    authoritiesFile,
    directory,
    page({ subresources, hosts: spread, protocol }, from = 0) {
      pages += 1;
      const port = protocol === 'HTTP/2' ? atSecond.port : atFirst.port;
      return `https://${hostName(from)}:${port}/page/${pages}/${subresources}/${spread}/${from}`;
    },
    async close() {
      await Promise.all([atSecond.close(), atFirst.close()]);
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

function answer(
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
): void {
  const [, kind, page = '', subresources = '', hosts = '', from = ''] = (request.url ?? '').split('/');
  if (kind !== 'page') {
    response.writeHead(200, { 'content-type': 'image/gif', 'cache-control': 'no-store' });
    response.end(DOT);
    return;
  }
  const port = request.socket.localPort ?? 0;
  const images = Array.from(
    { length: Number(subresources) },
    (_, number) =>
      `<img src="https://${hostName(Number(from) + (number % Number(hosts)))}:${port}/dot/${page}/${number}">`,
  );
  response.writeHead(200, { 'content-type': 'text/html', 'cache-control': 'no-store' });
  response.end(
    `<!doctype html><link rel="icon" href="data:,"><title>${page}</title><p>${images.join('')}</p>`,
  );
}
