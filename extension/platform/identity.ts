/** Which browser this is, asked once in the life of a page or worker. */
import type { Browser } from '../../src/revocation/browser.ts';
import { identifyBrowser } from '../../src/revocation/identify-browser.ts';
import { browser, isFirefox } from './browser.ts';

let known: Promise<Browser> | null = null;

export function thisBrowser(): Promise<Browser> {
  known ??= identify();
  return known;
}

/** What a Chromium browser calls itself, without waiting for what it runs on. */
export function chromiumName(): string {
  return identifyBrowser(toldByChromium()).name;
}

async function identify(): Promise<Browser> {
  const { os } = await browser.runtime.getPlatformInfo();
  if (isFirefox) {
    const { userAgent } = navigator;
    return identifyBrowser({ browserInfo: await browser.runtime.getBrowserInfo(), userAgent, os });
  }
  return identifyBrowser({ ...toldByChromium(), os });
}

function toldByChromium(): { brands: unknown; userAgent: string } {
  return {
    brands: 'userAgentData' in navigator ? brands(navigator.userAgentData) : undefined,
    userAgent: navigator.userAgent,
  };
}

/** TypeScript's DOM library does not know `navigator.userAgentData` yet. */
function brands(userAgentData: unknown): unknown {
  return typeof userAgentData === 'object' && userAgentData !== null && 'brands' in userAgentData
    ? userAgentData.brands
    : undefined;
}
