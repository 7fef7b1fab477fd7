/** The CAs' CRL and issuer-certificate servers on one port, told apart by Host. */
import { createServer } from 'node:http';
import { listen } from './listening.ts';
import { hostOf, type Log } from './log.ts';

const CONTENT_TYPES = { crl: 'application/pkix-crl', issuer: 'application/pkix-cert' } as const;

export interface Repository {
  port: number;
  /** `path`: `*` for any. */
  serve(service: 'crl' | 'issuer', host: string, path: string, der: Buffer): void;
  close(): Promise<void>;
}

export async function startRepository(log: Log): Promise<Repository> {
  const hosts = new Map<string, { service: 'crl' | 'issuer'; paths: Map<string, Buffer> }>();

  const server = createServer((request, response) => {
    const host = hostOf(request.headers.host);
    const { method = '', url: path = '' } = request;
    const entry = hosts.get(host);
    if (entry === undefined) {
      response.writeHead(404).end();
      return;
    }
    log.add({ service: entry.service, host, method, path });
    const der = entry.paths.get(path) ?? entry.paths.get('*');
    if (der === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': CONTENT_TYPES[entry.service], 'content-length': der.length });
    response.end(der);
  });
  const listening = await listen(server);
  return {
    ...listening,
    serve(service, host, path, der) {
      const entry = hosts.get(host) ?? { service, paths: new Map<string, Buffer>() };
      entry.paths.set(path, der);
      hosts.set(host, entry);
    },
  };
}
