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
