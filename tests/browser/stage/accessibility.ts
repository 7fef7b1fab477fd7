/** What axe-core finds in the extension's pages. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ExtensionPage } from '../driver/driver.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds wrong in a page, each with the elements concerned; needs nothing of the network. */
export async function accessibilityFaults(page: ExtensionPage): Promise<string[]> {
  // As one expression: drivers evaluate expressions, and axe-core is a script that leaves `axe` behind.
  return page.evaluate<string[]>(`(() => {
    ${axe}
    return globalThis.axe ?? axe;
  })().run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map((node) => id + ': ' + node.html + ' ' + node.failureSummary)))`);
}

/** What axe-core finds wrong in a page, in light and in dark. */
export async function faultsInEachScheme(page: ExtensionPage): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.prefer({ colorScheme });
    found.push(...(await accessibilityFaults(page)).map((fault) => `${colorScheme}: ${fault}`));
  }
  return found;
}
