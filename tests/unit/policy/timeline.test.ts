import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { factsAreOld, POLICY_FACTS_AS_OF } from '../../../src/policy/age.ts';
import { CONTRADICTIONS } from '../../../src/policy/contradictions.ts';
import { TIMELINE } from '../../../src/policy/timeline.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

describe('the timeline', () => {
  it('is in order, from the launch to the newest edition, each event once', () => {
    const dates = TIMELINE.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted());
    expect([dates[0], dates.at(-1)]).toEqual(['2015', '2026-07-06']);
    expect(new Set(TIMELINE.map(({ event }) => event)).size).toBe(TIMELINE.length);
  });

  it('has a public source for every event, and an edition for every event in the policy', () => {
    for (const { sources, inPolicy } of TIMELINE) {
      for (const source of sources) expect('url' in source && source.url).toMatch(/^https:\/\//);
      expect(sources[0].kind === 'policy').toBe(inPolicy);
    }
    expect(TIMELINE.filter(({ inPolicy }) => inPolicy)).toHaveLength(6);
  });
});

const Facts = v.object({
  timeline: v.array(v.object({ id: v.string(), date: v.string() })),
  contradictions: v.array(
    v.object({
      about: v.string(),
      sources: v.array(v.object({ url: v.optional(v.string()), commit: v.optional(v.string()) })),
    }),
  ),
});
const file = reference('data/revocation-facts.json', 'the timeline against the facts on revocation');
const facts = file === null ? null : v.parse(Facts, readJson(file));

describe.skipIf(facts === null)('against the facts on revocation', () => {
  it.each([
    ['ocsp-from-launch', 'ocsp-start'],
    ['intermediates-without-ocsp', 'intermediates-no-ocsp'],
    ['crls-for-everything', 'crl-infrastructure'],
    ['end-of-ocsp-intended', 'intent'],
    ['end-of-ocsp-planned', 'plan'],
    ['policy-without-ocsp', 'policy-wording'],
    ['must-staple-refused-to-new', 'must-staple-new'],
    ['crl-urls-in-certificates', 'crl-urls-by'],
    ['ocsp-urls-gone', 'ocsp-urls-gone'],
    ['must-staple-refused-to-all', 'must-staple-end'],
    ['addresses-of-accounts-deleted', 'emails-deleted'],
    ['responders-off', 'ocsp-off'],
    ['six-day-certificates', 'shortlived-ga'],
    ['newest-edition', 'policy-current'],
  ])('%s has its date', (event, id) => {
    expect(TIMELINE.find((entry) => entry.event === event)?.date).toBe(
      facts?.timeline.find((entry) => entry.id === id)?.date,
    );
  });

  it('every contradiction is named, with the same pages', () => {
    const extracted = facts?.contradictions ?? [];
    expect(CONTRADICTIONS).toHaveLength(extracted.length);
    CONTRADICTIONS.forEach(({ one, other }, index) => {
      const ours = [...one, ...other].map((source) => ('url' in source ? source.url : ''));
      const theirs = extracted[index]?.sources.flatMap(({ url, commit }) => url ?? commit ?? []) ?? [];
      expect(theirs.filter((wanted) => !ours.some((url) => url.includes(wanted)))).toEqual([]);
    });
  });
});

describe('the age of the facts', () => {
  it('is worth a note after a year, not before', () => {
    expect(factsAreOld(POLICY_FACTS_AS_OF, Date.parse('2027-08-21T00:00:00Z'))).toBe(false);
    expect(factsAreOld(POLICY_FACTS_AS_OF, Date.parse('2027-08-22T00:00:00Z'))).toBe(true);
    expect(factsAreOld(POLICY_FACTS_AS_OF, Date.parse('2020-01-01T00:00:00Z'))).toBe(false);
  });
});
