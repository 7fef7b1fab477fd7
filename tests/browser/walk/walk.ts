/**
 * A random walk through the world's sites, with the background stopped at random points; then each tab's report is held
 * against what the servers logged.
 */
import type { BrowserUnderTest } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';
import type { World } from '../../world/world.ts';
import { problemsOf, type WalkedTab } from './agreement.ts';
import { randomFrom, type Random } from './random.ts';

const SITES = [
  'today',
  'today-rsa',
  'before-2025',
  'before-2025-ec',
  'stapled',
  'six-day',
  'wildcard',
  'another-ca',
  'many-hosts',
  'http1',
  'http',
];
const PATHS = ['/', '/', '/plain', '/cached', '/loads?site=images,before-2025'];
const STOPPED = ', the background stopped meanwhile';
/** Tabs open at a time. */
const TABS = 5;

export interface Walk {
  steps: string[];
  /** What a report says otherwise than the logs; empty: they agree. */
  problems: string[];
}

interface OpenTab extends WalkedTab {
  /** Pages behind and before the one that is shown. */
  back: number;
  forward: number;
}

export interface WalkOptions {
  seed: number;
  /** How many navigations. */
  navigations: number;
}

/** Walks in the visited tab and others that it opens. The browser has to be new, or its session's storage empty. */
export async function walk(
  browser: BrowserUnderTest,
  world: World,
  { seed, navigations }: WalkOptions,
): Promise<Walk> {
  const random = randomFrom(seed);
  const steps: string[] = [];
  const start = Date.now();
  const tabs: OpenTab[] = [
    { id: await browser.currentTabId(), back: 0, forward: 0, asked: new Set(), cutShort: false },
  ];
  try {
    for (let at = 0; at < navigations; at += 1) {
      const tab = tabs.at(-1);
      if (tab === undefined) throw new Error('no tab is left');
      const before = Date.now();
      const { said, take, loads } = chooseStep({ random, browser, world, tabs, tab });
      steps.push(said);
      await take();
      const current = tabs.at(-1);
      if (current !== undefined && loads) {
        current.cutShort = said.endsWith(STOPPED);
        current.asked = new Set(world.since(before, 'ocsp').flatMap(({ serials = [] }) => serials));
      }
      if (random.below(5) === 0) {
        steps.push('the background is stopped');
        await settle(browser);
        await browser.killBackground();
      }
    }
    return { steps, problems: await problemsOf(browser, world, tabs, start) };
  } catch (error) {
    return { steps, problems: [error instanceof Error ? error.message : String(error)] };
  }
}

interface Place {
  random: Random;
  browser: BrowserUnderTest;
  world: World;
  tabs: OpenTab[];
  tab: OpenTab;
}

interface Step {
  said: string;
  take: () => Promise<void>;
  /** The step loads a page in the tab that is visited after it. */
  loads: boolean;
}

function chooseStep(place: Place): Step {
  const { random, browser, tabs, tab } = place;
  const dice = random.below(100);
  if (dice < 8 && tabs.length > 1) {
    const close = async () => {
      await browser.closeTab();
      tabs.pop();
    };
    return { said: 'close the tab', take: close, loads: false };
  }
  if (dice < 20 && tab.back > 0) return { said: 'back', take: () => go(place, -1), loads: true };
  if (dice < 30 && tab.forward > 0) return { said: 'forward', take: () => go(place, 1), loads: true };
  if (dice < 38 && tab.back > 0) return { said: 'reload', take: () => browser.reload(), loads: true };
  const target = chooseAddress(place);
  if (dice < 50 && tabs.length < TABS) {
    const open = async () => {
      await browser.visit(target.url, { newTab: true });
      tabs.push({ id: await browser.currentTabId(), back: 1, forward: 0, asked: new Set(), cutShort: false });
    };
    return { said: `a new tab for ${target.said}`, take: open, loads: true };
  }
  const stopped = random.below(6) === 0;
  const visit = async () => {
    if (stopped) await visitWhileStopping(browser, target);
    else await browser.visit(target.url);
    tab.back += 1;
    tab.forward = 0;
  };
  return {
    said: `visit ${target.said}${stopped ? STOPPED : ''}`,
    take: visit,
    loads: true,
  };
}

interface Target {
  url: string;
  /** Where it leads. */
  end: string;
  said: string;
}

function chooseAddress({ random, world }: Place): Target {
  const site = random.pick(SITES);
  const path = site === 'http' ? '/' : random.pick(PATHS);
  const end = new URL(path, world.site(site).url).href;
  if (random.below(5) > 0) return { url: end, end, said: site + path };
  const from = random.pick(SITES.slice(0, -1));
  const via = [random.pick(SITES.slice(0, -1))];
  const query = new URLSearchParams({ via: via.join(','), site, path });
  const url = new URL(`/to?${query}`, world.site(from).url).href;
  return { url, end, said: `${site}${path} by ${[from, ...via].join(' and ')}` };
}

async function go({ browser, tab }: Place, by: 1 | -1): Promise<void> {
  await (by === 1 ? browser.forward() : browser.back());
  tab.back += by;
  tab.forward -= by;
}

/** Browsers stop no background that has events to handle: waits until it has handled those of the last step. */
async function settle(browser: BrowserUnderTest): Promise<void> {
  await until('the toolbar to show a state', async () =>
    /^(Relying Party|Cannot tell)/.test((await browser.icon()).title) ? undefined : true,
  ).catch(() => undefined);
}

async function visitWhileStopping(browser: BrowserUnderTest, { url, end }: Target): Promise<void> {
  // The page may be there already: only a new one lacks the mark.
  await browser.evaluate(`void (document.documentElement.dataset.left = 'yes')`);
  await browser.visit(url, { wait: 'none' });
  await browser.killBackground();
  const arrived = `location.href === ${JSON.stringify(end)} && document.readyState === 'complete' && document.documentElement.dataset.left === undefined`;
  await until(`${end} to load`, async () => ((await browser.evaluate<boolean>(arrived)) ? true : undefined));
}
