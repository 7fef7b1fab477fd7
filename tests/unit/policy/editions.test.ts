import { describe, expect, it } from 'vitest';
import { EDITIONS, editionInForce, newestEdition } from '../../../src/policy/editions.ts';
import { policySource, sectionUrl, type Section } from '../../../src/policy/section.ts';

const [founding, newest] = [EDITIONS[0], newestEdition()];
const inForce = (moment: string) => editionInForce(Date.parse(moment))?.id ?? null;

describe('the editions', () => {
  it('are in the order of their dates, the newest last', () => {
    const ids = EDITIONS.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(newest.id).toBe(ids.at(-1));
  });

  it('say which one was in force, from its publication to the next one', () => {
    expect(inForce('2021-03-08T19:51:41Z')).toBeNull();
    expect(inForce('2021-03-08T19:51:42Z')).toBe('2021-03-07');
    expect(inForce('2022-03-14T02:03:31Z')).toBe('2021-03-07');
    expect(inForce('2026-07-08T00:35:01Z')).toBe('2026-07-06');
    expect(inForce('2040-01-01T00:00:00Z')).toBe('2026-07-06');
  });

  it('do not answer for the times of editions that are not known here', () => {
    expect(inForce('2015-12-03T00:00:00Z')).toBeNull();
    expect(inForce('2022-03-14T02:03:32Z')).toBeNull();
    expect(inForce('2025-08-06T00:00:00Z')).toBeNull();
    expect(inForce('2026-07-07T00:00:00Z')).toBeNull();
    expect(editionInForce(NaN)).toBeNull();
  });

  it('give the popup what a relying party asks about', () => {
    const { relyingParty, purposes, sale, contact } = newest;
    expect(relyingParty.recording.logged).toEqual(['ip-address', 'browser', 'operating-system']);
    expect(relyingParty.recording.certainty).toBe('may');
    expect(relyingParty.profiling.builtProfiles).toBe(false);
    expect(relyingParty.retention.normallyLessThanDays).toBe(7);
    expect(sale.sold).toBe(false);
    expect(contact.address).toBe('privacy@abetterinternet.org');
    expect(purposes.find(({ purpose }) => purpose === 'certificate-status')?.bases).toEqual([
      'legitimate-interests',
    ]);
  });

  it('differ in what the founding edition promised', () => {
    expect(founding?.relyingParty.recording.certainty).toBe('will');
    expect(founding?.contact.address).toBe('security@letsencrypt.org');
    expect(founding?.subscriber.retention).toMatchObject({ minimumYears: 7, maximumYears: 10 });
  });
});

describe('the addresses of sections', () => {
  it('lead into the policy page for the newest edition', () => {
    expect(sectionUrl(newest, 'relying-party')).toBe('https://letsencrypt.org/privacy/#relying-party');
    expect(sectionUrl(newest, 'introduction')).toBe('https://letsencrypt.org/privacy/');
  });

  it("lead into the website's history for the founding edition", () => {
    expect(founding && sectionUrl(founding, 'subscriber')).toMatch(
      /^https:\/\/github\.com\/letsencrypt\/website\/blob\/[0-9a-f]{40}\/content\/en\/privacy\.md#subscriber$/,
    );
  });

  it('come with the edition as a source', () => {
    expect(policySource(newest, 'no-sale')).toEqual({
      kind: 'policy',
      edition: '2026-07-06',
      section: 'no-sale',
      url: 'https://letsencrypt.org/privacy/#we-do-not-sell-your-data-or-information',
    });
  });
});

describe.each(EDITIONS)('the facts of $id', (edition) => {
  it('name a known section in every group', () => {
    const groups = [
      edition.operator,
      edition.contexts,
      edition.relyingParty,
      edition.subscriber,
      edition.visitor,
      edition.visitor.places,
      edition.visitor.donation,
      edition.visitor.mailings,
      edition.visitor.forum,
      ...edition.visitor.processors,
      edition.analytics,
      edition.sale,
      edition.disclosure,
      ...edition.purposes,
      edition.otherBases,
      edition.transfer,
      edition.deletionLimit,
      edition.rights,
      edition.contact,
    ];
    const known = new Set<Section>([
      'introduction',
      'relying-party',
      'subscriber',
      'visitor',
      'no-sale',
      'analytics',
      'disclosure',
      'gdpr',
    ]);
    expect(groups.filter(({ section }) => !known.has(section))).toEqual([]);
  });

  it('agree with what they call not stated', () => {
    const missing = new Set(edition.notStated);
    expect(missing.size).toBe(edition.notStated.length);
    expect(missing.has('cookies')).toBe(edition.analytics.cookies === null);
    expect(missing.has('do-not-track')).toBe(edition.analytics.doNotTrack === null);
    expect(missing.has('maximum-retention-of-subscriber-records')).toBe(
      edition.subscriber.retention.maximumYears === null,
    );
    expect(missing.has('data-collected-by-analytics')).toBe(
      edition.analytics.tools.every(({ collected }) => collected.length === 0),
    );
    expect(missing.has('retention-of-analytics')).toBe(
      edition.analytics.tools.every(({ keptWhile }) => keptWhile === null),
    );
  });

  it('have a processor for every tool of analytics', () => {
    const names = edition.visitor.processors.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(edition.analytics.tools.map(({ name }) => name)));
    expect(new Set(names).size).toBe(names.length);
  });
});
