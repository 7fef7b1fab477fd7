/** What the browser did by the responder's log, beside what the extension said of it. */
import type { ChannelExposure, PageReport } from '../../../src/exposure/exposure.ts';
import type { World } from '../../world/world.ts';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { PopupOnPage } from '../stage/page-object.ts';

export interface Said {
  /** Requests to each responder, by the log, since the visit began. */
  asked: { host: string; at: number }[];
  answer: string;
  ocsp: ChannelExposure;
  /** The popup's text, the folded parts unfolded. */
  text: string;
}

export type Page = (PageReport & { kind: 'https' })['page'];

/** The page that a report is about; fails where it shows no https page. */
export function pageIn(report: PageReport): Page {
  if (report.kind !== 'https') throw new Error(`the report is ${report.kind}`);
  return report.page;
}

/** Opens the popup over the page and reads it once `settled`, which by default it is at once. */
export async function whatIsSaid(
  browser: BrowserUnderTest,
  world: World,
  since: number,
  settled: (page: Page) => boolean = () => true,
): Promise<Said> {
  const popup = await PopupOnPage.here(browser);
  try {
    const page = await until('the report to settle', async () => {
      const current = pageIn(await popup.report());
      return settled(current) ? current : undefined;
    });
    return {
      asked: world.since(since, 'ocsp').map(({ host, at }) => ({ host, at })),
      answer: page.answer,
      ocsp: page.main.channels.ocsp,
      text: await popup.wholeText(),
    };
  } finally {
    await popup.close();
  }
}

/** Visits a page and tells what is said there. */
export async function visitAndRead(
  browser: BrowserUnderTest,
  world: World,
  url: string,
  settled?: (page: Page) => boolean,
): Promise<Said> {
  const since = Date.now();
  await browser.visit(url);
  return whatIsSaid(browser, world, since, settled);
}

/** Turns the precise watch on as a person does, and waits until it watches. */
export async function turnOnPreciseWatch(browser: BrowserUnderTest): Promise<void> {
  const options = await browser.openExtensionPage('options/index.html#overview-precise-watch');
  await options.waitForText('The precise watch is off.');
  await options.click('Turn on the precise watch');
  await options.waitForText('The precise watch is on.');
  await until('the watch to begin', async () =>
    (await options.evaluate<boolean>(
      `browser.storage.session.get('watching:departures').then((kept) => 'watching:departures' in kept)`,
    ))
      ? true
      : undefined,
  );
  await options.close();
}
