/** A page in Firefox, reached from the browser's own window: a popup is no tab, so WebDriver cannot switch to it. */
import { writeFile } from 'node:fs/promises';
import type { ExtensionPage, Viewport } from './driver.ts';
import { firefoxAccessibilityTree } from './firefox-accessibility.ts';
import { preferInFirefox } from './firefox-preferred.ts';
import type { Marionette } from './marionette.ts';
import { until, untilSteady, untilText } from './wait.ts';

// Marionette's own actor in the page does what WebDriver commands do in a tab.
const actor = `
  const browserId = arguments[0];
  const context = BrowsingContext.getCurrentTopByBrowserId(browserId);
  if (!context) throw new Error('the page is closed');
  const actor = context.currentWindowGlobal.getActor('MarionetteCommands');
`;

/** Value of an expression in the page of a `<browser>` element, given by its number. */
export async function evaluateIn<T>(firefox: Marionette, browserId: number, expression: string): Promise<T> {
  const script = `return Promise.resolve(${expression}).then((value) => JSON.stringify(value));`;
  const body = `${actor} return actor.executeScript(arguments[1], [], {});`;
  const json = await firefox.chrome<string | null>(body, browserId, script);
  return (json === null ? undefined : JSON.parse(json)) as T;
}

const SIZE = '`${innerWidth} ${innerHeight} ${document.documentElement.scrollHeight}`';

/** Wraps a page of the extension. */
export function firefoxPage(
  firefox: Marionette,
  browserId: number,
  { wholePage, close }: { wholePage: boolean; close: () => Promise<void> },
): ExtensionPage {
  const evaluate = <T>(expression: string): Promise<T> => evaluateIn<T>(firefox, browserId, expression);
  const text = (): Promise<string> => evaluate<string>('document.body.innerText');
  return {
    text,
    evaluate,
    close,
    waitForText: (awaited) => untilText(text, awaited),
    prefer: (preferences) => preferInFirefox(firefox, browserId, preferences),
    accessibilityTree: () => firefoxAccessibilityTree(firefox, browserId),
    async screenshot(file) {
      if (!wholePage) await untilSteady('the size of the popup', () => evaluate<string>(SIZE));
      const height = wholePage
        ? 'document.documentElement.scrollHeight'
        : 'Math.min(innerHeight, Math.ceil(document.documentElement.getBoundingClientRect().bottom))';
      const size = await evaluate<number[]>(`[innerWidth, ${height}, devicePixelRatio]`);
      await writeFile(file, Buffer.from(await firefox.chrome<string>(drawing, browserId, ...size), 'base64'));
    },
    async click(target) {
      await until(`something to click: ${target}`, () =>
        firefox.chrome<true | undefined>(clicking, browserId, target, /^[#.[]/.test(target)),
      );
    },
  };
}

/** Gives a tab's page a size and a zoom. */
export async function setFirefoxViewport(
  firefox: Marionette,
  browserId: number,
  { width, height, zoom = 1 }: Viewport,
): Promise<void> {
  await firefox.chrome(sizing, browserId, width, height, zoom);
  const expected = [Math.round(width / zoom), Math.round(height / zoom)];
  await until(`a page of ${expected.join(' by ')} CSS pixels`, async () => {
    const [x = 0, y = 0] = await evaluateIn<number[]>(firefox, browserId, '[innerWidth, innerHeight]');
    return Math.abs(x - expected[0]!) <= 1 && Math.abs(y - expected[1]!) <= 1 ? true : undefined;
  });
}

const drawing = `
  const [id, width, height, scale] = arguments;
  const page = BrowsingContext.getCurrentTopByBrowserId(id).currentWindowGlobal;
  return page.drawSnapshot(new DOMRect(0, 0, width, height), scale, 'white').then((image) => {
    const canvas = document.createElementNS('http://www.w3.org/1999/xhtml', 'canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d').drawImage(image, 0, 0);
    image.close();
    return canvas.toDataURL('image/png').replace(/^[^,]*,/, '');
  });
`;

const clicking = `${actor}
  const [, target, isSelector] = arguments;
  const options = { timeout: 0, all: true };
  const clickable = 'a, button, input, select, summary, textarea, [role], [tabindex]';
  return (async () => {
    for (const element of await actor.findElements('css selector', isSelector ? target : clickable, options)) {
      if (!isSelector && (await actor.getComputedLabel(element)) !== target) continue;
      await actor.clickElement(element, { toJSON: () => ({}) });
      return true;
    }
    return undefined;
  })();
`;

const sizing = `
  const [id, width, height, zoom] = arguments;
  const browser = BrowsingContext.getCurrentTopByBrowserId(id).embedderElement;
  const panel = browser.getBoundingClientRect();
  window.resizeBy(Math.max(0, width - panel.width), Math.max(0, height - panel.height));
  for (const [side, length] of [['width', width], ['height', height]]) {
    for (const limit of ['min-', 'max-', '']) browser.style.setProperty(limit + side, length + 'px');
  }
  browser.fullZoom = zoom;
`;
