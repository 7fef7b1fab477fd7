/** Files that a page hands the browser to save: seen where they leave the page, since a headless browser keeps none. */
import type { ExtensionPage } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

/** Does something that saves a file, and returns what is in the file and what it is called. */
export async function savedBy(
  page: Pick<ExtensionPage, 'evaluate'>,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  await page.evaluate(`(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob) => {
      window.saved = blob;
      return create(blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      window.savedAs = this.download;
      click.call(this);
    };
  })()`);
  await act();
  return until('the file to be made', () =>
    page.evaluate<{ name: string; text: string } | undefined>(
      `window.saved && window.saved.text().then((text) => ({ name: window.savedAs, text }))`,
    ),
  );
}
