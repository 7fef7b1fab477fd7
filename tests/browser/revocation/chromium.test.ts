/** Chromium, whose own checks no extension sees: nothing is claimed unseen, nothing denied that the log shows. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setStage, type Stage } from '../stage/stage.ts';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { onStage } from '../sites/sites.ts';
import { canMount, managedChromium } from './managed-chromium.ts';
import { visitAndRead } from './said.ts';

const FLAG = 'chrome://flags/#web-request-security-info';

describe('Chromium as it is after installing', () => {
  const scene = onStage('chromium', { siteAccess: true });

  it('says what cannot be seen, what it does by default, and where the flag is', async () => {
    const { stage, browser } = scene();
    const { asked, answer, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect(asked).toEqual([]);
    expect(answer).toBe('cannot-tell');
    expect(text).toContain('By default this browser asks no CA whether a certificate was revoked.');
    expect(text).toContain('does not show its own checks of certificates to any extension');
    expect(text).toContain("An administrator's policy can change that.");
    expect(text).toContain('only when a site leaves it out');
    expect(text).toContain(FLAG);
  });

  it('denies no issuer fetch, which the log shows where the server leaves its intermediate out', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    const { text } = await visitAndRead(browser, stage.world, stage.world.site('omits-intermediate').url);
    const fetched = stage.world.since(since, 'issuer');
    expect(text).toContain('That is rare and cannot be seen.');
    expect(text).not.toMatch(/Asked at|Tried at|none was\./);
    expect(fetched.map(({ host }) => host)).toContain('ye1.i.lencr.org');
  });
});

describe('Chromium that shows certificates', () => {
  const scene = onStage('chromium', { siteAccess: true, certificateFlag: true });

  it('says what the certificate would allow, and that no default uses it', async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
      ({ main }) => main.issuer.is !== 'unknown',
    );
    expect(asked).toEqual([]);
    expect([answer, ocsp.state]).toEqual(['probably-not-asked', 'not-expected']);
    expect(text).toMatch(/would allow a request to r11\.o\.lencr\.org(:\d+)? \(OCSP\)/);
    expect(text).toContain("An administrator's policy can change that.");
    expect(text).not.toContain(FLAG);
  });
});

const mounts = await canMount();
if (!mounts)
  console.info('Skipped: Chromium under a policy. It takes the rights to mount (root), which are not there.');

describe.skipIf(!mounts)('Chromium under the policy EnableOnlineRevocationChecks', () => {
  let stage: Stage | undefined;
  let browser: BrowserUnderTest | undefined;
  const usual = process.env['CHROME_PATH'];

  beforeAll(async () => {
    stage = await setStage();
    const policies = { EnableOnlineRevocationChecks: true };
    process.env['CHROME_PATH'] = await managedChromium(stage.world.directory, policies);
    browser = await stage.open('chromium', {
      siteAccess: true,
      certificateFlag: true,
      spkiPins: [],
      rootFiles: stage.world.rootFiles,
    });
  });

  afterAll(async () => {
    if (usual === undefined) delete process.env['CHROME_PATH'];
    else process.env['CHROME_PATH'] = usual;
    await stage?.close();
  });

  function scene(): { stage: Stage; browser: BrowserUnderTest } {
    if (stage === undefined || browser === undefined) throw new Error('The stage is not set yet.');
    return { stage, browser };
  }

  it('asks the responder, which no extension sees: the popup says that a policy may change the default', async () => {
    const { stage: place, browser: chromium } = scene();
    const { asked, answer, ocsp, text } = await visitAndRead(
      chromium,
      place.world,
      place.world.site('before-2025').url,
      ({ main }) => main.issuer.is !== 'unknown',
    );
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect([answer, ocsp.state]).toEqual(['probably-not-asked', 'not-expected']);
    expect(text).toContain('By default, Chromium');
    expect(text).toContain("An administrator's policy can change that.");
    expect(text).toContain('does not show its own checks of certificates to any extension');
    expect(text).not.toMatch(/nothing was sent|was not asked|none was\./);
  });

  it('fetches the CRL, and the same is said of that', async () => {
    const { stage: place, browser: chromium } = scene();
    const since = Date.now();
    const { text } = await visitAndRead(
      chromium,
      place.world,
      place.world.site('today').url,
      ({ main }) => main.issuer.is !== 'unknown',
    );
    expect(place.world.since(since, 'crl').map(({ host }) => host)).toContain('ye1.c.lencr.org');
    expect(text).toContain('does not fetch revocation lists from CAs (CRL). An administrator');
    expect(text).toMatch(/would allow a request to ye1\.c\.lencr\.org(:\d+)? \(CRL\)/);
  });
});
