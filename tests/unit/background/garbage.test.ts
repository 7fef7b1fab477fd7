/**
 * Events with anything in them, in any order: what a browser of another version, or one gone wrong, might tell. No
 * listener throws or answers, nothing is left unhandled, and the next page is seen as if nothing had been.
 */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { HOSTILE_TEXTS } from '../../fuzz/hostile-texts.ts';
import { BrowserInMemory, type Kind } from './browser-in-memory.ts';
import { certificate, response, securityInfo } from './responses.ts';

const DER = certificate('Example Trust');

const anything = fc.oneof(
  fc.constantFrom<unknown>(
    undefined,
    null,
    -1,
    0,
    1,
    2 ** 53,
    Number.NaN,
    Infinity,
    true,
    '',
    [],
    {},
    [null],
    [{}],
    ...HOSTILE_TEXTS.filter(({ length }) => length < 1_000),
  ),
  fc.anything({ maxDepth: 1, maxKeys: 3 }),
);
const address = fc.oneof(
  fc.webUrl(),
  fc.constantFrom(
    'https://site.example/',
    'https://user:secret@site.example:8443/#part',
    'wss://site.example/socket',
    'http://[::1]/',
    'https://xn--pple-43d.example/',
    'https://',
    'about:blank',
    'data:text/html,<p>',
    'blob:https://site.example/1',
    'null',
    'moz-extension://1/page.html',
    `https://site.example/${'a'.repeat(64 * 1024)}`,
    'https://site.example/\u0000\uD800',
  ),
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string(),
);
const type = fc.constantFrom(
  'main_frame',
  'sub_frame',
  'image',
  'websocket',
  'speculative',
  'other',
  'new_type',
);
/** A response in which each field may be missing or be anything. */
const details = fc
  .record(
    {
      requestId: fc.oneof(fc.constantFrom('1', '2'), anything),
      url: address,
      tabId: fc.oneof(fc.constantFrom(-1, 1, 2), anything),
      frameId: fc.oneof(fc.constantFrom(0, 1), anything),
      parentFrameId: fc.oneof(fc.constantFrom(-1, 0), anything),
      statusCode: fc.oneof(fc.constantFrom(200, 204, 301), anything),
      // A list of headers always; what is in one may be missing, or be octets.
      responseHeaders: fc.array(
        fc.record({
          name: fc.constantFrom('Location', 'Content-Disposition', 'Non-Authoritative-Reason', '', '\u202E'),
          value: fc.oneof(fc.constantFrom(undefined, '/', 'attachment'), fc.string()),
        }),
        { maxLength: 3 },
      ),
      incognito: fc.oneof(fc.boolean(), anything),
      timeStamp: fc.oneof(fc.integer(), anything),
      frameAncestors: fc.array(fc.record({ url: address }, { requiredKeys: [] }), { maxLength: 2 }),
      documentUrl: address,
      originUrl: address,
      initiator: address,
      documentId: fc.oneof(fc.constantFrom('document'), anything),
      parentDocumentId: anything,
      documentLifecycle: fc.oneof(fc.constantFrom('prerender'), anything),
      fromCache: anything,
      method: fc.oneof(fc.constantFrom('POST', 'GET'), anything),
    },
    { requiredKeys: [] },
  )
  .chain((fields) => type.map((one) => ({ ...fields, type: one })));
/** What the browser says of a connection, whole or in part. */
const security = fc.oneof(
  anything,
  fc.record(
    {
      certificates: fc.oneof(
        anything,
        fc.array(
          fc.record(
            {
              fingerprint: fc.oneof(fc.record({ sha256: anything }), anything),
              rawDER: fc.oneof(fc.constant([...DER]), fc.uint8Array(), anything),
              isBuiltInRoot: anything,
            },
            { requiredKeys: [] },
          ),
          { maxLength: 3 },
        ),
      ),
      usedOcsp: anything,
    },
    { requiredKeys: [] },
  ),
);

const change = fc.record({ status: anything, url: address }, { requiredKeys: [] });
const event = fc.oneof(
  { weight: 6, arbitrary: fc.record({ of: fc.constant('headers' as const), details, security }) },
  {
    weight: 2,
    arbitrary: fc.record({
      of: fc.constantFrom('departure' as const, 'started' as const, 'failed' as const),
      details,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      of: fc.constant('tabUpdated' as const),
      tabId: fc.constantFrom(1, 2, -1),
      change,
      url: address,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ of: fc.constant('tabRemoved' as const), tabId: fc.constantFrom(2, 3, -1) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      of: fc.constant('tabReplaced' as const),
      added: fc.constantFrom(3, 4),
      removed: fc.constantFrom(2, 3),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      of: fc.constant('message' as const),
      message: anything,
      sender: fc.record({ id: anything, url: address }, { requiredKeys: [] }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      of: fc.constantFrom('granted' as const, 'withdrawn' as const),
      change: fc.record(
        { permissions: fc.array(fc.string()), origins: fc.array(fc.string()) },
        { requiredKeys: [] },
      ),
    }),
  },
);
type Told = typeof event extends fc.Arbitrary<infer T> ? T : never;

/** @returns what the listeners answered */
function tell(browser: BrowserInMemory, told: Told): unknown[] {
  const { events } = browser;
  switch (told.of) {
    case 'headers':
      browser.securityInfo = () => told.security ?? null;
      return events.headers.fire({ ...told.details, securityInfo: told.security });
    case 'departure':
    case 'started':
    case 'failed':
      return events[told.of].fire(told.details);
    case 'tabUpdated':
      return events.tabUpdated.fire(told.tabId, told.change, { url: told.url });
    case 'tabRemoved':
      return events.tabRemoved.fire(told.tabId, {});
    case 'tabReplaced':
      return events.tabReplaced.fire(told.added, told.removed);
    case 'message':
      return events.message.fire(told.message, told.sender);
    case 'granted':
    case 'withdrawn':
      return events[told.of].fire(told.change);
  }
}

describe.each<Kind>(['firefox', 'chromium'])('in %s', (kind) => {
  const unhandled: unknown[] = [];
  const note = (error: unknown) => void unhandled.push(error);

  beforeAll(() => {
    process.on('unhandledRejection', note);
    for (const level of ['warn', 'error'] as const)
      vi.spyOn(console, level).mockImplementation(() => undefined);
  });
  afterAll(() => {
    process.off('unhandledRejection', note);
    vi.unstubAllEnvs();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it('whatever events tell, the next page is seen', { timeout: 120_000 }, async () => {
    const browser = new BrowserInMemory(kind);
    browser.permissions = ['proxy'];
    await browser.start();
    let pages = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 15 }), async (life) => {
        browser.tabs = [{ id: 1, url: 'https://site.example/', incognito: false }];
        const answers = life.flatMap((told) => tell(browser, told)).filter((answer) => answer !== undefined);
        expect(answers).toEqual([]);
        await browser.settled();
        const url = 'https://next.example/';
        // A browser gives each request a name of its own.
        const requestId = `next ${(pages += 1)}`;
        browser.tabs = [{ id: 1, url, incognito: false }];
        browser.securityInfo = () => securityInfo(DER, 'firefox');
        browser.events.headers.fire(
          response(url, {
            requestId,
            ...(kind === 'chromium' && { securityInfo: securityInfo(DER, 'chromium') }),
          }),
        );
        browser.events.tabUpdated.fire(1, { status: 'loading', url }, { url });
        // Certificates are read in threads of their own, which nothing here can wait for.
        await vi.waitFor(async () => {
          const report = (await browser.ask({ type: 'report', tabId: 1 })) as PageReport;
          expect(report).toMatchObject({ kind: 'https', host: 'next.example', visibility: 'visible' });
          expect(browser.toolbar.get(1)?.title).toBe("No Let's Encrypt certificate");
        }, 10_000);
        expect(unhandled).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
    await browser.stop();
  });
});
