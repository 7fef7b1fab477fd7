import { describe, expect, it } from 'vitest';
import { addHost, HOSTS, HOSTS_LEFT, isOmitted, slim } from '../../../extension/background/page-hosts.ts';
import { emptyVisit, type PageRecord } from '../../../extension/background/visit.ts';
import { arrive } from '../../../extension/background/visit-pages.ts';
import { host } from './host-record.ts';

const A = 'https://a.example';

function newPage(): PageRecord {
  return arrive(emptyVisit(false), { requestId: 'request-1', origin: A, address: 1, at: 1 });
}

describe('the hosts of a page', () => {
  it('never lose a certificate to a response without one', () => {
    const page = newPage();
    addHost(page, host(A, { certificate: 'known' }));
    addHost(page, host(A, { certificate: null, at: 2 }));
    expect(page.hosts).toEqual([host(A, { certificate: 'known' })]);
  });

  it('prefer word of this connection to an answer from the cache, whichever comes first', () => {
    const first = newPage();
    addHost(first, host(A, { certificate: 'fresh' }));
    addHost(first, host(A, { certificate: 'old', fromCache: true, usedOcsp: null }));
    expect(first.hosts[0]).toMatchObject({ certificate: 'fresh', usedOcsp: false });
    const second = newPage();
    addHost(second, host(A, { certificate: 'old', fromCache: true }));
    addHost(second, host(A, { certificate: 'fresh' }));
    expect(second.hosts[0]).toMatchObject({ certificate: 'fresh', fromCache: false });
  });

  it('keep a try, and the time of the first', () => {
    const page = newPage();
    addHost(page, host(A, { triedAt: 5, usedOcsp: true }));
    addHost(page, host(A, { triedAt: 9, usedOcsp: true }));
    addHost(page, host(A));
    expect(page.hosts[0]?.triedAt).toBe(5);
  });

  it('are bounded; the rest is counted once a host, and the page itself always has room', () => {
    const page = newPage();
    for (let time = 0; time < 2; time += 1)
      for (let n = 0; n < HOSTS + 7; n += 1) addHost(page, host(`https://${n}.example`));
    expect(page.hosts).toHaveLength(HOSTS);
    expect(page.omitted).toHaveLength(7);
    expect(isOmitted(page, `https://${HOSTS}.example`)).toBe(true);
    addHost(page, host(A));
    expect(page.hosts.at(-1)?.origin).toBe(A);
  });

  it('with a contact have room before those without', () => {
    const page = newPage();
    addHost(page, host(A));
    for (let n = 0; n < HOSTS; n += 1) addHost(page, host(`https://${n}.example`));
    addHost(page, host('https://asked.example', { triedAt: 5 }));
    expect(page.hosts).toHaveLength(HOSTS);
    expect(page.hosts.at(-1)?.origin).toBe('https://asked.example');
    expect(page.hosts[0]?.origin).toBe(A);
    expect(page.omitted).toHaveLength(2);
  });

  it('that the tab has left are fewer: the page itself and those with contacts stay', () => {
    const page = newPage();
    for (let n = 0; n < HOSTS - 1; n += 1) addHost(page, host(`https://${n}.example`));
    addHost(page, host('https://asked.example', { triedAt: 5 }));
    addHost(page, host(A));
    slim(page);
    const origins = page.hosts.map(({ origin }) => origin);
    expect(origins).toHaveLength(HOSTS_LEFT);
    expect(origins).toContain(A);
    expect(origins).toContain('https://asked.example');
    expect(page.omitted).toHaveLength(HOSTS + 1 - HOSTS_LEFT);
  });
});
