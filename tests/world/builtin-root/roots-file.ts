/** The file from which the PKCS#11 module reads its roots; its form is described in token.c. */
import { createHash, X509Certificate } from 'node:crypto';
import { AsnConvert } from '@peculiar/asn1-schema';
import { Certificate } from '@peculiar/asn1-x509';

export interface Root {
  /** As the browser's list of certificates shows it. */
  name: string;
  /** PEM text. */
  certificate: string;
}

/** DER INTEGER of fewer than 128 octets. */
const integer = (octets: Buffer) => Buffer.concat([Buffer.from([0x02, octets.length]), octets]);

function fieldsOf({ name, certificate }: Root): Buffer[] {
  const der = new X509Certificate(certificate).raw;
  const { subject, issuer, serialNumber } = AsnConvert.parse(der, Certificate).tbsCertificate;
  return [
    Buffer.from(name),
    der,
    Buffer.from(AsnConvert.serialize(subject)),
    Buffer.from(AsnConvert.serialize(issuer)),
    integer(Buffer.from(serialNumber)),
    createHash('sha1').update(der).digest(),
  ];
}

/** The file's content. */
export function rootsFile(roots: Root[]): Buffer {
  return Buffer.concat(
    roots.flatMap(fieldsOf).flatMap((field) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(field.length);
      return [length, field];
    }),
  );
}
