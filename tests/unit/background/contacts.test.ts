import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from '@webext-core/fake-browser';
import type { Contacts as ContactsType, Learned } from '../../../extension/background/contacts.ts';
import type { UnmatchedCheck } from '../../../extension/platform/unmatched-checks.ts';
import type { Place } from '../../../src/exposure/attribution.ts';
import type { Departure } from '../../../src/exposure/departure.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));
const { Contacts } = await import('../../../extension/background/contacts.ts');
const { unmatchedChecks } = await import('../../../extension/platform/unmatched-checks.ts');

const E6 = 'http://e6.o.lencr.org/';
const A = 'https://a.example';
const departure: Departure = { channel: 'ocsp', endpoint: E6, at: 1_010, private: false };
const beginning = { requestId: '1', tabId: 7, origin: A, at: 1_000, private: false, speculative: false };
const learned: Learned = {
  requestId: '1',
  tabId: 7,
  origin: A,
  at: 1_050,
  private: false,
  named: { ocsp: [E6], crl: [], issuer: [] },
  tried: true,
};

let contacts: ContactsType;
let given: { place: Place; at: number }[];
let settled: UnmatchedCheck[];

function newContacts(): ContactsType {
  return new Contacts(
    (place, contact) => given.push({ place, at: contact.at }),
    (check) => settled.push(check),
  );
}

beforeEach(() => {
  vi.useFakeTimers();
  fakeBrowser.reset();
  vi.spyOn(fakeBrowser.windows, 'getAll').mockResolvedValue([]);
  given = [];
  settled = [];
  contacts = newContacts();
});

afterEach(() => {
  vi.useRealTimers();
});

describe('checks seen leaving', () => {
  it('go to the site whose certificate is seen after them', async () => {
    contacts.began(beginning);
    contacts.left(departure);
    expect(given).toEqual([]);
    contacts.learned(learned);
    contacts.answered('1', 1_051);
    expect(given).toEqual([{ place: { tabId: 7, origin: A }, at: 1_010 }]);
    await vi.waitFor(async () => expect(await unmatchedChecks()).toEqual([]));
  });

  it('stand in the list of unmatched ones until then, and stay there when the page fails', async () => {
    contacts.began(beginning);
    contacts.left(departure);
    contacts.failed('1', 1_020);
    await vi.waitFor(async () =>
      expect(await unmatchedChecks()).toMatchObject([{ ...departure, candidates: [] }]),
    );
    // A later visit to a site that names the same responder is not made answerable for it.
    contacts.began({ ...beginning, requestId: '2', at: 6_000 });
    contacts.learned({ ...learned, requestId: '2', at: 6_050 });
    contacts.answered('2', 6_051);
    expect(given).toEqual([]);
  });

  it('name the sites they may be about when there are several', async () => {
    contacts.began(beginning);
    contacts.began({ ...beginning, requestId: '2', tabId: 8, origin: 'https://b.example' });
    contacts.left(departure);
    contacts.learned(learned);
    contacts.learned({ ...learned, requestId: '2', tabId: 8, origin: 'https://b.example' });
    expect(given).toEqual([]);
    await vi.waitFor(async () =>
      expect(await unmatchedChecks()).toMatchObject([{ candidates: [A, 'https://b.example'] }]),
    );
  });

  it('are told once nothing will match them, never of those that are matched', async () => {
    contacts.began(beginning);
    contacts.left(departure);
    await vi.advanceTimersByTimeAsync(100);
    expect(settled).toEqual([]);
    contacts.learned(learned);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(settled).toEqual([]);
    contacts.began({ ...beginning, requestId: '2', at: 70_000 });
    contacts.left({ ...departure, at: 70_010 });
    contacts.failed('2', 70_020);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(settled).toMatchObject([{ at: 70_010, endpoint: E6, candidates: [], settled: true }]);
  });

  it('are settled by the next event page when this one dies first', async () => {
    vi.setSystemTime(1_020);
    contacts.began(beginning);
    contacts.left(departure);
    await vi.advanceTimersByTimeAsync(100);
    vi.clearAllTimers();
    const next = newContacts();
    await next.takeOver(5_000);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(settled).toEqual([]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(settled).toMatchObject([{ at: departure.at, settled: true }]);
    await newContacts().takeOver(100_000);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(settled).toHaveLength(1);
  });

  it('are not told while a private window is open', async () => {
    contacts.began(beginning);
    contacts.left(departure);
    await vi.advanceTimersByTimeAsync(100);
    vi.spyOn(fakeBrowser.windows, 'getAll').mockResolvedValue([{ incognito: true }] as never);
    contacts.failed('1', 1_020);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(settled).toEqual([]);
  });

  it('are not of a connection that the browser had reported on before', () => {
    contacts.began(beginning);
    contacts.learned({ ...learned, at: 1_005 });
    contacts.answered('1', 1_006);
    contacts.began({ ...beginning, requestId: '2', at: 2_000 });
    contacts.began({ ...beginning, requestId: '3', at: 2_000, tabId: 9, origin: 'https://b.example' });
    contacts.left({ ...departure, at: 2_010 });
    contacts.answered('2', 2_020);
    contacts.learned({ ...learned, requestId: '3', tabId: 9, origin: 'https://b.example', at: 2_050 });
    expect(given).toEqual([{ place: { tabId: 9, origin: 'https://b.example' }, at: 2_010 }]);
  });

  it('are matched although the request began before the watch', () => {
    contacts.left(departure);
    contacts.learned(learned);
    expect(given).toHaveLength(1);
  });

  it('are never kept of private windows, nor while one is open', async () => {
    contacts.left({ ...departure, private: true });
    vi.spyOn(fakeBrowser.windows, 'getAll').mockResolvedValue([{ incognito: true }] as never);
    contacts.left({ ...departure, at: 1_020 });
    await vi.advanceTimersByTimeAsync(100);
    expect(await unmatchedChecks()).toEqual([]);
    expect(await fakeBrowser.storage.session.get(null)).toEqual({});
  });

  it('know a responder by the certificates seen', () => {
    expect(contacts.knowsResponder('e6.o.lencr.org')).toBe(false);
    contacts.learned(learned);
    expect(contacts.knowsResponder('e6.o.lencr.org')).toBe(true);
  });
});
