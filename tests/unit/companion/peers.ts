/** Servers that the companion may meet: honest ones, and those that want it to hang, swell or fall. */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import {
  certificateDer,
  ecKey,
  extension,
  name,
  OID,
  PRINTABLE,
  spkiOf,
} from '../certificate/certificate-builder.ts';
import { octetString } from '../certificate/der-builder.ts';
import { listen, type Listening } from '../../world/services/listening.ts';

const key = ecKey('P-256');
const keyPem = key.privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;

function pem(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

/** A certificate that signs itself; `padding` bytes of an unknown extension make it large. */
function certificate(commonName: string, padding = 0): string {
  const extensions =
    padding === 0 ? [] : [extension('1.3.6.1.4.1.99999.1', octetString(new Uint8Array(padding)))];
  const subject = name([OID.commonName, PRINTABLE, commonName]);
  return pem(
    certificateDer({
      algorithm: 'ecdsaSha256',
      signer: key,
      subject,
      issuer: subject,
      spki: spkiOf(key),
      extensions,
    }),
  );
}

/** What a TLS server needs to show a certificate that nobody vouches for. */
export function ownCertificate(): TlsOptions {
  return { cert: certificate('peer.example'), key: keyPem };
}

/** Speaks TLS; whoever connects gets `more` certificates after its own, each with `padding` bytes. */
export function tlsPeer(
  more = 0,
  padding = 0,
  options: TlsOptions = {},
  address = '127.0.0.1',
): Promise<Listening> {
  const others = Array.from({ length: more }, (_, at) => certificate(`Another ${at}`, padding));
  const server = createTlsServer({
    cert: [certificate('peer.example'), ...others].join(''),
    key: keyPem,
    ...options,
  });
  server.on('tlsClientError', () => {});
  return listen(server, { address });
}

function tcpPeer(met: (socket: Socket) => void): Promise<Listening> {
  const server: Server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    met(socket);
  });
  return listen(server);
}

/** Takes the connection and says nothing. */
export const silentPeer = (): Promise<Listening> => tcpPeer(() => {});

/** Hangs up at once. */
export const closingPeer = (): Promise<Listening> => tcpPeer((socket) => socket.destroy());

/** Says what is not TLS. */
export const garbagePeer = (): Promise<Listening> =>
  tcpPeer((socket) => socket.write('HTTP/1.1 400 Bad Request\r\n\r\nThis is no TLS.'));

/** Says the beginning of a TLS record that never ends, a byte at a time. */
export const drippingPeer = (): Promise<Listening> =>
  tcpPeer((socket) => {
    socket.write(Buffer.of(0x16, 0x03, 0x03, 0x40, 0x00, 0x02));
    const timer = setInterval(() => socket.write(Buffer.of(0)), 20);
    socket.on('close', () => clearInterval(timer));
  });

/** Says records of the right form without end, as fast as they are taken. */
export const floodingPeer = (): Promise<Listening> =>
  tcpPeer((socket) => {
    const record = Buffer.alloc(5 + 16_384);
    record.set([0x16, 0x03, 0x03, 0x40, 0x00]);
    // A handshake message that says to be as long as one can be: 16 MiB.
    record.set([0x02, 0xff, 0xff, 0xff], 5);
    const pour = (): void => {
      while (!socket.destroyed && socket.write(record));
    };
    socket.on('drain', pour);
    pour();
  });
