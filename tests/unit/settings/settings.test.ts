import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULTS, readSettings } from '../../../src/settings/settings.ts';

describe('settings', () => {
  it('keep nothing and send nothing until told otherwise', () => {
    expect(DEFAULTS).toEqual({
      history: false,
      historyDays: 30,
      edition: 'newest',
      ownSites: [],
      country: null,
      sync: false,
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
    expect(readSettings({ history: true, historyDays: 31, ownSites: ['a.example'] })).toEqual({
      ...DEFAULTS,
      history: true,
      ownSites: ['a.example'],
    });
  });
});
