/** Two small sites, one with TLS, for the tests of the drivers. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { join } from 'node:path';

export interface ProbeSite {
  http: string;
  https: string;
  /** `https`, with a certificate from a root that nobody trusts. */
  untrusted: string;
  /** Path of the root of `https`, a PEM file. */
  rootPem: string;
  /** base64 SHA-256 of the key of the leaf of `https`. */
  spkiPin: string;
  close(): void;
}

/** Starts the sites under the given name, on free ports of the loopback. Keys are made in `folder`. */
export async function startProbeSite(host: string, folder: string): Promise<ProbeSite> {
  const trusted = makeChain(host, folder, 'trusted');
  const untrusted = makeChain(host, folder, 'untrusted');
  const servers = [
    createServer(answer),
    createSecureServer(trusted, answer),
    createSecureServer(untrusted, answer),
  ];
  const [http, https, other] = await Promise.all(servers.map(listen));
  return {
    http: `http://${host}:${http}`,
    https: `https://${host}:${https}`,
    untrusted: `https://${host}:${other}`,
    rootPem: trusted.rootPem,
    spkiPin: trusted.spkiPin,
    close: () => servers.forEach((server) => server.close()),
  };
}

const answer: RequestListener = (request, response) => {
  response.setHeader('content-type', 'text/html');
  response.end(`<!doctype html><title>probe site</title><p>page ${request.url}</p>`);
};

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      if (address && typeof address === 'object') resolve(address.port);
    });
  });
}

function makeChain(host: string, folder: string, name: string) {
  const at = (file: string): string => join(folder, `${name}-${file}`);
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '30'];
  const root = ['-subj', `/CN=Probe root (${name})`, '-keyout', at('root.key'), '-out', at('root.pem')];
  openssl('req', '-x509', ...newKey, ...root);
  const leaf = ['-subj', `/CN=${host}`, '-keyout', at('leaf.key'), '-out', at('leaf.pem')];
  const issuer = ['-CA', at('root.pem'), '-CAkey', at('root.key')];
  const extensions = [
    '-addext',
    `subjectAltName=DNS:${host}`,
    '-addext',
    'basicConstraints=critical,CA:FALSE',
  ];
  openssl('req', '-x509', ...newKey, ...leaf, ...issuer, ...extensions);
  openssl('pkey', '-in', at('leaf.key'), '-pubout', '-outform', 'DER', '-out', at('leaf.spki'));
  return {
    key: readFileSync(at('leaf.key')),
    cert: readFileSync(at('leaf.pem')),
    rootPem: at('root.pem'),
    spkiPin: openssl('dgst', '-sha256', '-binary', at('leaf.spki')).toString('base64'),
  };
}

function openssl(...given: string[]): Buffer {
  return execFileSync('openssl', given, { stdio: ['ignore', 'pipe', 'pipe'] });
}
