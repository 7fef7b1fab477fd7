import { describe, expect, it } from 'vitest';
import { assess } from '../../../src/exposure/assess.ts';
import { assessPage } from '../../../src/exposure/page.ts';
import {
  BEFORE_2025,
  certificate,
  context,
  evidence,
  FIREFOX,
  OTHER,
  sighting,
  STAGING,
  unseen,
} from './evidence.ts';

const at = (host: string, details = {}) =>
  assess(evidence({ origin: `https://${host}`, ...details }), context(FIREFOX));

const quiet = at('quiet.example');
const another = at('another.example', {
  issuer: OTHER,
  certificate: certificate({ ocsp: [], crl: [], issuer: [] }),
});
const asked = at('asked.example', {
  certificate: certificate(BEFORE_2025),
  sighting: sighting({ builtInRoot: false }),
  triedAt: 1,
});
const possible = at('possible.example', {
  certificate: certificate(BEFORE_2025),
  sighting: sighting({ builtInRoot: false, usedOcsp: null }),
});
const hidden = assess(unseen(), context(FIREFOX));

describe('assessPage', () => {
  it('answers with the strongest over the hosts', () => {
    expect(assessPage(another, [], 0).answer).toBe('no-lets-encrypt');
    expect(assessPage(another, [quiet], 0).answer).toBe('probably-not-asked');
    expect(assessPage(quiet, [another, possible], 0).answer).toBe('may-have-asked');
    expect(assessPage(quiet, [possible, asked, hidden], 0).answer).toBe('asked');
  });

  it('cannot tell where the page itself shows no certificate, whatever the harmless rest', () => {
    expect(assessPage(hidden, [quiet, another], 0).answer).toBe('cannot-tell');
  });

  it('names the host that decided, and puts its reasons first', () => {
    const page = assessPage(quiet, [another, asked], 0);
    expect(page.decidedBy).toBe('asked.example');
    const about = (host: string) =>
      page.reasons.filter((reason) => reason.about === host).map(({ id }) => id);
    expect(page.reasons[0]?.about).toBe('asked.example');
    expect(about('asked.example')).toEqual(asked.reasons.map(({ id }) => id));
    expect(about('quiet.example')).toEqual(quiet.reasons.map(({ id }) => id));
    expect(page.reasons.length).toBe(asked.reasons.length + quiet.reasons.length);
  });

  it('lets the page itself decide when no other host says more', () => {
    const page = assessPage(quiet, [at('also-quiet.example')], 0);
    expect(page.decidedBy).toBe('quiet.example');
    expect(page.reasons).toEqual(quiet.reasons);
  });

  it("says first of all that a site is Let's Encrypt's own", () => {
    const own = at('letsencrypt.org');
    expect(assessPage(own, [asked], 0)).toMatchObject({ answer: 'own-site', decidedBy: 'letsencrypt.org' });
    expect(assessPage(quiet, [own], 0).answer).toBe('probably-not-asked');
  });

  it('tells staging and how many hosts are left out', () => {
    expect(assessPage(at('staging.example', { issuer: STAGING }), [], 12)).toMatchObject({
      environment: 'staging',
      omittedHosts: 12,
    });
    expect(assessPage(quiet, [], 0).environment).toBe('production');
    expect(assessPage(another, [], 0).environment).toBeNull();
  });
});
