/** The OCSP responders of all CAs on one port, told apart by Host; each answer comes from `openssl ocsp`. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { listen, type Listening } from './listening.ts';
import { hostOf, type Log } from './log.ts';
import { requestedSerials } from './ocsp-request.ts';
import type { OpensslResponder } from './openssl.ts';

/** `down`: connections are cut before anything is read, and nothing is logged; `hang`: requests are read and logged, and never answered. */
export type ResponderMode = 'answer' | 'down' | 'hang';

export interface Responder {
  mode: ResponderMode;
  port: number;
  /** Which `openssl ocsp` answers for a host. */
  serve(host: string, openssl: OpensslResponder): void;
  close(): Promise<void>;
}

/** RFC 6960, A.1: POST with the request as body, or GET with it base64-encoded as the path. */
async function requestIn(message: IncomingMessage): Promise<Buffer | null> {
  if (message.method === 'POST') return buffer(message);
  if (message.method !== 'GET') return null;
  return Buffer.from(decodeURIComponent((message.url ?? '/').slice(1)), 'base64');
}

function serialsIn(request: Buffer): string[] {
  try {
    return requestedSerials(request);
  } catch {
    return [];
  }
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { 'content-type': 'text/plain' }).end();
}

export async function startResponder(log: Log): Promise<Responder> {
  const byHost = new Map<string, OpensslResponder>();
  let mode: ResponderMode = 'answer';

  async function handle(message: IncomingMessage, response: ServerResponse): Promise<void> {
    const host = hostOf(message.headers.host);
    const request = await requestIn(message);
    if (request === null) return refuse(response, 405);
    const { method = '', url: path = '' } = message;
    log.add({ service: 'ocsp', host, method, path, serials: serialsIn(request) });
    if (mode === 'hang') return;
    const openssl = byHost.get(host);
    if (openssl === undefined) return refuse(response, 404);
    const answer = await openssl.answer(request);
    response.writeHead(200, { 'content-type': 'application/ocsp-response', 'content-length': answer.length });
    response.end(answer);
  }

  const server = createServer((message, response) => {
    handle(message, response).catch(() => refuse(response, 500));
  });
  server.prependListener('connection', (socket) => {
    if (mode === 'down') socket.destroy();
  });
  const listening: Listening = await listen(server);
  return {
    get mode() {
      return mode;
    },
    set mode(next) {
      mode = next;
      // A kept-alive connection would go on answering.
      if (next === 'down') server.closeAllConnections();
    },
    port: listening.port,
    serve: (host, openssl) => void byHost.set(host, openssl),
    async close() {
      await listening.close();
      await Promise.all([...byHost.values()].map((openssl) => openssl.stop()));
    },
  };
}
