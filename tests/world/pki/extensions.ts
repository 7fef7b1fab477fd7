/** The extensions that Let's Encrypt puts into its certificates and CRLs (RFC 5280, 4.2 and 5.2). */
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AccessDescription,
  AuthorityInfoAccessSyntax,
  AuthorityKeyIdentifier,
  BasicConstraints,
  CertificatePolicies,
  CRLDistributionPoints,
  CRLNumber,
  DistributionPoint,
  DistributionPointName,
  ExtendedKeyUsage,
  Extension,
  GeneralName,
  IssuingDistributionPoint,
  KeyIdentifier,
  KeyUsage,
  PolicyInformation,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  id_ad_caIssuers,
  id_ad_ocsp,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_certificatePolicies,
  id_ce_cRLDistributionPoints,
  id_ce_cRLNumber,
  id_ce_extKeyUsage,
  id_ce_issuingDistributionPoint,
  id_ce_keyUsage,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_pe_authorityInfoAccess,
} from '@peculiar/asn1-x509';

const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
/** CA/Browser Forum, domain validated. */
const DOMAIN_VALIDATED = '2.23.140.1.2.1';
/** RFC 7633, 6. */
const TLS_FEATURE = '1.3.6.1.5.5.7.1.24';

function extension(extnID: string, value: ArrayBuffer, critical = false): Extension {
  return new Extension({ extnID, critical, extnValue: new OctetString(value) });
}

const encoded = (extnID: string, value: unknown, critical = false) =>
  extension(extnID, AsnConvert.serialize(value), critical);

const url = (address: string) => new GeneralName({ uniformResourceIdentifier: address });

/** `flags`: an or of KeyUsageFlags. */
export const keyUsage = (flags: number) => encoded(id_ce_keyUsage, new KeyUsage(flags), true);

export const serverAuth = () => encoded(id_ce_extKeyUsage, new ExtendedKeyUsage([SERVER_AUTH]));

export const domainValidated = () =>
  encoded(
    id_ce_certificatePolicies,
    new CertificatePolicies([new PolicyInformation({ policyIdentifier: DOMAIN_VALIDATED })]),
  );

export const basicConstraints = (cA: boolean, pathLength: number | null) =>
  encoded(
    id_ce_basicConstraints,
    new BasicConstraints(pathLength === null ? { cA } : { cA, pathLenConstraint: pathLength }),
    true,
  );

export const subjectKeyIdentifier = (id: Buffer) =>
  encoded(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(new Uint8Array(id)));

export const authorityKeyIdentifier = (id: Buffer) =>
  encoded(
    id_ce_authorityKeyIdentifier,
    new AuthorityKeyIdentifier({ keyIdentifier: new KeyIdentifier(new Uint8Array(id)) }),
  );

/** RFC 5280, 4.2.2.1: the OCSP URL first, as Let's Encrypt listed it. */
export function authorityInformationAccess(urls: { ocsp: string | null; caIssuers: string }): Extension {
  const issuers = new AccessDescription({
    accessMethod: id_ad_caIssuers,
    accessLocation: url(urls.caIssuers),
  });
  const ocsp =
    urls.ocsp === null
      ? []
      : [new AccessDescription({ accessMethod: id_ad_ocsp, accessLocation: url(urls.ocsp) })];
  return encoded(id_pe_authorityInfoAccess, new AuthorityInfoAccessSyntax([...ocsp, issuers]));
}

const fullName = (address: string) => new DistributionPointName({ fullName: [url(address)] });

export const crlDistributionPoint = (address: string) =>
  encoded(
    id_ce_cRLDistributionPoints,
    new CRLDistributionPoints([new DistributionPoint({ distributionPoint: fullName(address) })]),
  );

/** `critical` where the subject is empty (RFC 5280, 4.2.1.6). */
export function subjectAltName(names: { dns: string[]; ip: string[] }, critical: boolean): Extension {
  return encoded(
    id_ce_subjectAltName,
    new SubjectAlternativeName([
      ...names.dns.map((dNSName) => new GeneralName({ dNSName })),
      ...names.ip.map((iPAddress) => new GeneralName({ iPAddress })),
    ]),
    critical,
  );
}

/** "must-staple": TLS feature with status_request (5) alone. */
export const mustStaple = () => extension(TLS_FEATURE, new Uint8Array([0x30, 0x03, 0x02, 0x01, 0x05]).buffer);

export const crlNumber = (value: number) => encoded(id_ce_cRLNumber, new CRLNumber(value));

/** RFC 5280, 5.2.5: which shard of the CA's list this is, for end-entity certificates only. */
export const issuingDistributionPoint = (address: string) =>
  encoded(
    id_ce_issuingDistributionPoint,
    new IssuingDistributionPoint({ distributionPoint: fullName(address), onlyContainsUserCerts: true }),
    true,
  );
