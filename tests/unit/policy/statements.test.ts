import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { factAt, leavesOf } from '../../../src/policy/leaves.ts';
import { STATEMENTS, statementOf } from '../../../src/policy/statements.ts';

describe.each(EDITIONS)('the statements of $id', (edition) => {
  it('cover every fact of the edition', () => {
    const paths = [...leavesOf(edition).keys()];
    expect(paths.length).toBeGreaterThan(150);
    expect(paths.filter((path) => statementOf(path) === null)).toEqual([]);
  });

  it('give the place in the text for everything but what is about the text as a whole', () => {
    const without = STATEMENTS.filter(({ section }) => section(edition) === null).map(({ id }) => id);
    expect(without).toEqual(['not-stated', 'edition']);
  });
});

describe('a fact', () => {
  const [founding] = EDITIONS;

  it('is found by its path, in lists by its name', () => {
    expect(factAt(founding ?? {}, 'relyingParty.retention.normallyLessThanDays')).toBe(7);
    expect(factAt(founding ?? {}, 'rights.granted[access].address')).toBe('security@letsencrypt.org');
    expect(factAt(founding ?? {}, 'relyingParty.recording.logged[ip-address]')).toBe('ip-address');
    expect(factAt(founding ?? {}, 'visitor.processors[Google Analytics].policyUrl')).toBeNull();
  });

  it('that does not exist is not found', () => {
    for (const path of [
      'relyingParty.colour',
      'visitor.processors[Nobody]',
      'sale.sold.twice',
      'nothing.at.all',
    ])
      expect(factAt(founding ?? {}, path)).toBeUndefined();
  });

  it('belongs to the statement that names most of its path', () => {
    expect(statementOf('visitor.donation.collected')?.id).toBe('donation-record');
    expect(statementOf('visitor.donation.postalAddress.keptUntil')?.id).toBe('postal-address-kept');
    expect(statementOf('visitor.donationOfAnotherKind')).toBeNull();
  });
});

it('no statement is there twice', () => {
  const ids = STATEMENTS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
