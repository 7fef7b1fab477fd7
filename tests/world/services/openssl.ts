/** `openssl ocsp` as the responder of one CA (openssl-ocsp(1)). */
import { spawn, type ChildProcess, type ChildProcessByStdio } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Authority } from '../pki/authority.ts';
import type { Leaf } from '../pki/leaf.ts';
import { certificatePem } from '../pki/signing.ts';

/** `YYMMDDHHMMSSZ`, as the index file of openssl-ca(1) has it. */
const indexTime = (date: Date) => `${date.toISOString().slice(2, 19).replace(/[-:T]/g, '')}Z`;

function indexLine(leaf: Leaf): string {
  return [
    'V',
    indexTime(leaf.notAfter),
    '',
    leaf.serialNumber.toUpperCase(),
    'unknown',
    `/CN=${leaf.serialNumber}`,
  ].join('\t');
}

/** Resolves when the process ends well, and otherwise rejects with what it wrote. */
function endOf(child: ChildProcessByStdio<null, null, Readable>): Promise<void> {
  let message = '';
  child.stderr.on('data', (chunk: Buffer) => (message += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`openssl ocsp ended with ${code}: ${message}`)),
    );
  });
}

/**
 * Answers OCSP requests for one CA. Each request runs `openssl ocsp` once, over files: as a daemon it would listen on all
 * interfaces, and outlive a crash.
 */
export class OpensslResponder {
  readonly #files: { index: string; certificate: string; key: string };
  readonly #running = new Map<ChildProcess, Promise<void>>();
  #requests = 0;

  private constructor(
    readonly directory: string,
    readonly name: string,
  ) {
    const file = (suffix: string) => join(directory, `${name}.${suffix}`);
    this.#files = { index: file('index'), certificate: file('pem'), key: file('key') };
  }

  /** `directory`: where the index, the CA's certificate and key are written. */
  static async start(
    directory: string,
    name: string,
    authority: Authority,
    leaves: Leaf[],
  ): Promise<OpensslResponder> {
    const responder = new OpensslResponder(directory, name);
    const { index, certificate, key } = responder.#files;
    await writeFile(index, leaves.map((leaf) => `${indexLine(leaf)}\n`).join(''));
    await writeFile(certificate, certificatePem(authority.certificate));
    await writeFile(key, authority.keyPair.privateKey.export({ type: 'pkcs8', format: 'pem' }), {
      mode: 0o600,
    });
    return responder;
  }

  /** DER OCSPRequest in, DER OCSPResponse out. Throws where openssl fails, with its message. */
  async answer(request: Buffer): Promise<Buffer> {
    this.#requests += 1;
    const asked = join(this.directory, `${this.name}.${this.#requests}.request`);
    const answered = join(this.directory, `${this.name}.${this.#requests}.response`);
    const { index, certificate, key } = this.#files;
    await writeFile(asked, request);
    const signer = ['-CA', certificate, '-rsigner', certificate, '-rkey', key, '-rmd', 'sha256'];
    await this.#run(['-index', index, ...signer, '-ndays', '7', '-reqin', asked, '-respout', answered]);
    const response = await readFile(answered);
    await Promise.all([rm(asked), rm(answered)]);
    return response;
  }

  /** An answer about one leaf, for stapling. */
  async staple(leaf: Leaf): Promise<Buffer> {
    const file = join(this.directory, `${this.name}.${leaf.serialNumber}.request`);
    const about = ['-issuer', this.#files.certificate, '-serial', `0x${leaf.serialNumber}`];
    await this.#run([...about, '-no_nonce', '-reqout', file]);
    return this.answer(await readFile(file));
  }

  /** Ends what still runs, and resolves when it has ended. */
  async stop(): Promise<void> {
    for (const child of this.#running.keys()) child.kill('SIGKILL');
    await Promise.allSettled(this.#running.values());
  }

  async #run(options: string[]): Promise<void> {
    const child = spawn('openssl', ['ocsp', ...options], { stdio: ['ignore', 'ignore', 'pipe'] });
    const ended = endOf(child);
    this.#running.set(child, ended);
    try {
      await ended;
    } finally {
      this.#running.delete(child);
    }
  }
}
