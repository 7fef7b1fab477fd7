/** One table's sites visited in one browser: what the popup and the toolbar say of each. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest } from '../driver/driver.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { setStage, type Stage, type StageOptions } from '../stage/stage.ts';
import type { Row } from './expectations.ts';

/** What the stage is once the tests of a suite run. */
export interface Scene {
  stage: Stage;
  browser: BrowserUnderTest;
}

/** Sets the stage before the suite's tests and clears it after them. */
export function onStage(
  kind: BrowserKind,
  options: StageOptions | ((stage: Stage) => StageOptions | Promise<StageOptions>),
): () => Scene {
  let scene: Scene | undefined;
  beforeAll(async () => {
    const stage = await setStage();
    try {
      const browser = await stage.open(kind, typeof options === 'function' ? await options(stage) : options);
      scene = { stage, browser };
    } catch (error) {
      await stage.close();
      throw error;
    }
  });
  afterAll(() => scene?.stage.close());
  return () => {
    if (scene === undefined) throw new Error('The stage is not set yet.');
    return scene;
  };
}

/** A test for each row: the popup's report on the site, and a toolbar title that agrees with it. */
export function describeSites(rows: Record<string, Row>, scene: () => Scene): void {
  describe.each(Object.entries(rows))('%s', (id, [answer, issuer, ocsp, crl, issuerFetch]) => {
    it(`${answer}, ${issuer}, OCSP ${ocsp}, CRL ${crl}, issuer ${issuerFetch}`, async () => {
      const { stage, browser } = scene();
      const site = stage.world.site(id);
      const popup = await PopupOnPage.at(browser, site.url);
      try {
        await expect
          .poll(async () => summary(await popup.report()))
          .toEqual([answer, issuer, ocsp, crl, issuerFetch]);
        const report = await popup.report();
        expect(report.kind === 'https' && report.page.main.issuer).toMatchObject({
          authority: expectedAuthority(id, stage),
        });
        await expect.poll(async () => (await browser.icon()).title).toBe(TITLE[answer]);
      } finally {
        await popup.close();
      }
    });
  });
}

const TITLE: Record<Row[0], string> = {
  'own-site': "Let's Encrypt's own site",
  asked: "Let's Encrypt was asked",
  'may-have-asked': "Let's Encrypt may have been asked",
  'cannot-tell': "Cannot tell whether Let's Encrypt was asked",
  'probably-not-asked': "Let's Encrypt was probably not asked",
  'no-lets-encrypt': "No Let's Encrypt certificate",
};

/** The CA that the world says issued the certificate; a redirect ends at another site. */
function expectedAuthority(id: string, { world }: Stage): string {
  return world.site(id === 'redirect' ? 'another-ca' : id).issuer;
}

function summary(report: Awaited<ReturnType<PopupOnPage['report']>>): unknown[] {
  if (report.kind !== 'https') return [report.kind];
  const { answer, main } = report.page;
  const { ocsp, crl, issuer } = main.channels;
  return [answer, main.issuer.is, ocsp.state, crl.state, issuer.state];
}
