/** The milestones, held against the facts that were extracted from the website's sources. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { OCSP_URLS_GONE, RESPONDERS_OFF } from '../../../src/revocation/milestones.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

const Facts = v.object({
  timeline: v.array(
    v.object({
      id: v.string(),
      date: v.string(),
      source: v.array(v.object({ url: v.optional(v.string()) })),
    }),
  ),
});

const file = reference('data/revocation-facts.json', 'dates of OCSP against the facts on revocation');
const timeline = file === null ? [] : v.parse(Facts, readJson(file)).timeline;

describe('the milestones', () => {
  it('are in order: first the addresses went, then the responders', () => {
    expect(OCSP_URLS_GONE.date < RESPONDERS_OFF.date).toBe(true);
    expect(RESPONDERS_OFF.date).toBe('2025-08-06');
  });

  it.skipIf(file === null).each([
    ['ocsp-urls-gone', OCSP_URLS_GONE],
    ['ocsp-off', RESPONDERS_OFF],
  ])('%s has the date and the page of the facts', (id, milestone) => {
    const fact = timeline.find((entry) => entry.id === id);
    expect(milestone.date).toBe(fact?.date);
    expect(fact?.source.map(({ url }) => url)).toContain(milestone.source.url);
  });
});
