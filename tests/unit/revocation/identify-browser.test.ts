import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifyBrowser } from '../../../src/revocation/identify-browser.ts';

const UNKNOWN = { name: 'unknown', engine: 'unknown', version: null, platform: 'unknown' };

describe('identifyBrowser', () => {
  it('knows Firefox by what it says of itself', () => {
    const browserInfo = { name: 'Firefox', vendor: 'Mozilla', version: '153.7.0', buildID: '20261103151912' };
    expect(identifyBrowser({ browserInfo, os: 'linux' })).toEqual({
      name: 'Firefox',
      engine: 'gecko',
      version: 153,
      platform: 'desktop',
    });
    expect(identifyBrowser({ browserInfo, os: 'android' }).platform).toBe('android');
  });

  it('does not take a relative of Firefox for Firefox', () => {
    const tor = { name: 'Firefox', vendor: 'Tor Project', version: '140.2.0' };
    expect(identifyBrowser({ browserInfo: tor, os: 'win' })).toMatchObject({
      name: 'Tor Project',
      engine: 'gecko',
    });
    const userAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0';
    expect(identifyBrowser({ userAgent })).toMatchObject({ name: 'Gecko', engine: 'gecko', version: 153 });
  });

  it.each([
    [['Chromium', 'Not/A)Brand'], 'Chromium'],
    [['Google Chrome', 'Not;A=Brand', 'Chromium'], 'Google Chrome'],
    [['Not(A:Brand', 'Chromium', 'Microsoft Edge'], 'Microsoft Edge'],
    [['Chromium', 'Brave', ' Not A;Brand'], 'Brave'],
    [['Not?A_Brand', 'Opera', 'Chromium'], 'Opera'],
  ])('reads the brands %j as %s, with the version of the engine', (names, name) => {
    const brands = names.map((brand) => ({ brand, version: brand === 'Chromium' ? '156' : '99' }));
    expect(identifyBrowser({ brands, os: 'mac' })).toEqual({
      name,
      engine: 'chromium',
      version: 156,
      platform: 'desktop',
    });
  });

  it('falls back on the user agent string', () => {
    const chrome =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36';
    expect(identifyBrowser({ userAgent: chrome })).toMatchObject({ name: 'Chromium', version: 156 });
    expect(identifyBrowser({ brands: [], userAgent: `${chrome} Edg/155.0.0.0` })).toMatchObject({
      name: 'Microsoft Edge',
      engine: 'chromium',
      version: 156,
    });
    expect(identifyBrowser({ userAgent: chrome.replace('Chrome', 'HeadlessChrome') }).version).toBe(156);
  });

  it.each([
    ['OPR/120.0.0.0', 'Opera'],
    ['Vivaldi/7.5.1', 'Vivaldi'],
    ['EdgA/156.0.0.0', 'Microsoft Edge'],
  ])('knows a relative of Chrome by %s in the user agent string', (token, name) => {
    const userAgent = `Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36 ${token}`;
    expect(identifyBrowser({ userAgent })).toMatchObject({ name, engine: 'chromium', version: 156 });
  });

  it('takes no made-up brand for a name, however it is written', () => {
    for (const made of ['Not-A.Brand', 'NotABrand', 'Not  A  Brand', ' Not_A Brand']) {
      const brands = [made, 'Chromium'].map((brand) => ({ brand, version: '156' }));
      expect(identifyBrowser({ brands }).name).toBe('Chromium');
    }
  });

  it('believes no more than a browser would say of itself', () => {
    const told = (info: object) =>
      identifyBrowser({ browserInfo: { name: 'Firefox', version: '153.7.0', ...info } });
    // Forks that give no vendor are not told apart from Firefox.
    expect(told({ vendor: '' }).name).toBe('Firefox');
    expect(told({ name: 'Fennec', vendor: 'Somebody' }).name).toBe('Fennec');
    expect(told({ vendor: 'x'.repeat(500) }).name.length).toBeLessThan(100);
    for (const version of ['v153', '15300000', ''])
      expect(told({ vendor: 'Mozilla', version }).version).toBeNull();
    expect(identifyBrowser({ os: 7, userAgent: 7 })).toEqual(UNKNOWN);
  });

  it('says unknown when nothing is told', () => {
    expect(identifyBrowser({})).toEqual(UNKNOWN);
    expect(identifyBrowser({ browserInfo: null, brands: {}, userAgent: 'curl/8', os: 'fuchsia' })).toEqual(
      UNKNOWN,
    );
    expect(identifyBrowser({ browserInfo: { name: '', version: '1' } })).toEqual(UNKNOWN);
    expect(identifyBrowser({ browserInfo: { name: 'Firefox', version: 'nightly' } }).version).toBeNull();
  });

  it('never throws, nor hands on a name too long to show or a version that is none', () => {
    const near = fc.record(
      {
        browserInfo: fc.oneof(
          fc.anything(),
          fc.record({ name: fc.string(), vendor: fc.string(), version: fc.string() }),
        ),
        brands: fc.oneof(fc.anything(), fc.array(fc.record({ brand: fc.string(), version: fc.string() }))),
        userAgent: fc.anything(),
        os: fc.anything(),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(near, (description) => {
        const { name, version } = identifyBrowser(description);
        expect(name.trim()).not.toBe('');
        expect(name.length).toBeLessThanOrEqual(60);
        expect(version === null || (Number.isInteger(version) && version >= 0)).toBe(true);
      }),
    );
  });
});
