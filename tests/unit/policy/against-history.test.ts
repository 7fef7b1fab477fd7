/** The facts, held against the history of the policy that was extracted from the website's sources. */
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { readJson, reference } from '../letsencrypt/reference.ts';

const History = v.array(
  v.object({
    id: v.string(),
    publishedAt: v.string(),
    supersededAt: v.nullable(v.string()),
    permalink: v.string(),
    relyingParty: v.object({
      dataCollected: v.array(v.string()),
      normalLogRetentionDays: v.number(),
      longerRetentionReason: v.array(v.string()),
    }),
    subscriber: v.object({
      dataCollected: v.array(v.string()),
      retention: v.object({ minYears: v.nullable(v.number()), maxYears: v.nullable(v.number()) }),
    }),
    visitor: v.object({
      processors: v.array(v.object({ name: v.string(), url: v.optional(v.string()) })),
    }),
    lawfulBases: v.array(v.object({ bases: v.array(v.string()) })),
    rights: v.array(v.object({ kind: v.string(), contact: v.nullable(v.string()) })),
    contact: v.object({
      privacy: v.nullable(v.string()),
      unsubscribe: v.nullable(v.string()),
      newsletterOptOut: v.nullable(v.string()),
    }),
  }),
);

const KINDS: Record<string, string> = {
  'access-and-portability': 'access',
  'withdraw-consent-service-mail': 'withdrawal-of-consent',
  'transfer-mechanism-details': 'transfer-details',
};

/** In no order that matters. */
function listed(list: { right: string; address: string | null }[]): string[] {
  return list.map(({ right, address }) => `${right} ${address}`).toSorted();
}

const file = reference('data/policy-history.json', 'policy facts against the history of the policy');
const history = file === null ? [] : v.parse(History, readJson(file));

describe.skipIf(file === null).each(EDITIONS)('the facts of $id', (edition) => {
  const record = () => {
    const found = history.find(({ id }) => id === edition.id);
    if (found === undefined) throw new Error(`The history has no edition of ${edition.id}.`);
    return found;
  };

  it('were in force when the history says so', () => {
    expect(edition).toMatchObject({ publishedAt: record().publishedAt, supersededAt: record().supersededAt });
  });

  it('have the same logs and the same times', () => {
    const { relyingParty, subscriber } = record();
    expect(edition.relyingParty.recording.logged).toEqual(relyingParty.dataCollected);
    expect(edition.relyingParty.retention.normallyLessThanDays).toBe(relyingParty.normalLogRetentionDays);
    expect(
      edition.relyingParty.retention.exceptions.map(
        ({ reason }) => `investigate ${reason.replace('-', ' ')}`,
      ),
    ).toEqual(relyingParty.longerRetentionReason);
    expect(edition.subscriber.collected).toHaveLength(subscriber.dataCollected.length);
    expect(edition.subscriber.retention.minimumYears).toBe(subscriber.retention.minYears);
    expect(edition.subscriber.retention.maximumYears).toBe(subscriber.retention.maxYears);
  });

  it('have the same processors', () => {
    const names = new Set(
      record().visitor.processors.map(({ name }) =>
        name === 'Discourse (CDCK)' ? 'Civilized Discourse Construction Kit' : name,
      ),
    );
    expect(new Set(edition.visitor.processors.map(({ name }) => name))).toEqual(names);
    const urls = record().visitor.processors.flatMap(({ url }) => (url === undefined ? [] : [url]));
    const ours = edition.visitor.processors.flatMap(({ policyUrl }) =>
      policyUrl === null ? [] : [policyUrl],
    );
    expect(new Set(ours)).toEqual(new Set(urls));
  });

  it('have the same lawful bases', () => {
    expect(edition.purposes.map(({ bases }) => bases.map((basis) => basis.replace('-', ' ')))).toEqual(
      record().lawfulBases.map(({ bases }) => bases),
    );
  });

  it('have the same rights and addresses', () => {
    const rights = record().rights.map(({ kind, contact }) => ({
      right: KINDS[kind] ?? kind,
      address: contact?.includes('@') === true ? contact : null,
    }));
    expect(listed(edition.rights.granted)).toEqual(listed(rights));
    expect(edition.contact.address).toBe(record().contact.privacy);
    expect(edition.subscriber.contact.serviceMail.unsubscribe.address).toBe(record().contact.unsubscribe);
    expect(edition.visitor.mailings.optOut.address).toBe(record().contact.newsletterOptOut);
  });

  it('lead to a text of that edition in the website’s history', () => {
    // The founding text is a later commit of the same edition, which changed the markup of the date only.
    const later =
      'https://github.com/letsencrypt/website/blob/2973843eed5c1b0cb08f801963921c13b52a290e/content/en/privacy.md';
    expect([record().permalink, later]).toContain(edition.historyUrl);
    expect(edition.historyUrl === later).toBe(edition.id === '2021-03-07');
  });
});
