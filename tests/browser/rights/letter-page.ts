/** A letter on the options page as a person writes it, for tests that read like a specification. */
import type { BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

/** The letter that is open. */
const OPEN = 'div:not([hidden]) > .letter';

export class LetterPage {
  constructor(readonly tab: ExtensionTab) {}

  /** Opens the rights section at a right, and its letter. */
  static async write(browser: BrowserUnderTest, right: string): Promise<LetterPage> {
    const tab = await browser.openExtensionPage(`options/index.html#rights-${right}`);
    const letter = new LetterPage(tab);
    const opener = `#rights-${right} button[aria-expanded]`;
    // Parts that come in above it move it: a click must find it where it stays.
    await letter.#steady(opener);
    await tab.click(opener);
    await letter.says('Dear privacy team');
    return letter;
  }

  /** The letter, as it would leave. */
  text(): Promise<string> {
    return this.tab.evaluate(`document.querySelector('${OPEN} .paper')?.innerText ?? ''`);
  }

  /** Waits until the letter has these words; returns it. */
  async says(words: string): Promise<string> {
    let text = '';
    await until(
      () => `${words} in the letter: ${text}`,
      async () => ((text = await this.text()).includes(words) ? true : undefined),
    );
    return text;
  }

  /** Its reference number. */
  async reference(): Promise<string> {
    return /RP-\S{4}-\S{4}/.exec(await this.text())?.[0] ?? 'no reference';
  }

  /** The ways out of the letter that can be used, by name. */
  waysOut(): Promise<string[]> {
    return this.tab.evaluate(`[...document.querySelectorAll(
      '${OPEN} .ways-out :is(button:not(:disabled), a), ${OPEN} .note button:not(:disabled)',
    )].map(({ textContent }) => textContent)`);
  }

  /** Takes one of them. */
  leaveBy(name: string): Promise<void> {
    return this.tab.evaluate(`[...document.querySelectorAll('${OPEN} :is(.ways-out, .note) :is(button, a)')]
      .find(({ textContent }) => textContent === ${JSON.stringify(name)}).click()`);
  }

  /** Where the mail program is sent. */
  mail(): Promise<URL> {
    return this.tab
      .evaluate<string>(`document.querySelector('${OPEN} .ways-out a[href^="mailto:"]').href`)
      .then((address) => new URL(address));
  }

  /** What is still missing, in words. */
  missing(): Promise<string> {
    return this.tab.evaluate(`document.querySelector('${OPEN} .missing').innerText`);
  }

  /** Types into the field of this label, all at once. */
  fill(label: string, value: string): Promise<void> {
    return this.tab.evaluate(`(() => {
      const field = [...document.querySelectorAll('${OPEN} label')]
        .find(({ textContent }) => textContent.startsWith(${JSON.stringify(label)})).control;
      field.value = ${JSON.stringify(value)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    })()`);
  }

  /** Chooses a radio button or ticks a box by its label. */
  pick(label: string): Promise<void> {
    return this.tab.evaluate(`[...document.querySelectorAll('${OPEN} label.pick')]
      .find(({ textContent }) => textContent.trim().startsWith(${JSON.stringify(label)})).control.click()`);
  }

  /** The field that has the focus, by its label. */
  focused(): Promise<string> {
    return this.tab.evaluate(
      `document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent`,
    );
  }

  close(): Promise<void> {
    return this.tab.close();
  }

  /** Waits until what the selector finds stands still. */
  async #steady(selector: string): Promise<void> {
    let before = '';
    await until(`${selector} to stand still`, async () => {
      const now = await this.tab.evaluate<string>(
        `JSON.stringify(document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect() ?? null)`,
      );
      const still = now !== 'null' && now === before;
      before = now;
      return still ? true : undefined;
    });
  }
}
