/** The frame of the extensions (RFC 5280, 4.2): which there are, and the bytes of each. */
import { UnreadableCertificate, type Extension } from './certificate.ts';
import { childrenOf, contentOf, TAG, type Element } from './der.ts';
import { dottedIdentifier } from './object-identifier.ts';

/** Extension contents (what the OCTET STRING holds) by dotted object identifier. */
export type Extensions = ReadonlyMap<string, Extension<Uint8Array>>;

/** critical is a BOOLEAN that may be left out; it decides nothing here. */
function valueOf(parts: Element[]): Extension<Uint8Array> {
  const value =
    parts.length === 2
      ? parts[1]
      : parts.length === 3 && parts[1]?.tag === TAG.boolean
        ? parts[2]
        : undefined;
  return value?.tag === TAG.octetString ? contentOf(value) : 'unreadable';
}

/**
 * Reads the list of extensions. One that is there twice cannot be relied on (RFC 5280, 4.2: no more than one of
 * each) and counts as unreadable.
 *
 * @param field the `[3]` field of TBSCertificate, already checked to be DER.
 * @throws UnreadableCertificate `not-a-certificate` when it is not even a list of identified extensions.
 */
export function readExtensions(field: Element): Extensions {
  const extensions = new Map<string, Extension<Uint8Array>>();
  try {
    const [list, ...others] = childrenOf(field);
    if (list?.tag !== TAG.sequence || others.length > 0) throw new RangeError('they are not one SEQUENCE');
    for (const entry of childrenOf(list)) {
      if (entry.tag !== TAG.sequence) throw new RangeError('one of them is not a SEQUENCE');
      const parts = childrenOf(entry);
      const [identifier] = parts;
      if (identifier?.tag !== TAG.objectIdentifier) throw new RangeError('one of them has no identifier');
      const type = dottedIdentifier(contentOf(identifier));
      extensions.set(type, extensions.has(type) ? 'unreadable' : valueOf(parts));
    }
  } catch (cause) {
    throw new UnreadableCertificate('not-a-certificate', `the extensions cannot be read: ${String(cause)}`, {
      cause,
    });
  }
  return extensions;
}
