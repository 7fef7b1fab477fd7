import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { CONTEXTS } from '../../../src/policy/context.ts';
import { EDITIONS } from '../../../src/policy/editions.ts';
import {
  changesFor,
  countChanges,
  editionsThatChanged,
  POLICY_HISTORY,
} from '../../../src/policy/history/history.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

describe('the history of the policy', () => {
  it('goes from 2015 to the newest edition, in order, with something changed by each', () => {
    const ids = POLICY_HISTORY.map(({ id }) => id);
    expect(ids).toHaveLength(19);
    expect(ids).toEqual(ids.toSorted());
    expect([ids[0], ids.at(-1)]).toEqual(['2015-09-09', EDITIONS.at(-1)?.id]);
    expect(POLICY_HISTORY.filter(({ changes }) => changes.length === 0)).toEqual([]);
  });

  it('can be read for one context, newest first', () => {
    const relying = changesFor('relying-party');
    expect(relying[0]?.id).toBe('2025-01-15');
    expect(
      relying.flatMap(({ changes }) => changes).every(({ contexts }) => contexts.includes('relying-party')),
    ).toBe(true);
    expect(relying.map(({ id }) => id)).not.toContain('2022-08-29');
    expect(changesFor('visitor').map(({ id }) => id)).toContain('2022-08-29');
  });

  it('loses no change when it is read for each context in turn', () => {
    const seen = new Set(
      CONTEXTS.flatMap((context) => changesFor(context).flatMap(({ changes }) => changes)),
    );
    expect(seen.size).toBe(countChanges(POLICY_HISTORY));
    expect(countChanges(changesFor(null))).toBe(seen.size);
  });

  it('tells when a statement changed', () => {
    const when = (after: string, upTo: string) =>
      editionsThatChanged('subscriber-retention', after, upTo).map(({ id }) => id);
    expect(when('2015-09-09', '2026-07-06')).toEqual([
      '2018-06-22',
      '2020-06-26',
      '2020-07-21',
      '2025-01-15',
    ]);
    expect(when('2021-03-07', '2026-07-06')).toEqual(['2025-01-15']);
    expect(when('2025-01-15', '2026-07-06')).toEqual([]);
  });
});

const Editions = v.array(
  v.object({
    id: v.string(),
    publishedAt: v.string(),
    permalink: v.string(),
    statedDate: v.optional(v.string()),
    changes: v.array(
      v.object({
        role: v.string(),
        what: v.string(),
        from: v.optional(v.string()),
        to: v.optional(v.string()),
      }),
    ),
  }),
);
const file = reference('data/policy-history.json', 'the list of changes against the history of the policy');
const extracted = file === null ? [] : v.parse(Editions, readJson(file));

describe.skipIf(file === null)('the history, against what was extracted from the website’s sources', () => {
  it('has the same editions, of the same dates, at the same places', () => {
    expect(
      POLICY_HISTORY.map(({ id, publishedAt, url, datedByPublication }) => ({
        id,
        publishedAt,
        url,
        datedByPublication,
      })),
    ).toEqual(
      extracted.map(({ id, publishedAt, permalink, statedDate }) => ({
        id,
        publishedAt,
        url: permalink,
        datedByPublication: statedDate !== undefined,
      })),
    );
  });

  it('has every change of every edition', () => {
    const short = POLICY_HISTORY.filter(({ changes }, index) => {
      const wanted = extracted[index]?.changes.length ?? Infinity;
      return changes.length < wanted;
    });
    expect(short.map(({ id }) => id)).toEqual([]);
  });

  it('names every address and every other company whose standing changed', () => {
    const names = (value: unknown) =>
      new Set(
        JSON.stringify(value).match(
          /[a-z]+@[a-z.]+\w|Shopify|SHIPHERO|SendOwl|MailChimp|Gemini|Printful|Formstack|BoldSign|Monday Merch|Sage Intacct|The Giving Block|DonorBox|Stripe/g,
        ),
      );
    const wrong = POLICY_HISTORY.filter(({ changes }, index) => {
      const ours = names(changes);
      // The texts say for themselves what these codes mean.
      const unsaid = changes.some(
        (change) =>
          change.code === 'mailings-about-isrg-projects' ||
          change.code === 'newsletter-with-personal-messages',
      );
      const wanted = [...names(extracted[index]?.changes)].filter(
        (name) => !(unsaid && name === 'MailChimp'),
      );
      return wanted.some((name) => !ours.has(name));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });
});
