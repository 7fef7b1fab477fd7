/** `usedOcsp` in Firefox, with imported roots: what is said agrees with the responder's log in every case. */
import { afterEach, describe, expect, it } from 'vitest';
import { pageIn, turnOnPreciseWatch, visitAndRead, whatIsSaid, type Page } from './said.ts';
import { onStage } from '../sites/sites.ts';
import { PopupOnPage } from '../stage/page-object.ts';

/** The browser's report comes with the response, the request left during the handshake before it. */
const HANDSHAKE = 3_000;
const tried = ({ main }: Page) => main.channels.ocsp.state === 'tried';

describe('Firefox, with the roots imported by its user', () => {
  const scene = onStage('firefox', {});

  afterEach(() => {
    scene().stage.world.responder.mode = 'answer';
  });

  it('says "tried" after the first connection, with the time and the host of the log', async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect([answer, ocsp.state]).toEqual(['asked', 'tried']);
    expect(Math.abs((ocsp.triedAt ?? 0) - (asked[0]?.at ?? 0))).toBeLessThan(HANDSHAKE);
    expect(text).toMatch(/Tried at .*, r11\.o\.lencr\.org/);
    expect(text).toContain('See such requests as they leave: the precise watch');
  });

  it('counts the try once: the next page over the kept connection names the same time', async () => {
    const { stage, browser } = scene();
    const { url } = stage.world.site('before-2025');
    const first = await visitAndRead(browser, stage.world, url);
    const next = await visitAndRead(browser, stage.world, url);
    expect(next.asked).toEqual([]);
    expect(next.ocsp).toMatchObject({ state: 'tried', triedAt: first.ocsp.triedAt });
  });

  it('makes no try of a document from the cache', async () => {
    const { stage, browser } = scene();
    const { url } = stage.world.site('before-2025-ec');
    const { asked } = await visitAndRead(browser, stage.world, `${url}kept`);
    expect(asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    await browser.visit('about:blank');
    const visits = stage.world.since(0, 'site').filter(({ path }) => path === '/kept').length;
    const again = await visitAndRead(browser, stage.world, `${url}kept`);
    expect(stage.world.since(0, 'site').filter(({ path }) => path === '/kept')).toHaveLength(visits);
    expect(again.asked).toEqual([]);
    // What the cache says of OCSP is of an earlier connection, and it is not known that there is none now.
    expect([again.answer, again.ocsp.state, again.ocsp.triedAt]).toEqual([
      'may-have-asked',
      'possible',
      null,
    ]);
  });

  it.each([
    ['resumed', true],
    ['a whole handshake, the answer known', false],
  ])('says none was seen on a new connection that needs no question: %s', async (_, resumed) => {
    const { stage, browser } = scene();
    const { url, host } = stage.world.site('before-2025-ec');
    await browser.visit(url);
    await browser.visit('about:blank');
    stage.world.cutConnections({ keepTickets: resumed });
    const since = Date.now();
    const again = await visitAndRead(browser, stage.world, url);
    const handshakes = stage.world.handshakes.filter((one) => one.at >= since && one.host === host);
    expect(handshakes[0]).toMatchObject({ resumed });
    expect(again.asked).toEqual([]);
    expect([again.answer, again.ocsp.state]).toEqual(['probably-not-asked', 'not-observed']);
    expect(again.text).toContain('It may have used an answer kept from before.');
  });

  it.each(['stapled', 'must-staple'])('says none was seen where the server staples: %s', async (id) => {
    const { stage, browser } = scene();
    const { asked, ocsp } = await visitAndRead(browser, stage.world, stage.world.site(id).url);
    expect(asked).toEqual([]);
    expect(ocsp.state).toBe('not-observed');
  });

  it('claims and denies nothing where Firefox refuses the page, though the responder was asked', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    const { asked, answer, ocsp } = await whatIsSaid(browser, stage.world, since);
    expect(asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    expect([answer, ocsp.state]).toEqual(['cannot-tell', 'cannot-tell']);
  });

  it("ties another CA's try to that CA", async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('another-ca').url,
    );
    expect(asked).toMatchObject([{ host: 'ocsp.example-trust.test' }]);
    expect(answer).toBe('no-lets-encrypt');
    expect(ocsp).toMatchObject({ state: 'tried', recipient: 'another' });
    expect(text).toContain('Example Trust');
    expect(text).not.toMatch(/Tried at .*, ocsp\.example-trust/);
  });

  it('says nothing of OCSP where the certificate names a CRL alone', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    const { asked, ocsp } = await visitAndRead(browser, stage.world, stage.world.site('today').url);
    expect(asked).toEqual([]);
    expect(stage.world.since(since, 'crl')).toEqual([]);
    expect(stage.world.since(since, 'issuer')).toEqual([]);
    expect(ocsp.state).toBe('not-named');
  });

  it('never denies the request on the connection of a WebSocket', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await browser.visit(stage.world.site('many-hosts').url);
    await expect.poll(() => browser.evaluate(`document.getElementById('echo').textContent`)).toBe('hello');
    const popup = await PopupOnPage.here(browser);
    const socket = pageIn(await popup.report()).others.find(({ host }) => host.startsWith('socket.'));
    await popup.close();
    const asked = stage.world.since(since, 'ocsp').map(({ host }) => host);
    expect(asked).toContain('e6.o.lencr.org');
    expect(socket?.channels.ocsp.state).toBe('possible');
  });
});

describe('Firefox, with a responder that does not answer', () => {
  const scene = onStage('firefox', {});

  afterEach(() => {
    scene().stage.world.responder.mode = 'answer';
  });

  it('says "tried" when the responder is down: that it was reached is not claimed', async () => {
    const { stage, browser } = scene();
    stage.world.responder.mode = 'down';
    const { answer, ocsp, text } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect([answer, ocsp.state]).toEqual(['asked', 'tried']);
    expect(text).toContain('Whether a request arrived is unknown.');
  });

  it('says "tried" when the responder hangs, and the page still loads', async () => {
    const { stage, browser } = scene();
    stage.world.responder.mode = 'hang';
    const { asked, ocsp } = await visitAndRead(browser, stage.world, stage.world.site('before-2025-ec').url);
    expect(asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
    expect(ocsp.state).toBe('tried');
  });
});

describe('Firefox, its event page stopped', () => {
  const scene = onStage('firefox', {});

  it('says "tried" of what came meanwhile', async () => {
    const { stage, browser } = scene();
    await browser.visit(stage.world.site('today').url);
    await browser.killBackground();
    const { asked, answer, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
      tried,
    );
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect([answer, ocsp.state]).toEqual(['asked', 'tried']);
  });
});

describe('Firefox, in a private window', () => {
  const scene = onStage('firefox', { privateWindows: true });

  it('says "tried" there', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await browser.visit(stage.world.site('before-2025').url, { newPrivateWindow: true });
    const { asked, answer } = await whatIsSaid(browser, stage.world, since, tried);
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect(answer).toBe('asked');
  });
});

describe('Firefox, with OCSP turned off in about:config', () => {
  const scene = onStage('firefox', { preferences: { 'security.OCSP.enabled': 0 } });

  it('says none was seen, and none was', async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect(asked).toEqual([]);
    expect([answer, ocsp.state]).toEqual(['probably-not-asked', 'not-observed']);
  });

  it('says the same with the precise watch', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const { asked, answer, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025-ec').url,
    );
    expect(asked).toEqual([]);
    expect([answer, ocsp.state, ocsp.contact]).toEqual(['probably-not-asked', 'not-observed', null]);
  });
});
