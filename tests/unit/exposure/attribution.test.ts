import { describe, expect, it } from 'vitest';
import { attribute, CONNECTING_LIMIT, type Connecting } from '../../../src/exposure/attribution.ts';
import type { Departure } from '../../../src/exposure/departure.ts';

const E6 = 'http://e6.o.lencr.org/';
const DEPARTURE: Departure = { channel: 'ocsp', endpoint: E6, at: 1_000, private: false };

function connecting(origin: string, ocsp: string[] | null, details: Partial<Connecting> = {}): Connecting {
  return {
    tabId: 1,
    origin,
    from: 990,
    until: 1_050,
    failed: false,
    private: false,
    named: ocsp === null ? null : { ocsp, crl: [], issuer: [] },
    tried: true,
    ...details,
  };
}

const A = connecting('https://a.example', [E6]);
const B = connecting('https://b.example', [E6], { tabId: 2 });
const other = connecting('https://c.example', ['http://ocsp.example-ca.test/'], { tabId: 3 });

describe('a check seen leaving', () => {
  it('belongs to the one place whose certificate names its endpoint', () => {
    expect(attribute(DEPARTURE, [other, A], 1_060)).toEqual({
      is: 'attributed',
      to: { tabId: 1, origin: 'https://a.example' },
    });
  });

  it('waits for a certificate: the check leaves during the handshake, before the certificate is seen', () => {
    const early = { ...A, named: null, until: null, tried: null };
    expect(attribute(DEPARTURE, [early], 1_001)).toEqual({ is: 'waiting' });
    expect(attribute(DEPARTURE, [{ ...early, named: A.named }], 1_050).is).toBe('attributed');
  });

  it('is not guessed when two tabs connect to sites that name the same responder', () => {
    expect(attribute(DEPARTURE, [A, B], 1_060)).toEqual({
      is: 'unattributed',
      candidates: [
        { tabId: 1, origin: 'https://a.example' },
        { tabId: 2, origin: 'https://b.example' },
      ],
    });
  });

  it('is not of a connection on which the browser says it tried none', () => {
    expect(attribute(DEPARTURE, [A, { ...B, tried: false }], 1_060)).toMatchObject({
      is: 'attributed',
      to: { tabId: 1 },
    });
    expect(attribute(DEPARTURE, [{ ...A, tried: false }], 1_060)).toEqual({
      is: 'unattributed',
      candidates: [],
    });
  });

  it('counts several requests of one tab to one site as one place', () => {
    expect(attribute(DEPARTURE, [A, { ...A, until: 1_100 }, { ...A, named: null }], 1_060).is).toBe(
      'attributed',
    );
  });

  it('stays open beside a connection whose certificate never came, as after a must-staple failure', () => {
    const failed = { ...B, named: null, tried: null, failed: true };
    expect(attribute(DEPARTURE, [A, failed], 1_060)).toEqual({
      is: 'unattributed',
      candidates: [{ tabId: 1, origin: 'https://a.example' }],
    });
    expect(attribute(DEPARTURE, [failed], 1_060)).toEqual({ is: 'unattributed', candidates: [] });
  });

  it('is waited for no longer than a handshake may last', () => {
    const unseen = { ...B, named: null, tried: null, until: null };
    expect(attribute(DEPARTURE, [A, unseen], 1_060).is).toBe('waiting');
    expect(attribute(DEPARTURE, [A, unseen], 1_000 + CONNECTING_LIMIT).is).toBe('unattributed');
    const today = Date.UTC(2026, 10, 22);
    const now = { ...DEPARTURE, at: today };
    expect(attribute(now, [{ ...unseen, from: today }], today + 60).is).toBe('waiting');
  });

  it('is of no request that had its response before, or began later', () => {
    for (const outside of [
      { ...A, until: 900, from: 800 },
      { ...A, from: 1_100, until: 1_200 },
      { ...A, from: 1_000 - CONNECTING_LIMIT, until: null },
    ])
      expect(attribute(DEPARTURE, [outside], 1_300)).toEqual({ is: 'unattributed', candidates: [] });
  });

  it('is still of a request whose clock differs by five milliseconds, and of none by six', () => {
    const began = (from: number) => attribute(DEPARTURE, [{ ...A, from }], 1_060).is;
    expect([began(1_005), began(1_006)]).toEqual(['attributed', 'unattributed']);
    const answered = (until: number) => attribute(DEPARTURE, [{ ...A, until }], 1_060).is;
    expect([answered(995), answered(994)]).toEqual(['attributed', 'unattributed']);
  });

  it('takes a tab’s sites, and a site’s tabs, for different places', () => {
    const elsewhere = { ...A, origin: 'https://b.example' };
    const again = { ...A, tabId: 2 };
    for (const beside of [elsewhere, again])
      expect(attribute(DEPARTURE, [A, beside], 1_060)).toMatchObject({
        is: 'unattributed',
        candidates: [
          { tabId: 1, origin: 'https://a.example' },
          { tabId: beside.tabId, origin: beside.origin },
        ],
      });
    for (const beside of [elsewhere, again])
      expect(attribute(DEPARTURE, [A, { ...beside, named: null, failed: true }], 1_060).is).toBe(
        'unattributed',
      );
  });

  it('passes over an address in a certificate that is none', () => {
    const named = { ocsp: ['not an address', E6], crl: [], issuer: [] };
    expect(attribute(DEPARTURE, [{ ...A, named }], 1_060).is).toBe('attributed');
  });

  it('never crosses between private windows and others', () => {
    expect(attribute(DEPARTURE, [{ ...A, private: true }], 1_060)).toEqual({
      is: 'unattributed',
      candidates: [],
    });
    expect(attribute({ ...DEPARTURE, private: true }, [A, { ...B, private: true }], 1_060)).toMatchObject({
      to: { tabId: 2 },
    });
  });

  it('is compared by channel: a fetch of a CRL is no question to the responder on the same host', () => {
    const crl: Departure = { ...DEPARTURE, channel: 'crl' };
    expect(attribute(crl, [A], 1_060).is).toBe('unattributed');
    const named = { ocsp: [], crl: [`${E6}1.crl`], issuer: [] };
    expect(attribute(crl, [{ ...A, named, tried: false }], 1_060).is).toBe('attributed');
  });
});
