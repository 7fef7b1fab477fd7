/** The toolbar popup once it shows an answer. */
import type { BrowserUnderTest, Popup } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

const SETTLED = `document.querySelector('main') !== null && document.querySelector('[aria-busy="true"]') === null`;

/** Opens the popup and waits until it shows what it has to say, not its skeleton. */
export async function openSettledPopup(browser: BrowserUnderTest): Promise<Popup> {
  const popup = await browser.openPopup();
  await until('the popup to show an answer', async () =>
    (await popup.evaluate<boolean>(SETTLED)) ? true : undefined,
  );
  return popup;
}
