/** Each reason of an assessment, word for word, with the source that it names. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/exposure/assess.ts';
import type { Context } from '../../../src/exposure/context.ts';
import { certificateFacts, type HostEvidence } from '../../../src/exposure/evidence.ts';
import type { Reason } from '../../../src/exposure/reason.ts';
import { HOSTS_AS_OF } from '../../../src/letsencrypt/endpoint.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { RESPONDERS_OFF } from '../../../src/revocation/milestones.ts';
import { leaf, holder } from '../letsencrypt/pki.ts';
import {
  ANOTHERS,
  BEFORE_2025,
  certificate,
  CHROMIUM,
  CHROMIUM_SIGHTING,
  contact,
  context,
  evidence,
  FIREFOX,
  HIDDEN,
  LOCAL,
  OTHER,
  PROVEN,
  sighting,
  STAGING,
  STRANGER,
  TODAY,
  unseen,
} from './evidence.ts';

const VISIT = { kind: 'this-visit', api: 'webRequest.getSecurityInfo' };
const TRIED = { kind: 'this-visit', api: 'webRequest.getSecurityInfo: usedOcsp' };
const WATCH = { kind: 'this-visit', api: 'proxy.onRequest' };
const TABLE = {
  kind: 'page',
  title: "Let's Encrypt: Chains of Trust",
  date: '2026-08-21',
  url: 'https://letsencrypt.org/certificates/',
};
const claimed = {
  is: 'claimed',
  authority: 'R11',
  organization: "Let's Encrypt",
  why: 'signature-fails',
  localRoot: true,
} as const;
const before2025 = certificate(BEFORE_2025);
const imported = sighting({ builtInRoot: false });

function reasons(host: HostEvidence, within: Context = context(FIREFOX)): Reason[] {
  return assess(host, within).reasons;
}

/** The reasons with these names, in their order. */
function only(ids: Reason['id'][], host: HostEvidence, within?: Context): Reason[] {
  return reasons(host, within).filter(({ id }) => ids.includes(id));
}

describe('who issued', () => {
  it.each<[string, Issuer, object[]]>([
    [
      'proven',
      PROVEN,
      [{ id: 'issuer-proven', authority: 'R11', proof: { by: 'authority-key' }, source: TABLE }],
    ],
    [
      'proven for staging',
      STAGING,
      [
        {
          id: 'issuer-proven',
          authority: '(STAGING) Riddling Rhubarb R12',
          proof: { by: 'authority-key' },
          source: TABLE,
        },
        {
          id: 'issuer-staging',
          authority: '(STAGING) Riddling Rhubarb R12',
          source: {
            kind: 'page',
            title: "Let's Encrypt: Staging Environment",
            date: '2026-08-21',
            url: 'https://letsencrypt.org/docs/staging-environment/',
          },
        },
      ],
    ],
    [
      'claimed, with a root of this computer',
      claimed,
      [
        { id: 'issuer-claimed', authority: 'R11', why: 'signature-fails', source: TABLE },
        { id: 'local-root', authority: 'R11', source: VISIT },
      ],
    ],
    [
      'claimed, with a built-in root',
      { ...claimed, localRoot: false },
      [{ id: 'issuer-claimed', authority: 'R11', why: 'signature-fails', source: TABLE }],
    ],
    [
      'claimed, with a root of unknown kind',
      { ...claimed, localRoot: null },
      [{ id: 'issuer-claimed', authority: 'R11', why: 'signature-fails', source: TABLE }],
    ],
    ['local', LOCAL, [{ id: 'issuer-local', authority: 'Company Proxy', source: VISIT }]],
    [
      'another CA',
      OTHER,
      [{ id: 'issuer-other', authority: 'Example TLS CA', organization: 'Example Trust', source: VISIT }],
    ],
  ])('%s', (_, issuer, expected) => {
    const said = reasons(evidence({ issuer })).filter(({ id }) => /^issuer-|^local-root$/.test(id));
    expect(said).toEqual(expected);
  });

  it('unknown: said once, and no channel that cannot be told of repeats it', () => {
    expect(reasons(unseen(HIDDEN), context(STRANGER))).toEqual([
      { id: 'issuer-unknown', why: 'hidden-by-browser', source: VISIT },
    ]);
  });

  it('is said first, after what the site is, and before how old the facts are', () => {
    const own = evidence({ origin: 'https://letsencrypt.org', reusedFrom: 7 });
    expect(reasons(own).slice(0, 3)).toEqual([
      {
        id: 'own-site',
        host: 'letsencrypt.org',
        service: 'website',
        source: {
          kind: 'page',
          title: "Let's Encrypt's website, its public sources",
          date: HOSTS_AS_OF,
          url: 'https://github.com/letsencrypt/website',
        },
      },
      { id: 'issuer-proven', authority: 'R11', proof: { by: 'authority-key' }, source: TABLE },
      { id: 'fact-reused', at: 7, source: VISIT },
    ]);
    expect(only(['own-site', 'fact-reused'], evidence())).toEqual([]);
  });
});

describe('what was seen of the CA being asked', () => {
  const off = (environment: 'production' | 'staging') => ({
    id: 'responders-off',
    environment,
    date: '2025-08-06',
    source: RESPONDERS_OFF.source,
  });

  it('a request that left, by what saw it, and that the responders are off', () => {
    const seen = contact('ocsp', 'http://r11.o.lencr.org/');
    const host = evidence({ certificate: before2025, sighting: imported, contacts: [seen] });
    expect(only(['seen-leaving', 'responders-off', 'another-operator'], host)).toEqual([
      {
        id: 'seen-leaving',
        channel: 'ocsp',
        endpoint: 'http://r11.o.lencr.org/',
        at: seen.at,
        source: WATCH,
      },
      off('production'),
    ]);
    const byPage = { ...seen, means: 'web-request' as const };
    expect(only(['seen-leaving'], { ...host, contacts: [byPage] })).toMatchObject([
      { source: { kind: 'this-visit', api: 'webRequest.onBeforeRequest' } },
    ]);
  });

  it('a try that the browser reports', () => {
    const host = evidence({ certificate: before2025, sighting: imported, triedAt: 9 });
    expect(only(['tried', 'responders-off'], host)).toEqual([
      { id: 'tried', channel: 'ocsp', endpoint: 'http://r11.o.lencr.org', at: 9, source: TRIED },
      off('production'),
    ]);
  });

  it('a try of a staging responder, which is off as well', () => {
    const endpoints = { ...BEFORE_2025, ocsp: ['http://stg-r12.o.lencr.org'] };
    const host = evidence({
      issuer: STAGING,
      certificate: certificate(endpoints),
      sighting: imported,
      triedAt: 9,
    });
    expect(only(['responders-off'], host)).toEqual([off('staging')]);
  });

  it('a try of another CA’s responder, whose own policy counts, and of which nothing is known to be off', () => {
    const host = evidence({
      issuer: OTHER,
      certificate: certificate(ANOTHERS),
      sighting: imported,
      triedAt: 9,
    });
    expect(only(['tried', 'another-operator', 'responders-off'], host)).toEqual([
      { id: 'tried', channel: 'ocsp', endpoint: 'http://ocsp.example-trust.test/', at: 9, source: TRIED },
      { id: 'another-operator', channel: 'ocsp', endpoint: 'http://ocsp.example-trust.test/', source: VISIT },
    ]);
  });

  it('a request for a CRL that left, which says nothing of responders', () => {
    const seen = contact('crl', 'http://r11.c.lencr.org/45.crl');
    expect(
      only(['seen-leaving', 'another-operator', 'responders-off'], evidence({ contacts: [seen] })),
    ).toEqual([
      {
        id: 'seen-leaving',
        channel: 'crl',
        endpoint: 'http://r11.c.lencr.org/45.crl',
        at: seen.at,
        source: WATCH,
      },
    ]);
  });

  it('none, where the watch or the browser would have shown it', () => {
    const host = evidence({ certificate: before2025, sighting: imported });
    expect(only(['not-observed'], host)).toEqual([{ id: 'not-observed', channel: 'ocsp', source: TRIED }]);
    expect(only(['not-observed'], host, context(FIREFOX, ['ocsp']))).toEqual([
      { id: 'not-observed', channel: 'ocsp', source: WATCH },
    ]);
  });
});

describe('what the browser and the certificate let expect', () => {
  it('a channel that the certificate does not name, and ones that the browser never uses', () => {
    expect(only(['not-named', 'not-expected'], evidence())).toEqual([
      { id: 'not-named', channel: 'ocsp', source: VISIT },
      {
        id: 'not-expected',
        channel: 'crl',
        browser: 'Firefox 153',
        changedBy: null,
        source: { kind: 'measured', browser: 'Firefox ESR 153.7.0', date: '2026-11-22' },
      },
      {
        id: 'not-expected',
        channel: 'issuer',
        browser: 'Firefox 153',
        changedBy: null,
        source: { kind: 'measured', browser: 'Firefox ESR 153.7.0', date: '2026-11-22' },
      },
    ]);
  });

  it('what a browser of an unknown kind may do, and with whom', () => {
    const host = evidence({ certificate: certificate(ANOTHERS), issuer: OTHER });
    const leftToClients = {
      kind: 'page',
      title: 'ISRG CP/CPS 6.2, section 4.9.6',
      date: '2026-08-12',
      url: 'https://letsencrypt.org/documents/isrg-cp-cps-v6.2/',
    };
    const crl = { channel: 'crl', endpoint: 'http://crl.example-trust.test/1.crl' };
    const issuer = { channel: 'issuer', endpoint: 'http://issuer.example-trust.test/ca.cer' };
    expect(reasons(host, context(STRANGER)).slice(1)).toEqual([
      { id: 'possible', browser: 'unknown', ...crl, source: leftToClients },
      { id: 'another-operator', ...crl, source: VISIT },
      { id: 'possible', browser: 'unknown', ...issuer, source: leftToClients },
      { id: 'another-operator', ...issuer, source: VISIT },
      { id: 'not-observed', channel: 'ocsp', source: TRIED },
    ]);
  });

  it('that Let’s Encrypt’s responder would not answer, where a browser of an unknown kind may ask it', () => {
    const host = evidence({ certificate: before2025, sighting: sighting(CHROMIUM_SIGHTING) });
    expect(only(['possible', 'responders-off'], host, context(STRANGER))).toMatchObject([
      { id: 'possible', channel: 'ocsp', endpoint: 'http://r11.o.lencr.org' },
      { id: 'responders-off', environment: 'production' },
      { id: 'possible', channel: 'issuer' },
    ]);
  });

  it('a channel that cannot be told of, as what the certificate says of it cannot be read', () => {
    const host = evidence({
      certificate: certificate({ ...TODAY, crl: 'unreadable' }),
      sighting: sighting(CHROMIUM_SIGHTING),
    });
    expect(only(['cannot-tell'], host, context(STRANGER))).toMatchObject([{ channel: 'crl' }]);
  });

  it('what a browser does seldom, by who measured it', () => {
    const host = evidence({ sighting: sighting(CHROMIUM_SIGHTING) });
    expect(only(['unlikely'], host, context(CHROMIUM))).toEqual([
      {
        id: 'unlikely',
        channel: 'issuer',
        browser: 'Chromium 156',
        source: { kind: 'measured', browser: 'Chromium 156.0.8078.79', date: '2026-11-22' },
      },
    ]);
  });

  it('the strongest of them first', () => {
    const seen = contact('issuer', 'http://r11.i.lencr.org/');
    const host = evidence({
      certificate: certificate({ ...TODAY, ocsp: ['http://r11.o.lencr.org'] }),
      sighting: imported,
      contacts: [seen],
      triedAt: 9,
    });
    const channels = reasons(host).flatMap((reason) => ('channel' in reason ? [reason.channel] : []));
    expect(channels).toEqual(['issuer', 'ocsp', 'crl']);
  });
});

describe('Chromium, which tells nothing of its own checks', () => {
  const chromium = context(CHROMIUM);
  const unseenChecks = {
    id: 'checks-unseen',
    browser: 'Chromium 156',
    source: { kind: 'measured', browser: 'Chromium 156.0.8078.79', date: '2026-11-22' },
  };

  it('is said to tell nothing, with what the certificate allows', () => {
    const host = evidence({ sighting: sighting(CHROMIUM_SIGHTING) });
    expect(only(['checks-unseen', 'certificate-allows'], host, chromium)).toEqual([
      unseenChecks,
      {
        id: 'certificate-allows',
        places: [
          { channel: 'crl', endpoint: 'http://r11.c.lencr.org/45.crl' },
          { channel: 'issuer', endpoint: 'http://r11.i.lencr.org/' },
        ],
        source: VISIT,
      },
    ]);
    expect(only(['checks-unseen', 'certificate-allows'], host)).toEqual([]);
  });

  it('is said to tell nothing where nothing is named, and where no certificate was seen', () => {
    const nothing = evidence({ certificate: certificate({ ocsp: [], crl: [], issuer: [] }) });
    for (const host of [nothing, unseen(HIDDEN)])
      expect(only(['checks-unseen', 'certificate-allows'], host, chromium)).toEqual([unseenChecks]);
  });

  it('is named without a version where it tells none', () => {
    const [said] = only(['checks-unseen'], evidence(), context({ ...CHROMIUM, version: null }));
    expect(said).toMatchObject({ browser: 'Chromium' });
  });
});

describe('the facts of a certificate', () => {
  it('are what the certificate says', async () => {
    const authority = await holder('Example TLS CA', 'Example Trust');
    const read = await leaf(await holder('example.org'), authority);
    expect(certificateFacts(read)).toEqual({
      sha256: read.sha256,
      serialNumber: read.serialNumber,
      notBefore: read.validity.notBefore,
      notAfter: read.validity.notAfter,
      mustStaple: false,
      endpoints: { ocsp: read.ocspUrls, crl: read.crlUrls, issuer: read.caIssuersUrls },
    });
    expect(certificateFacts({ ...read, mustStaple: true }).mustStaple).toBe(true);
    expect(certificateFacts({ ...read, mustStaple: 'unreadable' }).mustStaple).toBe(false);
  });
});
