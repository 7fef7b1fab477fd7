/** Keys in Firefox, as from a keyboard: through the browser's own window, so that Tab moves as it does for a person. */
import { evaluateIn } from './firefox-page.ts';
import type { Marionette } from './marionette.ts';
import { until } from './wait.ts';

/**
 * Presses keys in the tab with the given `<browser>` element, and waits until its page has handled them: they reach its
 * process on a way of their own, and a question that is asked at once can overtake them.
 */
export async function pressInFirefox(firefox: Marionette, browserId: number, keys: string[]): Promise<void> {
  const released = await evaluateIn<number>(firefox, browserId, counting);
  await firefox.chrome(pressing, browserId, keys);
  await until(`the page to handle the keys ${keys.join(', ')}`, async () =>
    (await evaluateIn<number>(firefox, browserId, counted)) >= released + keys.length ? true : undefined,
  );
}

/** The keys that were released in the page since the first time it was asked. */
const counted = `Number(document.documentElement.dataset.keysReleased)`;

const counting = `(() => {
  const { dataset } = document.documentElement;
  if (dataset.keysReleased === undefined) {
    dataset.keysReleased = '0';
    addEventListener('keyup', () => { dataset.keysReleased = String(Number(dataset.keysReleased) + 1); }, true);
  }
  return ${counted};
})()`;

const pressing = `
  const [id, keys] = arguments;
  const tab = gBrowser.tabs.find(({ linkedBrowser }) => linkedBrowser.browserId === id);
  gBrowser.selectedTab = tab;
  window.focus();
  tab.linkedBrowser.focus();
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  if (!processor.beginInputTransactionForTests(window)) throw new Error('no keys can be pressed');
  for (const key of keys) {
    const keyCode = { Tab: 9, Enter: 13, ' ': 32 }[key] ?? key.toUpperCase().charCodeAt(0);
    const event = new KeyboardEvent('', { key, keyCode });
    processor.keydown(event);
    processor.keyup(event);
  }
`;
