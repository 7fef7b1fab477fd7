import { describe, expect, it } from 'vitest';
import { builtinRootPreferences, installBuiltinRoots } from '../../world/builtin-root/install.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { FIREFOX_BUILT_IN, FIREFOX_IMPORTED } from './expectations.ts';
import { describeSites, onStage } from './sites.ts';

describe('Firefox, the roots imported by its user', () => {
  const scene = onStage('firefox', {});

  describeSites(FIREFOX_IMPORTED, scene);

  it('says when, whom and what, after a try', async () => {
    const { stage, browser } = scene();
    const popup = await PopupOnPage.at(browser, stage.world.site('before-2025').url);
    await popup.says("Your browser tried to ask Let's Encrypt about this visit.");
    const text = await popup.wholeText();
    expect(text).toMatch(/Tried at \d{1,2}:\d\d.*, r11\.o\.lencr\.org/);
    expect(text).toContain("Issued by Let's Encrypt R11, proven by its key.");
    expect(text).toContain('which certificate, and so which site (OCSP)');
    expect(text).toMatch(/normally gone before \w+ \d+, \d{4}/);
    expect(text).toContain("Let's Encrypt switched its OCSP responders off on August 6, 2025.");
    await popup.close();
  });

  it('agrees with the log of the responder', async () => {
    const { stage, browser } = scene();
    const site = stage.world.site('before-2025-ec');
    await browser.visit(site.url);
    expect(stage.world.since(0, 'ocsp').flatMap(({ serials = [] }) => serials)).toContain(site.serialNumber);
  });

  it('cannot tell where Firefox refuses the page and shows no certificate', async () => {
    const { stage, browser } = scene();
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    const popup = await PopupOnPage.here(browser);
    await popup.says('The certificate could not be seen');
    await popup.close();
  });

  it('knows pages without TLS and pages of the browser', async () => {
    const { stage, browser } = scene();
    const plain = await PopupOnPage.at(browser, stage.world.site('http').url);
    await plain.says('This page came without TLS');
    expect((await plain.report()).kind).toBe('http');
    await plain.close();
    const none = await PopupOnPage.at(browser, 'about:blank');
    await none.says('No site here');
    await none.close();
  });
});

describe('Firefox, the roots built in', () => {
  const scene = onStage('firefox', ({ world }) => ({
    roots: 'none',
    builtInRoots: (profile) => installBuiltinRoots(profile, world.rootFiles),
    preferences: builtinRootPreferences([...world.hosts, '127.0.0.1']),
  }));

  describeSites(FIREFOX_BUILT_IN, scene);

  it('asks no responder, and the log agrees', () => {
    expect(scene().stage.world.since(0, 'ocsp')).toEqual([]);
  });
});

describe('Firefox without access to sites', () => {
  const scene = onStage('firefox', { siteAccess: false });

  it('says so, and offers to allow it', async () => {
    const { stage, browser } = scene();
    const popup = await PopupOnPage.at(browser, stage.world.site('today').url);
    await popup.says('The certificate could not be seen');
    const text = await popup.wholeText();
    expect(text).toContain('The extension has no access to this site');
    expect(text).toContain('Allow');
    await popup.close();
  });
});
