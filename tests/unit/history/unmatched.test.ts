import { describe, expect, it } from 'vitest';
import { NO_FILTER } from '../../../src/history/filter.ts';
import { CANDIDATES, unmatchedContact, unmatchedMatcher } from '../../../src/history/unmatched.ts';

const request = {
  channel: 'ocsp' as const,
  endpoint: 'http://e6.o.lencr.org/',
  at: 1_000,
  candidates: ['https://a.example:8443', 'https://a.example', 'https://b.example'],
};
const contact = unmatchedContact(request, '2026-11-22');

describe('a request that no page could be matched with', () => {
  it('names the sites that it may be about once each, and whose service it left for', () => {
    expect(contact).toEqual({
      day: '2026-11-22',
      at: 1_000,
      channel: 'ocsp',
      endpoint: 'http://e6.o.lencr.org/',
      recipient: 'lets-encrypt',
      candidates: ['a.example', 'b.example'],
    });
    const other = unmatchedContact({ ...request, endpoint: 'http://ocsp.example/' }, '2026-11-22');
    expect(other.recipient).toBe('unknown');
  });

  it('is bounded', () => {
    const candidates = Array.from({ length: 100 }, (_, at) => `https://${at}.example`);
    expect(unmatchedContact({ ...request, candidates }, '2026-11-22').candidates).toHaveLength(CANDIDATES);
  });

  it.each([
    [{}, true],
    [{ contactsOnly: true }, true],
    [{ site: 'B.example' }, true],
    [{ site: 'c.example' }, false],
    [{ authority: 'lets-encrypt' as const }, false],
    [{ from: '2026-11-22', to: '2026-11-22' }, true],
    [{ from: '2026-11-23' }, false],
    [{ to: '2026-11-21' }, false],
  ])('is let through by a filter or not: %o', (filter, shown) => {
    expect(unmatchedMatcher({ ...NO_FILTER, ...filter })(contact)).toBe(shown);
  });

  it('is not found by a part of a site when none is known', () => {
    const nobody = unmatchedContact({ ...request, candidates: [] }, '2026-11-22');
    expect(unmatchedMatcher(NO_FILTER)(nobody)).toBe(true);
    expect(unmatchedMatcher({ ...NO_FILTER, site: 'a' })(nobody)).toBe(false);
  });
});
