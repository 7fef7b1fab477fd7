import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../../src/settings/settings-file.ts';
import { DEFAULTS, HISTORY_DAYS, type Settings } from '../../../src/settings/settings.ts';

const anySettings: fc.Arbitrary<Settings> = fc.record({
  history: fc.boolean(),
  historyDays: fc.constantFrom(...HISTORY_DAYS),
  edition: fc.constantFrom('newest', '2021-03-07'),
  reasonsOpen: fc.boolean(),
  ownSites: fc.array(fc.domain()),
  country: fc.option(fc.constantFrom('FR', 'DE-BE')),
  sync: fc.boolean(),
  companionAlways: fc.boolean(),
  pageOnly: fc.boolean(),
});

function file(settings: unknown, version: unknown = 1): string {
  return JSON.stringify({ format: 'relying-party-settings', version, settings });
}

describe('a settings file', () => {
  it('brings back what was written, nothing lost', () => {
    fc.assert(
      fc.property(anySettings, (settings) => {
        expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ is: 'settings', settings });
      }),
    );
  });

  it('may hold a part of the settings, and a byte order mark', () => {
    expect(readSettingsFile(`\uFEFF${file({ historyDays: 7 })}`)).toEqual({
      is: 'settings',
      settings: { historyDays: 7 },
    });
  });

  it.each([
    ['', 'not-json'],
    ['{"format":', 'not-json'],
    ['\u0000\u0001', 'not-json'],
    ['null', 'not-settings'],
    ['[]', 'not-settings'],
    ['{"history":true}', 'not-settings'],
    [JSON.stringify(DEFAULTS), 'not-settings'],
    [file(null), 'not-settings'],
    [file({}, '1'), 'not-settings'],
    [file({}, 0), 'not-settings'],
    [file({ later: true }, 2), 'newer'],
  ])('%j is %s', (text, is) => {
    expect(readSettingsFile(text)).toEqual({ is });
  });

  it.each([
    [{ history: 'yes' }, 'history'],
    [{ history: true, historyDays: 31 }, 'historyDays'],
    [{ ownSites: ['UPPER.example'] }, 'ownSites'],
    [{ ownSites: ['<b>'] }, 'ownSites'],
    [{ edition: 'tomorrow' }, 'edition'],
    [{ misspelt: true }, 'misspelt'],
  ])('%j is refused as a whole and names its field', (settings, field) => {
    expect(readSettingsFile(file(settings))).toEqual({ is: 'unfit', field });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(readSettingsFile(text)).toHaveProperty('is');
      }),
    );
  });
});
