/** A handshake → the answer that the extension gets. */
import { X509Certificate } from 'node:crypto';
import type { Answer, Sighted, Staple } from '../src/companion/protocol.ts';
import { readOcspResponse } from '../src/revocation/ocsp-response.ts';
import type { Handshake } from './handshake.ts';

export function sightingOf(id: number, handshake: Handshake): Extract<Answer, { type: 'sighting' }> {
  const { chain, tlsVersion, nodeRejects, staple, milliseconds } = handshake;
  return {
    type: 'sighting',
    id,
    certificatesAsNodeReports: chain.map((der) => der.toString('base64')),
    tlsVersion,
    nodeRejects,
    staple: stapleOf(staple, chain[0]),
    ocspResponse: staple?.toString('base64') ?? null,
    handshakeMilliseconds: Math.round(milliseconds * 10) / 10,
  } satisfies Sighted;
}

/** What the staple says of this certificate, found by its serial number (RFC 6960, 4.2.2.1: it may list others). */
export function stapleOf(response: Buffer | null, certificate: Buffer): Staple {
  if (response === null) return { is: 'none' };
  try {
    const said = readOcspResponse(response);
    const serialNumber = new X509Certificate(certificate).serialNumber.toLowerCase();
    const single = said?.responses.find((one) => one.serialNumber === serialNumber);
    if (said === null || single === undefined) return { is: 'unfit' };
    const { status, thisUpdate, nextUpdate } = single;
    return { is: 'answer', producedAt: said.producedAt, thisUpdate, nextUpdate, status };
  } catch {
    return { is: 'unfit' };
  }
}
