import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displaySettings, DISPLAY_SETTINGS } from '../../../src/settings/display-settings.ts';
import { siteHost } from '../../../src/settings/own-site.ts';
import { DEFAULTS, readSettings, type Settings } from '../../../src/settings/settings.ts';

describe('settings', () => {
  it('keep nothing and send nothing until told otherwise', () => {
    expect(DEFAULTS).toEqual({
      history: false,
      historyDays: 30,
      edition: 'newest',
      reasonsOpen: false,
      ownSites: [],
      country: null,
      sync: false,
      companionAlways: false,
      pageOnly: false,
    });
  });

  it('are whole whatever was stored', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(Object.keys(readSettings(stored)).toSorted()).toEqual(Object.keys(DEFAULTS).toSorted());
      }),
    );
  });

  it('lose one field that does not fit, not the others', () => {
    expect(readSettings({ history: true, historyDays: 31, ownSites: ['a.example'], other: 1 })).toEqual({
      ...DEFAULTS,
      history: true,
      ownSites: ['a.example'],
    });
  });

  it('take nothing for a setting that objects merely inherit', () => {
    expect(readSettings(JSON.parse('{"constructor":1,"__proto__":{"history":true}}'))).toEqual(DEFAULTS);
  });
});

describe('the settings that may be synchronised', () => {
  it('never say anything about a person, whatever else is set', () => {
    const everything: Settings = {
      history: true,
      historyDays: 365,
      edition: '2021-03-07',
      reasonsOpen: true,
      ownSites: ['mine.example'],
      country: 'DE-BE',
      sync: true,
      companionAlways: true,
      pageOnly: true,
    };
    expect(displaySettings(everything)).toEqual({ edition: '2021-03-07', reasonsOpen: true });
    for (const name of ['history', 'historyDays', 'ownSites', 'country', 'sync', 'pageOnly'])
      expect(DISPLAY_SETTINGS).not.toContain(name);
  });
});

describe('a site of one’s own', () => {
  it.each([
    ['example.org', 'example.org'],
    [' Example.ORG. ', 'example.org'],
    ['https://example.org:8443/path?q#f', 'example.org'],
    ['http://user:word@example.org/', 'example.org'],
    ['bücher.example', 'xn--bcher-kva.example'],
    ['xn--bcher-kva.example', 'xn--bcher-kva.example'],
    // A Cyrillic a: another name than the one it looks like, and written so.
    ['\u0430pple.example', 'xn--pple-43d.example'],
    ['localhost', 'localhost'],
    ['192.0.2.1', '192.0.2.1'],
    ['[2001:db8::1]', '[2001:db8::1]'],
  ])('%s is %s', (typed, host) => {
    expect(siteHost(typed)).toBe(host);
  });

  it.each([
    '',
    '   ',
    'two words',
    'a..b',
    '-a.example',
    'a_b.example',
    'ftp://example.org',
    'javascript:alert(1)',
    '<img>',
    `${'a'.repeat(64)}.example`,
    `${'abcdefg.'.repeat(40)}example`,
  ])('%j names none', (typed) => {
    expect(siteHost(typed)).toBeNull();
  });

  it('is written in one way only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.webUrl(), fc.string()), (typed) => {
        const host = siteHost(typed);
        if (host === null) return;
        expect(siteHost(host)).toBe(host);
        expect(readSettings({ ownSites: [host] }).ownSites).toEqual([host]);
      }),
    );
  });
});
