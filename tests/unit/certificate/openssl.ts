/** What `openssl x509` says of a certificate, in the words of this project. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { promisify } from 'node:util';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import { commonName } from '../../../src/certificate/name.ts';

export interface Facts {
  commonName: string | null;
  /** The issuer's attribute values, in order. */
  issuer: string[];
  serialNumber: string;
  notBefore: string;
  notAfter: string;
  /** OCSP, CA issuers and CRL URLs together, sorted. */
  urls: string[];
}

const COMMAND = [
  'openssl x509 -inform DER -noout -subject -issuer -serial -dates -dateopt iso_8601',
  '-nameopt sep_multiline,sname,utf8 -ext authorityInfoAccess,crlDistributionPoints',
].join(' ');
const END = '==== end, status';

/** One name's attributes: each on its line, those of one set joined by ` + `. */
function attributes(output: string, whose: string): [type: string, value: string][] {
  const lines = new RegExp(`^${whose}=\\n((?: {4}.*\\n)*)`, 'm').exec(output)?.[1] ?? '';
  return lines
    .split('\n')
    .filter((text) => text !== '')
    .flatMap((text) => text.slice(4).split(/ \+ (?=[A-Za-z]+=)/))
    .map((attribute) => {
      const equals = attribute.indexOf('=');
      return [attribute.slice(0, equals), attribute.slice(equals + 1)];
    });
}

function line(output: string, label: string): string {
  return new RegExp(`^${label}=(.*)$`, 'm').exec(output)?.[1] ?? '';
}

function parse(output: string): Facts {
  return {
    commonName: attributes(output, 'subject').find(([type]) => type === 'CN')?.[1] ?? null,
    issuer: attributes(output, 'issuer').map(([, value]) => value),
    serialNumber: line(output, 'serial').toLowerCase(),
    notBefore: line(output, 'notBefore').replace(' ', 'T'),
    notAfter: line(output, 'notAfter').replace(' ', 'T'),
    // Reasons of a distribution point follow its URL on the same line.
    urls: [...output.matchAll(/URI:(.*?)(?: {4}Reasons: ?)?$/gm)].map(([, url]) => url ?? '').toSorted(),
  };
}

/**
 * Runs openssl on each certificate, in one shell, since starting processes is most of the time. null: it reads no
 * certificate in these bytes, or cannot print its names.
 */
export async function opensslFacts(ders: readonly Uint8Array[]): Promise<(Facts | null)[]> {
  const folder = await mkdtemp(`${tmpdir()}/openssl-facts-`);
  try {
    await Promise.all(ders.map((der, index) => writeFile(`${folder}/${index}`, der)));
    const script = `for i in $(seq 0 ${ders.length - 1}); do ${COMMAND} -in $i 2>/dev/null; echo "${END} $?"; done`;
    const { stdout } = await promisify(execFile)('sh', ['-c', script], { cwd: folder, maxBuffer: 2 ** 26 });
    return stdout
      .split(new RegExp(`(?<=^${END} \\d+)\n`, 'm'))
      .filter((output) => output !== '')
      .map((output) => (output.endsWith(`${END} 0`) ? parse(output) : null));
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The same facts as this project reads them. */
export function factsOf(certificate: Certificate): Facts {
  const { subject, issuer, serialNumber, validity, ocspUrls, caIssuersUrls, crlUrls } = certificate;
  return {
    commonName: commonName(subject),
    issuer: issuer.attributes.map(({ value }) => value),
    serialNumber,
    ...validity,
    urls: [ocspUrls, caIssuersUrls, crlUrls].flat().toSorted(),
  };
}
