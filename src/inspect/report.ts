/** The report for people. */
import { inert } from './inert.ts';
import type { Inspection, LetsEncrypt, Readable } from './inspection.ts';

function urls(list: string[] | null): string {
  if (list === null) return 'cannot be read';
  return list.length === 0 ? 'none named' : list.map(inert).join(' ');
}

function verdict({ is, authority, environment }: LetsEncrypt): string {
  const ca = authority === null ? 'an unnamed CA' : inert(authority);
  switch (is) {
    case 'proven':
      return environment === 'staging'
        ? `proven, signed by ${ca} of the staging environment: a test certificate that browsers do not trust`
        : `proven, signed by ${ca}`;
    case 'claimed':
      return `claimed and not proven: it names ${ca}, and no key of Let's Encrypt is known to have signed it`;
    case 'no':
      return 'no, another CA';
  }
}

function facts(certificate: Readable): [label: string, value: string][] {
  const { subject, issuer, validity, mustStaple } = certificate;
  const named = [issuer.commonName, issuer.organization].filter((name) => name !== null).map(inert);
  return [
    ['Subject', subject.commonName === null ? 'no common name' : inert(subject.commonName)],
    ['Issuer', named.length === 0 ? 'no name' : named.join(', ')],
    ["Let's Encrypt", verdict(certificate.letsEncrypt)],
    ['Valid', `${validity.notBefore} to ${validity.notAfter}`],
    ['Serial number', certificate.serialNumber],
    ['SHA-256', certificate.sha256],
    ['OCSP', urls(certificate.ocspUrls)],
    ['CRL', urls(certificate.crlUrls)],
    ['CA issuers', urls(certificate.caIssuersUrls)],
    ['Must-staple', mustStaple === null ? 'cannot be read' : mustStaple ? 'yes' : 'no'],
  ];
}

/** A few lines about one certificate, without an end of line; everything that comes from outside is inert. */
export function reportOf(inspection: Inspection): string {
  const title = `${inert(inspection.file)}, certificate ${inspection.index + 1}`;
  if (!inspection.readable) return `${title}\n  Unreadable: ${inert(inspection.error)}`;
  const lines = facts(inspection).map(([label, value]) => `  ${label.padEnd(15)}${value}`);
  return [title, ...lines].join('\n');
}

/** Counts over a whole run. */
export interface Tally {
  proven: number;
  claimed: number;
  no: number;
  unreadable: number;
}

/** Adds inspections to a tally. */
export function count(tally: Tally, inspections: readonly Inspection[]): Tally {
  const sum = { ...tally };
  for (const inspection of inspections) sum[inspection.readable ? inspection.letsEncrypt.is : 'unreadable']++;
  return sum;
}

/** The last line of the report. */
export function summary({ proven, claimed, no, unreadable }: Tally): string {
  return `Let's Encrypt: ${proven} proven, ${claimed} claimed, ${no} no; ${unreadable} unreadable.`;
}
