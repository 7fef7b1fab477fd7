/** Distinguished names (RFC 5280, 4.1.2.4 and 4.1.2.6). */
import { UnreadableCertificate, type Name, type NameAttribute } from './certificate.ts';
import { bytesOf, childrenOf, contentOf, TAG, type Element } from './der.ts';
import { textOf } from './name-text.ts';
import { dottedIdentifier } from './object-identifier.ts';

function attributesOf(relativeName: Element): NameAttribute[] {
  if (relativeName.tag !== TAG.set) throw new RangeError('a relative distinguished name is not a SET');
  return childrenOf(relativeName).map((attribute) => {
    const [type, value, ...others] = childrenOf(attribute);
    if (attribute.tag !== TAG.sequence || type?.tag !== TAG.objectIdentifier || !value || others.length > 0) {
      throw new RangeError('an attribute is not a type and a value');
    }
    return { type: dottedIdentifier(contentOf(type)), value: textOf(value) };
  });
}

/**
 * Reads a Name.
 *
 * @param element the Name, already checked to be DER.
 * @param whose `issuer` or `subject`, for the message.
 * @throws UnreadableCertificate `not-a-certificate`
 */
export function readName(element: Element, whose: string): Name {
  try {
    if (element.tag !== TAG.sequence) throw new RangeError('it is not a SEQUENCE');
    return { attributes: childrenOf(element).flatMap(attributesOf), der: bytesOf(element) };
  } catch (cause) {
    throw new UnreadableCertificate(
      'not-a-certificate',
      `the ${whose} name cannot be read: ${String(cause)}`,
      { cause },
    );
  }
}

function firstOf(name: Name, type: string): string | null {
  return name.attributes.find((attribute) => attribute.type === type)?.value ?? null;
}

/** The first commonName (2.5.4.3), as OpenSSL's look-up by name gives it; null: there is none. */
export function commonName(name: Name): string | null {
  return firstOf(name, '2.5.4.3');
}

/** The first organizationName (2.5.4.10); null: there is none. */
export function organization(name: Name): string | null {
  return firstOf(name, '2.5.4.10');
}
