/** A clock that is set while the background runs, forwards and back: what is seen afterwards bears the new time. */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { fakeStorage } from '../ui/fake-storage.ts';
import { BrowserInMemory } from './browser-in-memory.ts';
import { certificate, response, securityInfo } from './responses.ts';

const NOW = Date.UTC(2026, 10, 26, 12);
const HOUR = 3_600_000;
const YEAR = 365 * 24 * HOUR;
const DER = certificate('Example Trust');
const SITE = 'https://site.example/';

let browser: BrowserInMemory;

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  browser = new BrowserInMemory('firefox');
  await browser.start();
});
afterEach(async () => {
  await browser.stop();
  vi.useRealTimers();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

async function visit(url: string, requestId: string): Promise<PageReport> {
  browser.tabs = [{ id: 1, url, incognito: false }];
  browser.securityInfo = () => securityInfo(DER, 'firefox', { usedOcsp: true });
  browser.events.headers.fire(response(url, { requestId }));
  browser.events.tabUpdated.fire(1, { status: 'loading', url }, { url });
  await browser.settled();
  return (await browser.ask({ type: 'report', tabId: 1 })) as PageReport;
}

/** When the site was last seen, and OCSP first tried: within a minute it is the same look, within three the same connection. */
function dated(jump: number): object[] {
  return Math.abs(jump) > 180_000 ? [{ at: NOW + jump }, { firstAt: NOW + jump }] : [{}, { firstAt: NOW }];
}

describe('a clock', () => {
  it.each([
    ['a minute back', -60_000],
    ['an hour back', -HOUR],
    ['ten years back', -10 * YEAR],
    ['to the beginning of time', -NOW],
    ['ten years forwards', 10 * YEAR],
  ])('that is set %s changes no answer, and what is seen then bears the new time', async (_, jump) => {
    await visit(SITE, 'before');
    vi.setSystemTime(NOW + jump);
    const report = await visit(SITE, 'after');
    expect(report).toMatchObject({
      visibility: 'visible',
      page: { main: { channels: { ocsp: { state: 'tried' } } } },
    });
    const session = await fakeStorage.session.get();
    expect(session['visit:1']).toMatchObject({ pages: [{ startedAt: NOW + jump }, {}] });
    const tried = Object.entries(session).flatMap(([key, value]) => (key.startsWith('try:') ? [value] : []));
    expect([session['origin:https://site.example'], ...tried]).toMatchObject(dated(jump));
  });

  it('that was wrong by years and is put right leaves nothing that is dated in the future on the next page', async () => {
    vi.setSystemTime(NOW + 10 * YEAR);
    await visit(SITE, 'wrong');
    vi.setSystemTime(NOW);
    await visit(SITE, 'right');
    const { page } = (await browser.ask({ type: 'report', tabId: 1 })) as PageReport & { kind: 'https' };
    const dates = JSON.stringify(page).match(/(?<="(?:at|triedAt)":)\d+/g) ?? [];
    expect(dates.map(Number).filter((at) => at > NOW)).toEqual([]);
  });

  it('that is set back leaves no visit for a letter that nobody took', async () => {
    const { leaveVisit } = await import('../../../extension/platform/handover.ts');
    const visited = { context: 'relying-party' as const, site: null, contacts: [] };
    const left = await leaveVisit(visited, NOW + YEAR);
    await leaveVisit(visited, NOW);
    expect(Object.keys(await fakeStorage.session.get())).not.toContain(`handover:${left}`);
  });
});
