/** How closely each response is looked at: as little as tells everything. */
import { createHash } from 'node:crypto';
import { fakeBrowser } from '@webext-core/fake-browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addressMark } from '../../../extension/background/address.ts';
import type { Observation, Tls } from '../../../extension/background/observation.ts';
import type { HostRecord } from '../../../extension/background/visit.ts';
import type { Visits } from '../../../extension/background/visits.ts';
import { certificateDer, extension, name, OID, PRINTABLE } from '../certificate/certificate-builder.ts';
import { oid, sequence, text } from '../certificate/der-builder.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));

const A = 'https://a.example';
const B = 'https://b.example';
const issuer = name([OID.commonName, PRINTABLE, 'Example CA']);
const first = certificateDer({ issuer });
const second = certificateDer({ issuer });
const withResponder = certificateDer({
  issuer,
  extensions: [
    extension(
      OID.authorityInfoAccess,
      sequence(sequence(oid('1.3.6.1.5.5.7.48.1'), text(0x86, 'http://ocsp.example/'))),
    ),
  ],
});

function tls(der: Uint8Array, details: Partial<Tls> = {}): Tls {
  const sha256 = createHash('sha256').update(der).digest('hex');
  return { chain: [der], sha256, builtInRoot: true, usedOcsp: false, fromCache: false, ...details };
}

/** As Firefox answers when it was asked for the site's own certificate. */
const alone = (der: Uint8Array): Tls => tls(der, { builtInRoot: null, ownAlone: true });

let count = 0;

function observation(details: Partial<Observation>): Observation {
  count += 1;
  return {
    requestId: `request-${count}`,
    tabId: 1,
    forPage: false,
    disposition: 'stays',
    origin: B,
    address: addressMark(`${B}/${count}`),
    pageOrigin: A,
    pageAddress: addressMark(`${A}/`),
    documentId: null,
    parentDocumentId: null,
    top: true,
    ahead: false,
    incognito: false,
    at: 1_000 + count,
    tls: null,
    ...details,
  };
}

let visits: Visits;
let changed = vi.fn<(tabId: number, shown: number | null) => void>();

/** A page of A is loaded and shown; its document has the name. */
async function page(documentId: string, incognito = false): Promise<void> {
  const own = {
    forPage: true,
    disposition: 'shows' as const,
    origin: A,
    address: addressMark(`${A}/`),
    incognito,
  };
  const arrival = observation({ ...own, documentId, tls: tls(first) });
  visits.meet(arrival);
  visits.observe(arrival);
  visits.shows(1, { origin: A, address: addressMark(`${A}/`), sameDocument: false, at: arrival.at });
  await visits.get(1);
}

/** What is recorded of B on the newest page. */
async function recorded(): Promise<HostRecord | undefined> {
  return (await visits.get(1))?.pages[0]?.hosts.find(({ origin }) => origin === B);
}

/** What is wanted of a response of B; the answer is recorded. */
async function look(details: Partial<Observation>): Promise<string> {
  const response = observation(details);
  const want = visits.meet(response);
  if (want !== 'nothing') visits.observe(response);
  await visits.get(1);
  return want;
}

beforeEach(async () => {
  fakeBrowser.reset();
  vi.resetModules();
  const { Visits: Fresh } = await import('../../../extension/background/visits.ts');
  changed = vi.fn<(tabId: number, shown: number | null) => void>();
  visits = new Fresh({ changed, closing: async () => undefined });
  await page('document-1');
});

it('looks at the whole of a host that was not seen before', async () => {
  expect(await look({ documentId: 'document-1', tls: tls(second) })).toBe('certificates');
});

describe('a host that another page showed with its whole chain', () => {
  beforeEach(async () => {
    await look({ documentId: 'document-1', tls: tls(second) });
    await page('document-2');
  });

  it('is recognised by its own certificate, root and all', async () => {
    expect(await look({ documentId: 'document-2', tls: alone(second) })).toBe('own-certificate');
    expect(await recorded()).toMatchObject({ certificate: tls(second).sha256, builtInRoot: true });
    expect(await look({ documentId: 'document-2' })).toBe('nothing');
  });

  it('is not looked at twice meanwhile, as its certificate names no responder', async () => {
    const response = observation({ documentId: 'document-2', tls: alone(second) });
    expect(visits.meet(response)).toBe('own-certificate');
    expect(visits.meet(observation({ documentId: 'document-2' }))).toBe('nothing');
  });

  it('is looked at anew when it shows another certificate', async () => {
    await look({ documentId: 'document-2', tls: alone(first) });
    expect(await recorded()).toMatchObject({ certificate: tls(first).sha256, builtInRoot: null });
    const local = tls(first, { builtInRoot: false });
    expect(await look({ documentId: 'document-2', tls: local })).toBe('certificates');
    expect(await recorded()).toMatchObject({ certificate: tls(first).sha256, builtInRoot: false });
    expect(await look({ documentId: 'document-2' })).toBe('nothing');
  });

  it('is looked at whole when the private window has not seen it', async () => {
    await visits.forget(1);
    const inPrivate = observation({ tabId: 2, incognito: true, documentId: 'document-3' });
    expect(visits.meet(inPrivate)).toBe('certificates');
  });
});

it('looks at the whole again where the browser does not tell of roots', async () => {
  await look({ documentId: 'document-1', tls: tls(second, { builtInRoot: null }) });
  await page('document-2');
  expect(await look({ documentId: 'document-2', tls: tls(second, { builtInRoot: null }) })).toBe(
    'certificates',
  );
});

it('looks for tries of OCSP while a host is being looked at whose certificate names a responder', async () => {
  await look({ documentId: 'document-1', tls: tls(withResponder) });
  await page('document-2');
  visits.meet(observation({ documentId: 'document-2' }));
  expect(visits.meet(observation({ documentId: 'document-2' }))).toBe('ocsp');
});

describe('a look for a try of OCSP', () => {
  const light = (usedOcsp: boolean): Tls => tls(withResponder, { chain: [], builtInRoot: null, usedOcsp });

  beforeEach(async () => {
    await look({ documentId: 'document-1', tls: tls(withResponder) });
  });

  it('that told of none changes nothing, and is told to whoever matches checks', async () => {
    const told = vi.fn<NonNullable<Visits['recorded']>>();
    visits.recorded = told;
    changed.mockClear();
    expect(await look({ documentId: 'document-1', tls: light(false) })).toBe('ocsp');
    expect(changed).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledOnce();
  });

  it('that told of one is recorded', async () => {
    expect(await look({ documentId: 'document-1', tls: light(true) })).toBe('ocsp');
    expect((await recorded())?.triedAt).not.toBeNull();
  });

  it('from a document that was not known makes it known', async () => {
    await look({ documentId: 'frame', parentDocumentId: 'document-1', top: false, tls: light(false) });
    expect((await visits.get(1))?.pages[0]?.documents).toContain('frame');
  });
});
