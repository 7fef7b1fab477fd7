import { describe, expect, it } from 'vitest';
import { EDITIONS, newestEdition } from '../../../src/policy/editions.ts';
import type { RightId } from '../../../src/rights/right.ts';
import { formerAddresses, rightsUnder } from '../../../src/rights/rights.ts';

const newest = newestEdition();

function right(id: RightId) {
  const found = rightsUnder(newest).find((candidate) => candidate.id === id);
  if (found === undefined) throw new Error(`No right of ${id}`);
  return found;
}

describe('the rights', () => {
  it('are those of the GDPR, by article', () => {
    const cited = rightsUnder(newest).map(({ id, articles }) => [
      id,
      articles.map(({ number, part }) => `${number}${part}`).join(', '),
    ]);
    expect(Object.fromEntries(cited)).toEqual({
      access: '15, 20(1)',
      rectification: '16',
      erasure: '17',
      restriction: '18',
      objection: '21(1)–(3)',
      'withdrawal-of-consent': '7(3)',
      'transfer-details': '15(2), 13(1)(f), 46',
      complaint: '77',
    });
  });

  it('lead to each article in the Official Journal', () => {
    expect(right('erasure').sources.at(-1)).toEqual({
      kind: 'page',
      title: 'GDPR, Art. 17',
      date: '2016-04-27',
      url: 'https://eur-lex.europa.eu/eli/reg/2016/679/oj/eng#art_17',
    });
  });

  it('are asked for at the newest address, a complaint at an authority', () => {
    const addresses = rightsUnder(newest).flatMap(({ ask }) => (ask.by === 'mail' ? [ask.address] : []));
    expect(new Set(addresses)).toEqual(new Set(['privacy@abetterinternet.org']));
    expect(addresses).toHaveLength(7);
    expect(right('complaint').ask).toEqual({ by: 'authority', which: 'local' });
  });

  it('are for relying parties too, but none of their consent is there to withdraw', () => {
    expect(right('access').contexts).toEqual(['relying-party', 'subscriber', 'visitor']);
    expect(right('withdrawal-of-consent').contexts).toEqual(['subscriber', 'visitor']);
  });

  it('say which one the law alone gives', () => {
    const unnamed = rightsUnder(newest).filter(({ namedInPolicy }) => !namedInPolicy);
    expect(unnamed.map(({ id }) => id)).toEqual(['restriction']);
    expect(right('restriction').sources.map(({ kind }) => kind)).toEqual(['page']);
    expect(right('access').sources[0]).toMatchObject({
      kind: 'policy',
      edition: '2026-07-06',
      section: 'gdpr',
    });
  });

  it('come with what to expect', () => {
    expect(right('access').notes).toEqual([
      'portable-form',
      'portability-by-law-is-narrower',
      'identity-check-possible',
    ]);
    expect(right('erasure').notes).toEqual(['deletion-may-be-impossible']);
    expect(right('objection').notes).toEqual(['covers-service-mail']);
    expect(right('withdrawal-of-consent').notes).toEqual(['covers-service-mail']);
    for (const id of ['rectification', 'restriction', 'transfer-details', 'complaint'] as const)
      expect(right(id).notes).toEqual([]);
    expect(right('withdrawal-of-consent').ask).toMatchObject({ orByUnsubscribeLink: true });
    expect(right('access').ask).toMatchObject({ orByUnsubscribeLink: false });
  });

  it.each(EDITIONS)('leave out nothing that the edition of $id grants', (edition) => {
    const named = rightsUnder(edition).filter(({ namedInPolicy }) => namedInPolicy);
    expect(new Set(named.map(({ id }) => id))).toEqual(
      new Set(edition.rights.granted.map(({ right: id }) => id)),
    );
  });
});

describe('former addresses', () => {
  it('name the one of 2021 beside the newest edition', () => {
    expect(formerAddresses(newest)).toEqual([{ address: 'security@letsencrypt.org', edition: '2021-03-07' }]);
  });

  it('hold nothing later than the edition', () => {
    const [founding] = EDITIONS;
    expect(founding && formerAddresses(founding)).toEqual([]);
  });
});
