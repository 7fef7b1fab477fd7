/** A plain client of the world: TLS with the world's roots, and HTTP over it. */
import { readFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect as connectHttp2 } from 'node:http2';
import { once } from 'node:events';
import { buffer, text } from 'node:stream/consumers';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import type { Site, World } from '../../world/world.ts';

export interface Handshake {
  socket: TLSSocket;
  /** DER OCSPResponse; null: the server stapled none. */
  staple: Buffer | null;
}

/** A finished handshake with a site, verified against the world's roots. Rejects where verification fails. */
export async function shakeHands(
  world: World,
  site: Site,
  options: ConnectionOptions = {},
): Promise<Handshake> {
  let staple: Buffer | null = null;
  const named = site.host === '127.0.0.1' ? {} : { servername: site.host };
  // Node knows `requestOCSP` here; its types do not.
  const settings: ConnectionOptions & { requestOCSP: boolean } = {
    host: '127.0.0.1',
    port: Number(new URL(site.url).port),
    ca: world.rootFiles.map(({ pem }) => readFileSync(pem, 'utf8')),
    requestOCSP: true,
    ...named,
    ...options,
  };
  const socket = connect(settings);
  socket.on('OCSPResponse', (response: Buffer | null) => (staple = response));
  await once(socket, 'secureConnect');
  return { socket, staple };
}

/** Common names of the certificates that the server sent, leaf first. */
export function sentChain(socket: TLSSocket): string[] {
  const names: string[] = [];
  let certificate = socket.getPeerCertificate(true);
  for (;;) {
    names.push(String(certificate.subject.CN));
    const above = certificate.issuerCertificate as typeof certificate | undefined;
    if (above === undefined || above === certificate) return names;
    certificate = above;
  }
}

/** A page over HTTP/2. */
export async function getOverHttp2(
  world: World,
  site: Site,
  path = '/',
  authority = new URL(site.url).host,
): Promise<{ status: number; location: string | undefined; body: string }> {
  const { socket } = await shakeHands(world, site, { ALPNProtocols: ['h2'] });
  const session = connectHttp2(site.url, { createConnection: () => socket });
  const stream = session.request({ ':path': path, ':authority': authority });
  const [headers] = (await once(stream, 'response')) as [Record<string, string | number>];
  const body = await text(stream);
  session.close();
  return { status: Number(headers[':status']), location: headers['location']?.toString(), body };
}

/** A plain HTTP request to one of the CAs' services or to the http site. Rejects where the connection is cut. */
export async function askHttp(
  url: string,
  options: { body?: Buffer; signal?: AbortSignal } = {},
): Promise<{ status: number; type: string | undefined; body: Buffer }> {
  const { host, port, pathname } = new URL(url);
  const asking = request({
    host: '127.0.0.1',
    port,
    path: pathname,
    method: options.body === undefined ? 'GET' : 'POST',
    headers: { host },
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  });
  asking.end(options.body);
  const [response] = (await once(asking, 'response')) as [import('node:http').IncomingMessage];
  return {
    status: response.statusCode ?? 0,
    type: response.headers['content-type'],
    body: await buffer(response),
  };
}
