/** One TLS handshake with a site: what it shows, and nothing more is sent. */
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';
import { isIP } from 'node:net';
import type { FailureReason } from '../src/companion/protocol.ts';
import type { Target } from '../src/companion/target.ts';
import { chainOf } from './certificate-chain.ts';

/** Milliseconds for all of it, name resolution included. */
export const HANDSHAKE_LIMIT = 10_000;

export interface Handshake {
  /** DER, the end-entity certificate first; see certificate-chain.ts. */
  chain: [Buffer, ...Buffer[]];
  tlsVersion: string | null;
  /** Node's own verdict; null: it finds nothing wrong. */
  nodeRejects: string | null;
  /** DER of the stapled OCSPResponse; null: none came. */
  staple: Buffer | null;
  milliseconds: number;
}

/** Why no handshake came about. */
export class HandshakeFailure extends Error {
  override readonly name = 'HandshakeFailure';

  constructor(
    readonly why: FailureReason,
    message: string,
  ) {
    super(message);
  }
}

const REASONS: Readonly<Record<string, FailureReason>> = {
  ENOTFOUND: 'name-not-found',
  EAI_AGAIN: 'name-not-found',
  EAI_NODATA: 'name-not-found',
  EAI_NONAME: 'name-not-found',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  ENETUNREACH: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timed-out',
};

/**
 * Connects, shakes hands and hangs up. A certificate that Node would reject is reported all the same: telling what is
 * there is the purpose, and nothing is entrusted to the connection.
 *
 * @param limit milliseconds after which it fails with `timed-out`
 * @throws HandshakeFailure, nothing else; `cancelled` rejects it too
 */
export function shakeHands(
  { host, port }: Target,
  { limit = HANDSHAKE_LIMIT, cancelled }: { limit?: number; cancelled?: AbortSignal } = {},
): Promise<Handshake> {
  const address = host.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    const started = performance.now();
    let staple: Buffer | null = null;
    const options: ConnectionOptions & { requestOCSP: boolean } = {
      host: address,
      port,
      // A server name is a name, never an address (RFC 6066, 3).
      ...(isIP(address) === 0 ? { servername: address } : {}),
      rejectUnauthorized: false,
      requestOCSP: true,
      ALPNProtocols: ['h2', 'http/1.1'],
    };
    const socket = connect(options);
    const end = (): void => {
      clearTimeout(timer);
      cancelled?.removeEventListener('abort', onCancel);
      socket.destroy();
    };
    const fail = (why: FailureReason, message: string): void => {
      end();
      reject(new HandshakeFailure(why, message));
    };
    const onCancel = (): void => fail('timed-out', 'nobody waits for the answer any more');
    const timer = setTimeout(() => fail('timed-out', `no handshake within ${limit / 1000} s`), limit);
    if (cancelled?.aborted === true) return onCancel();
    cancelled?.addEventListener('abort', onCancel);

    socket.on('OCSPResponse', (response: Buffer | null) => {
      staple = response === null || response.length === 0 ? null : response;
    });
    socket.on('error', (error: NodeJS.ErrnoException) => {
      fail(REASONS[error.code ?? ''] ?? 'no-tls', error.message);
    });
    socket.on('close', () => fail('no-tls', 'the server hung up before the handshake was done'));
    socket.on('secureConnect', () => {
      const milliseconds = performance.now() - started;
      const [leaf, ...others] = chainOf(socket.getPeerCertificate(true));
      if (leaf === undefined) return fail('no-tls', 'the server showed no certificate');
      const tlsVersion = socket.getProtocol();
      const nodeRejects = verdict(socket);
      end();
      resolve({ chain: [leaf, ...others], tlsVersion, nodeRejects, staple, milliseconds });
    });
  });
}

/** Node gives an Error, or in some versions its code. */
function verdict(socket: TLSSocket): string | null {
  if (socket.authorized) return null;
  const error: unknown = socket.authorizationError;
  if (error instanceof Error) return 'code' in error ? String(error.code) : error.message;
  return String(error);
}
