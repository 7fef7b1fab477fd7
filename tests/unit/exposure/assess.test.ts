import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/exposure/assess.ts';
import type { HostEvidence } from '../../../src/exposure/evidence.ts';
import type { Answer, ChannelState } from '../../../src/exposure/exposure.ts';
import type { Browser } from '../../../src/revocation/browser.ts';
import {
  ANOTHERS,
  BEFORE_2025,
  certificate,
  CHROMIUM,
  CHROMIUM_SIGHTING,
  CLAIMED,
  contact,
  context,
  evidence,
  FIREFOX,
  HIDDEN,
  LOCAL,
  OLD_FIREFOX,
  OTHER,
  PROVEN,
  sighting,
  STAGING,
  STRANGER,
  unseen,
} from './evidence.ts';

interface Row {
  what: string;
  browser: Browser;
  host: HostEvidence;
  /** OCSP, CRL, issuer. */
  states: [ChannelState, ChannelState, ChannelState];
  answer: Answer;
}

const before2025 = certificate(BEFORE_2025);
const imported = sighting({ builtInRoot: false });
const chromium = sighting(CHROMIUM_SIGHTING);

const ROWS: Row[] = [
  {
    what: 'Firefox, a certificate of today',
    browser: FIREFOX,
    host: evidence(),
    states: ['not-named', 'not-expected', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Firefox, a certificate that names a responder, built-in root',
    browser: FIREFOX,
    host: evidence({ certificate: before2025 }),
    states: ['not-expected', 'not-named', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Firefox, imported root, and the browser reports a try',
    browser: FIREFOX,
    host: evidence({ certificate: before2025, sighting: imported, triedAt: 1 }),
    states: ['tried', 'not-named', 'not-expected'],
    answer: 'asked',
  },
  {
    what: 'Firefox, imported root, and the browser reports no try',
    browser: FIREFOX,
    host: evidence({ certificate: before2025, sighting: imported }),
    states: ['not-observed', 'not-named', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Firefox, imported root, an answer from the cache: no word about OCSP',
    browser: FIREFOX,
    host: evidence({ certificate: before2025, sighting: { ...imported, usedOcsp: null, fromCache: true } }),
    states: ['possible', 'not-named', 'not-expected'],
    answer: 'may-have-asked',
  },
  {
    what: 'Firefox, imported root, valid for six days: too short to be asked about',
    browser: FIREFOX,
    host: evidence({
      certificate: certificate(BEFORE_2025, 6),
      sighting: { ...imported, usedOcsp: null, fromCache: true },
    }),
    states: ['not-expected', 'not-named', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Firefox 141, built-in root: what it does was not measured, but it reports no try',
    browser: OLD_FIREFOX,
    host: evidence({ certificate: before2025 }),
    states: ['not-observed', 'not-named', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Firefox 141, built-in root, from the cache',
    browser: OLD_FIREFOX,
    host: evidence({ certificate: before2025, sighting: sighting({ usedOcsp: null, fromCache: true }) }),
    states: ['possible', 'not-named', 'not-expected'],
    answer: 'may-have-asked',
  },
  {
    what: 'Firefox, a request to the responder seen leaving',
    browser: FIREFOX,
    host: evidence({ certificate: before2025, contacts: [contact('ocsp', 'http://r11.o.lencr.org/')] }),
    states: ['seen-leaving', 'not-named', 'not-expected'],
    answer: 'asked',
  },
  {
    what: 'Firefox, no certificate seen',
    browser: FIREFOX,
    host: unseen({ is: 'unknown', why: 'not-seen' }),
    states: ['cannot-tell', 'not-expected', 'not-expected'],
    answer: 'cannot-tell',
  },
  {
    what: 'Chromium that shows certificates, a certificate of today',
    browser: CHROMIUM,
    host: evidence({ sighting: chromium }),
    states: ['not-named', 'not-expected', 'unlikely'],
    answer: 'probably-not-asked',
  },
  {
    what: 'Chromium that shows certificates, one that names a responder',
    browser: CHROMIUM,
    host: evidence({ certificate: before2025, sighting: chromium }),
    states: ['not-expected', 'not-named', 'unlikely'],
    answer: 'probably-not-asked',
  },
  {
    what: 'stock Chromium: the certificate is hidden',
    browser: CHROMIUM,
    host: unseen(),
    states: ['not-expected', 'not-expected', 'unlikely'],
    answer: 'cannot-tell',
  },
  {
    what: 'an unknown browser, a certificate of today',
    browser: STRANGER,
    host: evidence({ sighting: chromium }),
    states: ['not-named', 'possible', 'possible'],
    answer: 'may-have-asked',
  },
  {
    what: 'an unknown browser, a hidden certificate',
    browser: STRANGER,
    host: unseen(),
    states: ['cannot-tell', 'cannot-tell', 'cannot-tell'],
    answer: 'cannot-tell',
  },
  {
    what: "another CA: its channels do not count for Let's Encrypt",
    browser: FIREFOX,
    host: evidence({ issuer: OTHER, certificate: certificate(ANOTHERS), sighting: imported, triedAt: 1 }),
    states: ['tried', 'not-expected', 'not-expected'],
    answer: 'no-lets-encrypt',
  },
  {
    what: 'a private CA',
    browser: FIREFOX,
    host: evidence({
      issuer: LOCAL,
      certificate: certificate({ ocsp: [], crl: [], issuer: [] }),
      sighting: imported,
    }),
    states: ['not-named', 'not-named', 'not-named'],
    answer: 'no-lets-encrypt',
  },
  {
    what: "another CA's certificate that names Let's Encrypt's responder",
    browser: FIREFOX,
    host: evidence({ issuer: OTHER, certificate: before2025, sighting: imported, triedAt: 1 }),
    states: ['tried', 'not-named', 'not-expected'],
    answer: 'asked',
  },
  {
    what: "a certificate that claims Let's Encrypt and leads elsewhere",
    browser: FIREFOX,
    host: evidence({ issuer: CLAIMED, certificate: certificate(ANOTHERS), sighting: imported }),
    states: ['not-observed', 'not-expected', 'not-expected'],
    answer: 'probably-not-asked',
  },
  {
    what: 'staging',
    browser: CHROMIUM,
    host: evidence({ issuer: STAGING, sighting: chromium }),
    states: ['not-named', 'not-expected', 'unlikely'],
    answer: 'probably-not-asked',
  },
  {
    what: 'an extension that could not be read',
    browser: FIREFOX,
    host: evidence({
      certificate: certificate({ ...BEFORE_2025, ocsp: 'unreadable' }),
      sighting: { ...imported, usedOcsp: null },
    }),
    states: ['cannot-tell', 'not-named', 'not-expected'],
    answer: 'cannot-tell',
  },
];

describe('assess', () => {
  it.each(ROWS)('$what: $answer', ({ browser, host, states, answer }) => {
    const exposure = assess(host, context(browser));
    const { ocsp, crl, issuer } = exposure.channels;
    expect([ocsp.state, crl.state, issuer.state]).toEqual(states);
    expect(exposure.answer).toBe(answer);
  });

  it('counts a request to the responder as observable when it watches for them', () => {
    const host = evidence({
      certificate: before2025,
      sighting: sighting({ builtInRoot: false, usedOcsp: null }),
    });
    expect(assess(host, context(FIREFOX, ['ocsp'])).channels.ocsp.state).toBe('not-observed');
  });

  it.each([
    ['proven', PROVEN, 'lets-encrypt'],
    ['claimed', CLAIMED, 'lets-encrypt'],
    ['local', LOCAL, 'another'],
    ['other', OTHER, 'another'],
    ['unknown', HIDDEN, 'unknown'],
  ] as const)(
    'knows whose service a channel would lead to that no address is named for: %s',
    (_, issuer, whose) => {
      const nothing = certificate({ ocsp: [], crl: [], issuer: [] });
      const { channels } = assess(evidence({ issuer, certificate: nothing }), context(FIREFOX));
      expect(Object.values(channels).map(({ recipient }) => recipient)).toEqual([whose, whose, whose]);
    },
  );

  it("keeps its answer for a claimed certificate all of whose addresses are another CA's", () => {
    const identrust = certificate({
      ocsp: ['http://isrg.trustid.ocsp.identrust.com'],
      crl: ['http://crl.identrust.com/DSTROOTCAX3CRL.crl'],
      issuer: ['http://apps.identrust.com/roots/dstrootcax3.p7c'],
    });
    const answer = (issuer: HostEvidence['issuer']) =>
      assess(evidence({ issuer, certificate: identrust }), context(FIREFOX)).answer;
    expect(answer(CLAIMED)).toBe('probably-not-asked');
    expect(answer(OTHER)).toBe('no-lets-encrypt');
  });

  it('takes the latest of several requests, and a try for OCSP alone', () => {
    const early = { ...contact('crl', 'http://r11.c.lencr.org/1.crl'), at: 1 };
    const late = { ...contact('crl', 'http://r11.c.lencr.org/2.crl'), at: 2 };
    for (const contacts of [
      [early, late],
      [late, early],
    ]) {
      const { channels } = assess(evidence({ contacts, triedAt: 3 }), context(FIREFOX));
      expect(channels.crl).toMatchObject({ contact: late, endpoint: late.endpoint, triedAt: null });
      expect(channels.ocsp).toMatchObject({ contact: null, triedAt: 3 });
    }
  });

  it('knows no certificate, and no exposure, for a host without TLS', () => {
    const exposure = assess({ ...unseen(), origin: 'http://example.org' }, context(FIREFOX));
    expect(exposure).toMatchObject({ secure: false, answer: 'no-lets-encrypt', reasons: [] });
  });

  it("knows Let's Encrypt's own sites", () => {
    expect(assess(evidence({ origin: 'https://letsencrypt.org' }), context(FIREFOX)).ownSite).toBe('website');
    expect(
      assess(evidence({ origin: 'https://letsencrypt.org.example' }), context(FIREFOX)).ownSite,
    ).toBeNull();
  });
});

/** Issuer × certificate × what was seen × contacts × browser: everything that an assessment can be given. */
function* wholeSpace(): Generator<{ host: HostEvidence; browser: Browser; watched: boolean }> {
  const unreadable = { ...BEFORE_2025, ocsp: 'unreadable' as const };
  const nothing = { ocsp: [], crl: [], issuer: [] };
  for (const issuer of [PROVEN, STAGING, CLAIMED, LOCAL, OTHER, HIDDEN])
    for (const endpoints of [null, BEFORE_2025, ANOTHERS, unreadable, nothing])
      for (const builtInRoot of [true, false, null])
        for (const usedOcsp of [true, false, null])
          for (const triedAt of [null, 1])
            for (const contacts of [
              [],
              [contact('ocsp', 'http://r11.o.lencr.org/')],
              [contact('crl', 'http://c.example/')],
            ])
              for (const browser of [
                FIREFOX,
                OLD_FIREFOX,
                CHROMIUM,
                STRANGER,
                { ...FIREFOX, platform: 'android' as const },
              ])
                for (const watched of [true, false])
                  yield {
                    host: evidence({
                      issuer,
                      certificate: endpoints === null ? null : certificate(endpoints),
                      sighting: endpoints === null ? null : sighting({ builtInRoot, usedOcsp }),
                      triedAt,
                      contacts,
                    }),
                    browser,
                    watched,
                  };
}

const ALL = [...wholeSpace()].map(({ host, browser, watched }) => ({
  host,
  browser,
  exposure: assess(host, context(browser, watched ? ['ocsp'] : [])),
}));
type Assessment = (typeof ALL)[number];

const channelsOf = ({ exposure }: Assessment) => Object.values(exposure.channels);
const statesOf = (assessment: Assessment) => channelsOf(assessment).map(({ state }) => state);

/** The first few assessments that break a rule: enough to see why. */
function breaking(rule: (assessment: Assessment) => boolean): Assessment[] {
  return ALL.filter((assessment) => !rule(assessment)).slice(0, 3);
}

describe('the whole space of assessments', () => {
  it('is large', () => {
    expect(ALL.length).toBeGreaterThan(10_000);
  });

  it('says asked from evidence, and only from evidence', () => {
    const evident = (assessment: Assessment) =>
      channelsOf(assessment).some(
        ({ state, recipient }) => (state === 'seen-leaving' || state === 'tried') && recipient !== 'another',
      );
    expect(breaking((one) => (one.exposure.answer === 'asked') === evident(one))).toEqual([]);
  });

  it('takes a request seen leaving for what it is, and a reported try after it', () => {
    const contacted = ({ host }: Assessment) => host.contacts.some(({ channel }) => channel === 'ocsp');
    const state = ({ exposure }: Assessment) => exposure.channels.ocsp.state;
    expect(breaking((one) => (state(one) === 'seen-leaving') === contacted(one))).toEqual([]);
    expect(
      breaking((one) => (state(one) === 'tried') === (!contacted(one) && one.host.triedAt !== null)),
    ).toEqual([]);
  });

  it('calls a channel unnamed only where the certificate was read and names none', () => {
    const named = ({ host }: Assessment, channel: 'ocsp' | 'crl' | 'issuer') =>
      host.certificate?.endpoints[channel];
    const none = (one: Assessment, channel: 'ocsp' | 'crl' | 'issuer') => {
      const urls = named(one, channel);
      return Array.isArray(urls) && urls.length === 0;
    };
    expect(
      breaking((one) =>
        channelsOf(one).every(({ channel, state }) => state !== 'not-named' || none(one, channel)),
      ),
    ).toEqual([]);
    expect(
      breaking((one) =>
        channelsOf(one).every(({ channel, state }) => state !== 'possible' || !none(one, channel)),
      ),
    ).toEqual([]);
  });

  it('never clears a page whose issuer it does not know', () => {
    const open = ['asked', 'may-have-asked', 'cannot-tell'];
    expect(
      breaking(({ host, exposure }) => host.issuer.is !== 'unknown' || open.includes(exposure.answer)),
    ).toEqual([]);
  });

  it("never says that a proven or claimed certificate is not Let's Encrypt's", () => {
    const names = ({ host }: Assessment) => host.issuer.is === 'proven' || host.issuer.is === 'claimed';
    expect(breaking((one) => !names(one) || one.exposure.answer !== 'no-lets-encrypt')).toEqual([]);
  });

  it('expects nothing of a browser that it does not know', () => {
    const assuming = (one: Assessment) =>
      statesOf(one).some((state) => state === 'not-expected' || state === 'unlikely');
    expect(breaking((one) => one.browser !== STRANGER || !assuming(one))).toEqual([]);
  });

  it('gives a reason for every answer and a source for every reason', () => {
    expect(breaking(({ exposure }) => exposure.reasons.length > 0)).toEqual([]);
    const sourced = ({ exposure }: Assessment) =>
      exposure.reasons.every(({ source }) => {
        if (source.kind === 'this-visit') return source.api !== '';
        return source.kind === 'measured' ? source.date !== '' : source.url.startsWith('https://');
      });
    expect(breaking(sourced)).toEqual([]);
  });
});
