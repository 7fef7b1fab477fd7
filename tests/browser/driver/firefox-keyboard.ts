/** Keys in Firefox, as from a keyboard: through the browser's own window, so that Tab moves as it does for a person. */
import type { Marionette } from './marionette.ts';

/** Presses keys in the tab with the given `<browser>` element. */
export async function pressInFirefox(firefox: Marionette, browserId: number, keys: string[]): Promise<void> {
  await firefox.chrome(pressing, browserId, keys);
}

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
