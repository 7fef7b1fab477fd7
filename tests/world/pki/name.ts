/** Distinguished names, encoded as Let's Encrypt's CAs encode theirs: PrintableString, one attribute in each RDN. */
import { AttributeTypeAndValue, AttributeValue, Name, RelativeDistinguishedName } from '@peculiar/asn1-x509';

export interface CaName {
  country: string;
  organization: string;
  commonName: string;
}

const COUNTRY = '2.5.4.6';
const ORGANIZATION = '2.5.4.10';
const COMMON_NAME = '2.5.4.3';

function attribute(type: string, value: AttributeValue): RelativeDistinguishedName {
  return new RelativeDistinguishedName([new AttributeTypeAndValue({ type, value })]);
}

/** PrintableString as far as its alphabet goes (X.680, 41.4); a hostile name needs more. */
const printable = (text: string) =>
  new AttributeValue(/^[\w '()+,./:=?-]*$/.test(text) ? { printableString: text } : { utf8String: text });

export function caName(name: CaName): Name {
  return new Name([
    attribute(COUNTRY, printable(name.country)),
    attribute(ORGANIZATION, printable(name.organization)),
    attribute(COMMON_NAME, printable(name.commonName)),
  ]);
}

/** A leaf's subject: a common name only, or nothing, as in Let's Encrypt's `shortlived` profile. */
export function leafName(commonName: string | null): Name {
  return new Name(
    commonName === null ? [] : [attribute(COMMON_NAME, new AttributeValue({ utf8String: commonName }))],
  );
}
