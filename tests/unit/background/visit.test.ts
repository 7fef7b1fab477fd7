import { describe, expect, it } from 'vitest';
import {
  abandon,
  addHost,
  arrive,
  emptyVisit,
  findPage,
  HOSTS,
  pageAt,
  pageOf,
  type HostRecord,
} from '../../../extension/background/visit.ts';

const A = 'https://a.example';
const B = 'https://b.example';

function host(origin: string, details: Partial<HostRecord> = {}): HostRecord {
  return {
    origin,
    certificate: 'ab',
    builtInRoot: true,
    usedOcsp: false,
    fromCache: false,
    at: 1,
    triedAt: null,
    contacts: [],
    ...details,
  };
}

describe('the record of a visit', () => {
  it('follows a page over its redirects', () => {
    const visit = emptyVisit(false);
    arrive(visit, 'request-1', A, 1);
    arrive(visit, 'request-1', B, 2);
    expect(visit.pages).toHaveLength(1);
    expect(pageAt(visit, B)?.requestId).toBe('request-1');
    expect(pageAt(visit, A)).toBeNull();
  });

  it('shows the page that is still there when the next one never comes', () => {
    const visit = emptyVisit(false);
    addHost(arrive(visit, 'request-1', A, 1), host(A));
    arrive(visit, 'request-2', B, 2);
    expect(pageAt(visit, A)?.hosts).toHaveLength(1);
  });

  it('drops a download', () => {
    const visit = emptyVisit(false);
    addHost(arrive(visit, 'request-1', A, 1), host(A));
    arrive(visit, 'request-2', A, 2);
    abandon(visit, 'request-2');
    expect(pageAt(visit, A)?.requestId).toBe('request-1');
  });

  it('takes the newer of two pages of one site', () => {
    const visit = emptyVisit(false);
    arrive(visit, 'request-1', A, 1);
    arrive(visit, 'request-2', A, 2);
    expect(pageAt(visit, A)?.requestId).toBe('request-2');
  });

  it('forgets pages long left', () => {
    const visit = emptyVisit(false);
    for (let page = 0; page < 10; page += 1) arrive(visit, `request-${page}`, A, page);
    expect(visit.pages).toHaveLength(3);
  });

  it('gives a request to the page that it names, else to the newest', () => {
    const visit = emptyVisit(false);
    arrive(visit, 'request-1', A, 1);
    arrive(visit, 'request-2', B, 2);
    expect(findPage(visit, A)?.requestId).toBe('request-1');
    expect(findPage(visit, null)?.requestId).toBe('request-2');
  });

  it('begins a page that was there before the extension', () => {
    const visit = emptyVisit(false);
    expect(findPage(visit, A)).toBeNull();
    expect(pageOf(visit, null, 1)).toBeNull();
    expect(pageOf(visit, A, 1)).toMatchObject({ requestId: null, origin: A });
    expect(visit.pages).toHaveLength(1);
  });

  it('never lets a response without a certificate overwrite one with it', () => {
    const page = arrive(emptyVisit(false), 'request-1', A, 1);
    addHost(page, host(A, { certificate: 'known' }));
    addHost(page, host(A, { certificate: null, at: 2 }));
    expect(page.hosts).toEqual([host(A, { certificate: 'known' })]);
  });

  it('never lets an answer from the cache overwrite word of this connection', () => {
    const page = arrive(emptyVisit(false), 'request-1', A, 1);
    addHost(page, host(A, { certificate: 'fresh' }));
    addHost(page, host(A, { certificate: 'old', fromCache: true, usedOcsp: null }));
    expect(page.hosts[0]).toMatchObject({ certificate: 'fresh', usedOcsp: false });
  });

  it('prefers this connection to an answer from the cache', () => {
    const page = arrive(emptyVisit(false), 'request-1', A, 1);
    addHost(page, host(A, { certificate: 'old', fromCache: true }));
    addHost(page, host(A, { certificate: 'fresh' }));
    expect(page.hosts[0]).toMatchObject({ certificate: 'fresh', fromCache: false });
  });

  it('keeps a try, and the time of the first', () => {
    const page = arrive(emptyVisit(false), 'request-1', A, 1);
    addHost(page, host(A, { triedAt: 5, usedOcsp: true }));
    addHost(page, host(A, { triedAt: 9, usedOcsp: true }));
    addHost(page, host(A));
    expect(page.hosts[0]?.triedAt).toBe(5);
  });

  it('bounds the hosts of a page, counts the rest, and always has room for the page itself', () => {
    const page = arrive(emptyVisit(false), 'request-1', A, 1);
    for (let n = 0; n < HOSTS + 7; n += 1) addHost(page, host(`https://${n}.example`));
    expect(page.hosts).toHaveLength(HOSTS);
    expect(page.omitted).toBe(7);
    addHost(page, host(A));
    expect(page.hosts.at(-1)?.origin).toBe(A);
  });
});
