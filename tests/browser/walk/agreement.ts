/** Whether what the extension says of a tab agrees with what the servers logged. */
import type { Exposure, PageReport } from '../../../src/exposure/exposure.ts';
import { pageTitle } from '../../../extension/ui/page-state.ts';
import { textsOf } from '../../../scripts/build/locales.ts';
import path from 'node:path';
import type { World } from '../../world/world.ts';
import type { BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import { Onlooker } from '../visits/onlooker.ts';

export interface WalkedTab {
  id: number;
  /** Serial numbers that a responder was asked about while the tab's page loaded, lower-case hex. */
  asked: Set<string>;
  /** The background was stopped while the page came, so that it may have missed it. It must not deny anything then. */
  cutShort: boolean;
}

/** States that deny a request, or expect none. */
const DENIALS = new Set(['not-named', 'not-expected', 'not-observed', 'unlikely']);
const texts = textsOf(path.resolve(import.meta.dirname, '../../../extension/_locales'), 'en');

/** What is wrong with the reports on the tabs, once nothing changes any more; empty: nothing. */
export async function problemsOf(
  browser: BrowserUnderTest,
  world: World,
  tabs: WalkedTab[],
  start: number,
): Promise<string[]> {
  return Onlooker.with(browser, async (onlooker) => {
    let problems: string[] = [];
    const look = async (): Promise<true | undefined> => {
      problems = [];
      for (const tab of tabs) problems.push(...(await problemsOfTab(onlooker, world, tab, start)));
      return problems.length === 0 ? true : undefined;
    };
    // A last response may still be on its way to the extension.
    await until('agreement', look).catch((error: unknown) => {
      if (problems.length === 0) throw error;
    });
    return problems;
  });
}

async function problemsOfTab(
  onlooker: Onlooker,
  world: World,
  tab: WalkedTab,
  start: number,
): Promise<string[]> {
  // Brought to the front: nobody sees the button of another tab, and a background that was stopped in mid-work may leave
  // it behind until then.
  const { url, title } = await onlooker.evaluate<{ url: string; title: string }>(
    `chrome.tabs.update(${tab.id}, { active: true })
      .then(async ({ url }) => ({ url, title: await chrome.action.getTitle({ tabId: ${tab.id} }) }))`,
  );
  const report = await onlooker.report(tab.id);
  const problems = [...problemsOfReport(report, { url, world, tab, start })];
  const expected = texts[pageTitle(report)]?.message;
  if (title !== expected) problems.push(`the button says "${title}" for "${expected}"`);
  return problems.map((problem) => `tab ${tab.id} at ${url}: ${problem}`);
}

function* problemsOfReport(
  report: PageReport,
  { url, world, tab, start }: { url: string; world: World; tab: WalkedTab; start: number },
): Generator<string> {
  if (!/^https?:/.test(url)) {
    if (report.kind !== 'not-a-site') yield `is said to be ${report.kind}`;
    return;
  }
  if (!('page' in report)) {
    yield `is said to be ${report.kind}`;
    return;
  }
  if (report.host !== new URL(url).host) yield `the report is about ${report.host}`;
  const asked = new Set(world.since(start, 'ocsp').flatMap(({ serials = [] }) => serials));
  const exposures = [report.page.main, ...report.page.others];
  for (const exposure of exposures) yield* problemsOfHost(exposure, { world, asked });
  if (report.kind === 'https' && report.page.main.certificate === null && !tab.cutShort)
    yield 'the certificate is not known';
  for (const serial of tab.asked) {
    const about = exposures.filter(({ certificate }) => certificate?.serialNumber === serial);
    if (about.length === 0 && !tab.cutShort)
      yield `a responder was asked about ${serial}, which no host of the page has`;
    for (const { host, channels } of about)
      if (DENIALS.has(channels.ocsp.state))
        yield `a responder was asked about ${host}, and OCSP is said to be ${channels.ocsp.state}`;
  }
}

function* problemsOfHost(
  { host, certificate, channels }: Exposure,
  { world, asked }: { world: World; asked: Set<string> },
): Generator<string> {
  if (certificate === null) return;
  const site = [...world.sites, ...world.supportingSites].find((one) => one.host === host);
  const { serialNumber } = certificate;
  if (site?.serialNumber !== serialNumber)
    yield `${host} is said to have the certificate ${serialNumber}, and it has ${site?.serialNumber}`;
  if (channels.ocsp.state === 'tried' && !asked.has(serialNumber))
    yield `OCSP is said to have been tried for ${host}, and no responder was asked`;
}
