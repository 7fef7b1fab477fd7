/** What browsers tell of a response, as their listeners get it, with certificates made here. */
import { createHash } from 'node:crypto';
import { certificateDer, extension, name, OID, PRINTABLE } from '../certificate/certificate-builder.ts';
import { oid, sequence, text } from '../certificate/der-builder.ts';
import type { Kind } from './browser-in-memory.ts';

/** A certificate that names an OCSP responder; its issuer is as named. */
export function certificate(issuer: string, responder = 'http://o.example/'): Uint8Array {
  return certificateDer({
    issuer: name([OID.organization, PRINTABLE, issuer], [OID.commonName, PRINTABLE, issuer]),
    extensions: [
      extension(
        OID.authorityInfoAccess,
        sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), text(0x86, responder))),
      ),
    ],
  });
}

/** The fields of `details` that both browsers tell. */
export function response(url: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    requestId: `request of ${url}`,
    url,
    tabId: 1,
    frameId: 0,
    parentFrameId: -1,
    type: 'main_frame',
    method: 'GET',
    statusCode: 200,
    responseHeaders: [{ name: 'Content-Type', value: 'text/html' }],
    incognito: false,
    timeStamp: Date.now(),
    ...more,
  };
}

/** What the browser says of a connection with this certificate. */
export function securityInfo(der: Uint8Array, kind: Kind, more: Record<string, unknown> = {}): unknown {
  const sha256 = createHash('sha256').update(der).digest('hex').toUpperCase().match(/../g)?.join(':');
  const leaf = { fingerprint: { sha256 }, isBuiltInRoot: false };
  return kind === 'firefox'
    ? {
        certificates: [
          { ...leaf, rawDER: [...der] },
          { ...leaf, isBuiltInRoot: true },
        ],
        usedOcsp: false,
        ...more,
      }
    : { certificates: [{ ...leaf, rawDER: der.buffer.slice(der.byteOffset, der.byteOffset + der.length) }] };
}
