/** The precise watch in Firefox: what it sees leave agrees with the responder's log, and it changes nothing. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { readExport } from '../../../src/history/json-export.ts';
import { until } from '../driver/wait.ts';
import { HistoryPage } from '../history/history-page.ts';
import { answerQuestion } from '../options/question.ts';
import { onStage } from '../sites/sites.ts';
import { PopupOnPage } from '../stage/page-object.ts';
import { startForwardProxy, type ForwardProxy } from './forward-proxy.ts';
import { pageIn, turnOnPreciseWatch, visitAndRead, whatIsSaid, type Page } from './said.ts';

/** A request is seen before it is sent, and logged once it arrived; both clocks are this machine's. */
const ON_THE_WAY = 3_000;
const seen = ({ main }: Page) => main.channels.ocsp.state === 'seen-leaving';

describe('Firefox with the precise watch', () => {
  const scene = onStage('firefox', {});

  beforeAll(() => turnOnPreciseWatch(scene().browser));

  afterEach(() => {
    scene().stage.world.responder.mode = 'answer';
  });

  async function unmatched(): Promise<string> {
    const options = await scene().browser.openExtensionPage('options/index.html#overview-precise-watch');
    await options.waitForText('Requests that no page could be matched with');
    const text = await options.text();
    await options.close();
    return text;
  }

  it('shows the time and the host of the log', async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
      seen,
    );
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect(answer).toBe('asked');
    const way = (asked[0]?.at ?? 0) - (ocsp.contact?.at ?? 0);
    expect(way).toBeGreaterThanOrEqual(0);
    expect(way).toBeLessThan(ON_THE_WAY);
    expect(text).toMatch(/Asked at .*, r11\.o\.lencr\.org/);
    expect(text).toContain('Whether a request arrived is unknown.');
    expect(text).toMatch(/normally gone before \w+ \d+, \d{4}/);
    expect(text).not.toContain('See such requests as they leave');
  });

  it('sees no second request over the kept connection', async () => {
    const { stage, browser } = scene();
    const { asked, ocsp } = await visitAndRead(browser, stage.world, stage.world.site('before-2025').url);
    expect(asked).toEqual([]);
    expect(ocsp.contact).toBeNull();
    expect(ocsp.state).toBe('tried');
  });

  it('sees a request that hangs as it leaves', async () => {
    const { stage, browser } = scene();
    stage.world.responder.mode = 'hang';
    const { asked, answer, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('another-ca').url,
      seen,
    );
    expect(asked).toMatchObject([{ host: 'ocsp.example-trust.test' }]);
    expect(answer).toBe('no-lets-encrypt');
    expect(ocsp).toMatchObject({ state: 'seen-leaving', recipient: 'another' });
  });

  it('sees a request leave for a responder that is down: that it arrived is not claimed', async () => {
    const { stage, browser } = scene();
    stage.world.responder.mode = 'down';
    // A site of its own: no answer of before serves.
    const { asked, answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025-other').url,
      seen,
    );
    expect(asked).toEqual([]);
    expect(answer).toBe('asked');
    expect(ocsp.contact?.endpoint).toMatch(/^http:\/\/r11\.o\.lencr\.org/);
    expect(text).toContain('Whether a request arrived is unknown.');
  });

  it('sees none for a document from the cache, nor on a new connection that needs no question', async () => {
    const { stage, browser } = scene();
    const { url, host } = stage.world.site('before-2025-ec');
    const first = await visitAndRead(browser, stage.world, `${url}kept`, seen);
    expect(first.asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    await browser.visit('about:blank');
    stage.world.cutConnections({ keepTickets: true });
    const cached = await visitAndRead(browser, stage.world, `${url}kept`);
    expect(cached.asked).toEqual([]);
    expect([cached.ocsp.contact, cached.ocsp.state]).toEqual([null, 'not-observed']);
    for (const resumed of [true, false]) {
      await browser.visit('about:blank');
      stage.world.cutConnections({ keepTickets: resumed });
      const since = Date.now();
      const again = await visitAndRead(browser, stage.world, `${url}plain`);
      const handshakes = stage.world.handshakes.filter((one) => one.at >= since && one.host === host);
      expect(handshakes[0]).toMatchObject({ resumed });
      expect(again.asked).toEqual([]);
      expect([again.answer, again.ocsp.state]).toEqual(['probably-not-asked', 'not-observed']);
    }
  });

  it('lists what no page can be matched with: a must-staple failure shows no certificate', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    expect(stage.world.since(since, 'ocsp')).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    const text = await unmatched();
    expect(text).toMatch(/e6\.o\.lencr\.org(:\d+)?\s+no known site/);
    expect(text).not.toContain('r11.o.lencr.org');
  });

  it('sees the request of the connection of a WebSocket, of which Firefox tells nothing', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await browser.visit(stage.world.site('many-hosts').url);
    await expect.poll(() => browser.evaluate(`document.getElementById('echo').textContent`)).toBe('hello');
    const popup = await PopupOnPage.here(browser);
    await expect
      .poll(async () => {
        const { others } = pageIn(await popup.report());
        return others.find(({ host }) => host.startsWith('socket.'))?.channels.ocsp.state;
      })
      .toBe('seen-leaving');
    await popup.close();
    expect(stage.world.since(since, 'ocsp').map(({ host }) => host)).toContain('e6.o.lencr.org');
  });

  it.each(['stapled', 'must-staple', 'today'])('sees none where the log has none: %s', async (id) => {
    const { stage, browser } = scene();
    const since = Date.now();
    const { answer, ocsp } = await visitAndRead(browser, stage.world, stage.world.site(id).url);
    expect(stage.world.since(since).filter(({ service }) => service !== 'site')).toEqual([]);
    expect(answer).toBe('probably-not-asked');
    expect(ocsp.contact).toBeNull();
  });

  it('goes on after the event page was stopped', async () => {
    const { stage, browser } = scene();
    // Firefox wakes it for what was registered at its start: the watch was turned on after that.
    await browser.killBackground();
    await browser.visit(stage.world.site('today').url);
    await browser.killBackground();
    const { asked, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025-ec-other').url,
      seen,
    );
    expect(asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    expect(ocsp.contact?.endpoint).toMatch(/^http:\/\/e6\.o\.lencr\.org/);
  });
});

describe("Firefox with the precise watch and a responder of Let's Encrypt that hangs", () => {
  const scene = onStage('firefox', {});

  it('sees the request as it leaves, and the page still loads', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    stage.world.responder.mode = 'hang';
    const { asked, answer } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
      seen,
    );
    stage.world.responder.mode = 'answer';
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect(answer).toBe('asked');
  });
});

describe('Firefox, the precise watch given back', () => {
  const scene = onStage('firefox', {});

  it('falls back to what Firefox reports', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const options = await browser.openExtensionPage('options/index.html#overview-precise-watch');
    // The last part of the section to appear: from then on the button stays in its place.
    await options.waitForText('Every request that was seen leaving could be matched with a page.');
    await options.click('Turn off the precise watch');
    await options.waitForText('The precise watch is off.');
    await options.close();
    const { asked, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect(asked).toHaveLength(1);
    expect(ocsp).toMatchObject({ state: 'tried', contact: null });
    expect(text).toContain('See such requests as they leave');
  });

  it('watches again when it is turned on again', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const { asked } = await visitAndRead(browser, stage.world, stage.world.site('before-2025-ec').url, seen);
    expect(asked).toHaveLength(1);
  });
});

describe('Firefox with the precise watch in a private window', () => {
  const scene = onStage('firefox', { privateWindows: true });

  it('shows the request there, and keeps none that cannot be matched', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const stored = `browser.storage.session.get('unmatched:checks').then((kept) => kept['unmatched:checks'] ?? [])`;
    const since = Date.now();
    await browser.visit(stage.world.site('before-2025').url, { newPrivateWindow: true });
    const { asked, ocsp } = await whatIsSaid(browser, stage.world, since, seen);
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect(ocsp.contact?.endpoint).toMatch(/^http:\/\/r11\.o\.lencr\.org/);
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    expect(stage.world.since(since, 'ocsp').map(({ host }) => host)).toContain('e6.o.lencr.org');
    const popup = await PopupOnPage.here(browser);
    expect(await popup.evaluate(stored)).toEqual([]);
    await popup.close();
  });
});

describe('Firefox with the precise watch and the history on', () => {
  const scene = onStage('firefox', { privateWindows: true });

  const visitWhatFails = async (options: { newPrivateWindow?: boolean } = {}): Promise<void> => {
    const { stage, browser } = scene();
    const { url } = stage.world.site('must-staple-unstapled');
    await expect(browser.visit(url, options)).rejects.toThrow('certificate error');
  };
  const unmatched = () => HistoryPage.with(scene().browser, (page) => page.unmatched());

  // It is settled once no certificate can come any more: 30 s after it left.
  it(
    'records a request that no page could be matched with, and erases it',
    { timeout: 120_000 },
    async () => {
      const { browser } = scene();
      await turnOnPreciseWatch(browser);
      await HistoryPage.with(browser, (page) => page.turnOn());
      await visitWhatFails();
      await expect
        .poll(unmatched, { timeout: 60_000, interval: 1_000 })
        .toEqual([
          [
            expect.stringMatching(/\d{1,2}:\d\d/),
            expect.stringMatching(/^e6\.o\.lencr\.org.*A service of Let's Encrypt/s),
            'no known site',
            'This entry',
          ],
        ]);
      await HistoryPage.with(browser, async (page) => {
        // The page that Firefox refused is a visit, of which nothing was seen: the request is not put with it.
        expect((await page.stored())?.flatMap(({ contacts }) => contacts) ?? []).toEqual([]);
        const { text } = await page.save('Save as JSON');
        expect(readExport(text)).toMatchObject({
          unmatched: [{ channel: 'ocsp', recipient: 'lets-encrypt', candidates: [] }],
          dropped: 0,
        });
        await page.tab.click('.history-unmatched button');
        await page.tab.waitForText('1 entry will be erased.');
        await answerQuestion(page.tab, true);
        await expect.poll(() => page.unmatched()).toEqual([]);
      });
    },
  );

  it('records none while a private window is open', async () => {
    const { stage, browser } = scene();
    await visitWhatFails({ newPrivateWindow: true });
    // The list of the session is written first: what is not there is not in the history.
    await browser.closeTab();
    await browser.visit(stage.world.site('today').url);
    const sites = () =>
      HistoryPage.with(browser, async (page) => ((await page.stored()) ?? []).map(({ site }) => site));
    await expect.poll(sites).toContain(stage.world.site('today').host);
    expect(await unmatched()).toEqual([]);
  });
});

describe('Firefox with a proxy of its user', () => {
  let proxy: ForwardProxy | undefined;
  const scene = onStage('firefox', async () => {
    proxy = await startForwardProxy();
    return {
      preferences: {
        'network.proxy.type': 1,
        'network.proxy.http': '127.0.0.1',
        'network.proxy.http_port': proxy.port,
        'network.proxy.ssl': '127.0.0.1',
        'network.proxy.ssl_port': proxy.port,
        'network.proxy.no_proxies_on': '',
        'network.proxy.allow_hijacking_localhost': true,
      },
    };
  });

  it('reaches sites and responders through that proxy, watched or not', async () => {
    const { stage, browser } = scene();
    if (proxy === undefined) throw new Error('There is no proxy.');
    const unwatched = await visitAndRead(browser, stage.world, stage.world.site('before-2025-ec').url);
    expect(unwatched.asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    expect([unwatched.answer, unwatched.ocsp.state]).toEqual(['asked', 'tried']);
    const before = proxy.hosts.splice(0);
    expect(before).toEqual(expect.arrayContaining(['before-2025-ec.example.test', 'e6.o.lencr.org']));
    await turnOnPreciseWatch(browser);
    const { asked } = await visitAndRead(browser, stage.world, stage.world.site('before-2025').url, seen);
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    await until('both requests to pass the proxy', () =>
      proxy?.hosts.includes('before-2025.example.test') && proxy.hosts.includes('r11.o.lencr.org')
        ? true
        : undefined,
    );
    await proxy.close();
  });
});
