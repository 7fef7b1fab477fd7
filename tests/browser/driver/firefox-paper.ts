/** A page of Firefox's on paper. */
import { writeFile } from 'node:fs/promises';
import type { Marionette } from './marionette.ts';

/** Lays a page out as on paper, or as on the screen again. */
export async function setFirefoxMedium(
  firefox: Marionette,
  browserId: number,
  medium: 'print' | 'screen',
): Promise<void> {
  const script = `BrowsingContext.getCurrentTopByBrowserId(arguments[0]).mediumOverride = arguments[1];`;
  await firefox.chrome(script, browserId, medium === 'print' ? 'print' : '');
}

/** Prints a page to a PDF of A4 sheets, by what WebDriver's own command uses: that one reaches no page of an extension. */
export async function printFromFirefox(firefox: Marionette, browserId: number, file: string): Promise<void> {
  await writeFile(file, Buffer.from(await firefox.chrome<string>(printing, browserId), 'binary'));
}

const printing = `
  const { print } = ChromeUtils.importESModule('chrome://remote/content/shared/PDF.sys.mjs');
  const page = BrowsingContext.getCurrentTopByBrowserId(arguments[0]);
  const settings = print.addDefaultSettings({
    background: true,
    margin: { top: 1.8, bottom: 1.8, left: 1.6, right: 1.6 },
    page: { width: 21, height: 29.7 },
    shrinkToFit: false,
  });
  return print.printToBinaryString(page, print.getPrintSettings(settings));
`;
