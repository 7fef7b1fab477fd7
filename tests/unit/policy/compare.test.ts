import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { changedFacts, differences } from '../../../src/policy/compare.ts';
import { editionsThatChanged } from '../../../src/policy/history/history.ts';
import { EDITIONS, newestEdition } from '../../../src/policy/editions.ts';
import { edition20210307 } from '../../../src/policy/editions/2021-03-07.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

const [before, after] = [edition20210307, newestEdition()];

describe('two editions', () => {
  it('do not differ from themselves', () => {
    for (const edition of EDITIONS) expect(changedFacts(edition, edition)).toEqual([]);
  });

  it('differ the other way round in the same facts', () => {
    const forth = changedFacts(before, after).map((fact) =>
      JSON.stringify([fact.path, fact.before, fact.after]),
    );
    const back = changedFacts(after, before).map((fact) =>
      JSON.stringify([fact.path, fact.after, fact.before]),
    );
    expect(back.toSorted()).toEqual(forth.toSorted());
  });

  it('do not differ by the order of what they list', () => {
    const { recording } = after.relyingParty;
    const reordered = {
      ...after,
      relyingParty: {
        ...after.relyingParty,
        recording: { ...recording, logged: recording.logged.toReversed() },
      },
    };
    expect(changedFacts(after, reordered)).toEqual([]);
  });

  it('differ by what one says otherwise, adds, or leaves out', () => {
    const found = new Map(changedFacts(before, after).map(({ path, ...fact }) => [path, fact]));
    expect(found.get('contact.address')).toEqual({
      before: 'security@letsencrypt.org',
      after: 'privacy@abetterinternet.org',
    });
    expect(found.get('relyingParty.recording.certainty')).toEqual({ before: 'will', after: 'may' });
    expect(found.get('visitor.processors[BoldSign].name')).toEqual({ before: undefined, after: 'BoldSign' });
    const removed = changedFacts(after, before).find(
      ({ path }) => path === 'visitor.processors[BoldSign].name',
    );
    expect(removed).toMatchObject({ before: 'BoldSign', after: undefined });
  });

  it('do not differ by their dates, which say nothing of anybody’s data', () => {
    const redated = { ...after, id: '2027-01-01', publishedAt: '2027-01-01T00:00:00Z' };
    expect(changedFacts(after, redated)).toEqual([]);
    expect(differences(before, after).map(({ statement }) => statement.id)).not.toContain('edition');
  });

  it('keep every difference in a statement, and say when it came', () => {
    const found = differences(before, after);
    expect(found.flatMap(({ facts }) => facts)).toHaveLength(changedFacts(before, after).length);
    const undated = found.filter(
      ({ statement }) => editionsThatChanged(statement.id, before.id, after.id).length === 0,
    );
    expect(undated.map(({ statement }) => statement.id)).toEqual([]);
  });
});

const Changes = v.object({
  changes: v.array(
    v.object({ role: v.string(), field: v.string(), kind: v.string(), publishedAt: v.string() }),
  ),
});
const file = reference('data/policy-diff-seed-to-current.json', 'differences against the extracted ones');
const reported = file === null ? [] : v.parse(Changes, readJson(file)).changes;

/** Where each difference that was extracted from the texts shows: a path of facts. */
const PATH: Record<string, string> = {
  'trigger.request': 'relyingParty.trigger.request',
  recordingCertainty: 'relyingParty.recording.certainty',
  profilingScope: 'relyingParty.profiling.scope',
  dataCollected: 'subscriber.collected',
  'retention.minYears': 'subscriber.retention.minimumYears',
  'retention.maxYears': 'subscriber.retention.maximumYears',
  'publication.channels': 'subscriber.publication.channels',
  'contactInfo.marketingUse': 'subscriber.contact.marketing',
  'privacy/rights/unsubscribe address': 'contact.address',
  'mailing opt-out address': 'visitor.mailings.optOut.address',
  'purpose 1 name': 'purposes[certificate-status].namesOcsp',
  'donation purpose detail': 'purposes[donations-and-sponsorship].remarks',
  'sites in scope for donation, mailings, forum': 'visitor.donation.scope',
  'donation.dataCollected': 'visitor.donation.collected',
  'donation.postalAddress retention': 'visitor.donation.postalAddress.keptUntil',
  'donation.postalAddress use': 'visitor.donation.postalAddress.use',
  'fulfilment partner statement': 'visitor.processors[Shopify].tasks',
  'donation.emailUse': 'visitor.donation.emailWithoutConsent',
  'donation.store': 'visitor.donation.storedWithProcessors',
  'mailings.provider': 'visitor.processors[Salesforce].tasks',
  'mailings.personalised messages': 'visitor.mailings.personalised.consent',
  'analytics removed': 'analytics.cookies.set',
  'analytics added': 'analytics.use',
  'analytics.doNotTrack': 'analytics.doNotTrack',
};

describe.skipIf(file === null)('the differences from 2021-03-07 to the newest edition', () => {
  it('are the 33 that were extracted from the texts', () => {
    expect(reported).toHaveLength(33);
    const found = new Map(changedFacts(before, after).map((fact) => [fact.path, fact]));
    const missing = reported.filter(({ field, kind }) => {
      const processor = /^processor: (.*)/.exec(field)?.[1];
      const path =
        processor === undefined
          ? (PATH[field] ?? PATH[`${field} ${kind}`] ?? field)
          : `visitor.processors[${processor}].name`;
      const fact = found.get(path);
      if (fact === undefined) return true;
      if (processor === undefined) return false;
      return kind === 'added' ? fact.after !== processor : fact.before !== processor;
    });
    expect(missing).toEqual([]);
  });

  it('came with the editions that the history says', () => {
    const dates = new Set(
      differences(before, after).flatMap(({ statement }) =>
        editionsThatChanged(statement.id, before.id, after.id).map(({ publishedAt }) => publishedAt),
      ),
    );
    expect(reported.filter(({ publishedAt }) => !dates.has(publishedAt))).toEqual([]);
  });
});
