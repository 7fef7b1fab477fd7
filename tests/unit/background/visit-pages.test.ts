import { describe, expect, it } from 'vitest';
import { addressMark } from '../../../extension/background/address.ts';
import { addHost } from '../../../extension/background/page-hosts.ts';
import { emptyVisit, type PageRecord, type VisitRecord } from '../../../extension/background/visit.ts';
import {
  abandon,
  arrive,
  commit,
  leave,
  pageAt,
  shownPage,
} from '../../../extension/background/visit-pages.ts';
import { host } from './host-record.ts';

const A = 'https://a.example';
const B = 'https://b.example';

function answer(visit: VisitRecord, requestId: string, url: string, time: number): PageRecord {
  return arrive(visit, { requestId, origin: new URL(url).origin, address: addressMark(url), at: time });
}

function show(visit: VisitRecord, url: string, time: number, sameDocument: boolean | null = false): void {
  commit(visit, { origin: new URL(url).origin, address: addressMark(url), sameDocument, at: time });
}

function at(visit: VisitRecord, url: string): PageRecord | null {
  return pageAt(visit, new URL(url).origin, addressMark(url));
}

describe('the page that a tab shows', () => {
  it('is followed over its redirects', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    answer(visit, 'request-1', `${B}/there`, 2);
    show(visit, `${B}/there`, 3);
    expect(shownPage(visit)).toMatchObject({ requestId: 'request-1', origin: B });
    expect(visit.pages).toHaveLength(1);
  });

  it('stays the old one until the browser shows the new one, also on a reload', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    answer(visit, 'request-2', `${A}/`, 3);
    expect(at(visit, `${A}/`)?.requestId).toBe('request-1');
    show(visit, `${A}/`, 4);
    expect(at(visit, `${A}/`)?.requestId).toBe('request-2');
  });

  it('stays where the answer turns out to be a download, and keeps what was seen on the way to it', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    addHost(answer(visit, 'request-2', `${B}/to`, 3), host(B));
    abandon(visit, 'request-2');
    expect(at(visit, `${A}/`)).toMatchObject({ requestId: 'request-1', hosts: [{ origin: B }] });
  });

  it('stays where a download does not say that it is one', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    answer(visit, 'request-2', `${A}/archive`, 3);
    show(visit, `${A}/changed-by-a-script`, 4, true);
    expect(at(visit, `${A}/changed-by-a-script`)?.requestId).toBe('request-1');
  });

  it('returns from the back/forward cache with its own hosts, as reused', () => {
    const visit = emptyVisit(false);
    addHost(answer(visit, 'request-1', `${A}/one`, 1), host('https://only-one.example'));
    show(visit, `${A}/one`, 2);
    answer(visit, 'request-2', `${A}/two`, 3);
    show(visit, `${A}/two`, 4);
    show(visit, `${A}/one`, 5);
    expect(at(visit, `${A}/one`)).toMatchObject({
      requestId: 'request-1',
      shownAgainAt: 5,
      hosts: [{ origin: 'https://only-one.example' }],
    });
  });

  it('returns also when the tab showed no site meanwhile', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    leave(visit);
    expect(shownPage(visit)).toBeNull();
    show(visit, `${A}/`, 3);
    expect(shownPage(visit)).toMatchObject({ requestId: 'request-1', shownAgainAt: 3 });
  });

  it('is a new one, of which nothing was seen, where a worker made it', () => {
    const visit = emptyVisit(false);
    addHost(answer(visit, 'request-1', `${A}/`, 1), host(A));
    show(visit, `${A}/`, 2);
    show(visit, `${A}/made`, 3);
    expect(at(visit, `${A}/made`)).toMatchObject({ requestId: null, hosts: [], shownAgainAt: 3 });
  });

  it('takes its response though the browser told first that it is shown', () => {
    const visit = emptyVisit(false);
    show(visit, `${A}/`, 1);
    answer(visit, 'request-1', `${A}/`, 2);
    expect(visit.pages).toHaveLength(1);
    expect(shownPage(visit)).toMatchObject({ requestId: 'request-1', shownAgainAt: null });
  });

  it('stays the same when a script changes its address; in doubt, what is known counts as reused', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    show(visit, `${A}/next`, 3, true);
    expect(at(visit, `${A}/next`)).toMatchObject({ requestId: 'request-1', movedAt: null });
    show(visit, `${A}/further`, 4, null);
    expect(at(visit, `${A}/further`)).toMatchObject({ requestId: 'request-1', movedAt: 4 });
    show(visit, `${A}/next#part`, 5, null);
    expect(at(visit, `${A}/next`)?.requestId).toBe('request-1');
  });

  it('is not the one that was loaded ahead, until it is shown', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-1', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    answer(visit, 'ahead', `${A}/ahead`, 3);
    expect(at(visit, `${A}/`)?.requestId).toBe('request-1');
    show(visit, `${A}/ahead`, 4);
    expect(at(visit, `${A}/ahead`)?.requestId).toBe('ahead');
  });

  it('is kept, however many others are on their way; the oldest of the others are forgotten', () => {
    const visit = emptyVisit(false);
    answer(visit, 'request-0', `${A}/`, 1);
    show(visit, `${A}/`, 2);
    for (let page = 1; page < 20; page += 1) answer(visit, `request-${page}`, `${A}/${page}`, page);
    expect(at(visit, `${A}/`)?.requestId).toBe('request-0');
    expect(visit.pages.length).toBeLessThan(10);
  });
});
