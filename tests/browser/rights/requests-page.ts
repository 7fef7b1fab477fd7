/** The noted requests on the options page as a person handles them, for tests that read like a specification. */
import type { BrowserUnderTest, ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

export class RequestsPage {
  private constructor(readonly tab: ExtensionTab) {}

  static async open(browser: BrowserUnderTest): Promise<RequestsPage> {
    const page = new RequestsPage(await browser.openExtensionPage('options/index.html#rights-requests'));
    await until('the noted requests', async () =>
      (await page.tab.evaluate<boolean>(`document.querySelector('#rights-requests > p + *') !== null`))
        ? true
        : undefined,
    );
    return page;
  }

  /** Puts a request there as if it had been noted long ago. */
  store(request: { reference: string; right: string; sent: string }): Promise<void> {
    const whole = { version: 1, contacts: [], state: 'sent', notes: '', ...request };
    return this.tab.evaluate(
      `chrome.storage.local.set(${JSON.stringify({ [`request:${request.reference}`]: whole })})`,
    );
  }

  /** What is said of a request. */
  of(reference: string): Promise<string> {
    return this.#card(reference, 'innerText');
  }

  notes(reference: string): Promise<string> {
    return this.#card(reference, `querySelector('textarea').value`);
  }

  setState(reference: string, state: string): Promise<void> {
    return this.#change(reference, 'select', state);
  }

  note(reference: string, words: string): Promise<void> {
    return this.#change(reference, 'textarea', words);
  }

  /** Takes the reminder for the calendar. */
  remind(reference: string): Promise<void> {
    return this.tab.click(`Save a calendar reminder for ${reference}`);
  }

  /** Deletes it, and says yes to the question. */
  async delete(reference: string): Promise<void> {
    await this.tab.click(`Delete ${reference}`);
    await this.#card(reference, `querySelector('.sure button').click()`);
  }

  close(): Promise<void> {
    return this.tab.close();
  }

  #card<T>(reference: string, what: string): Promise<T> {
    return this.tab.evaluate<T>(
      `document.getElementById(${JSON.stringify(`request-${reference}`)}).closest('article').${what}`,
    );
  }

  #change(reference: string, field: string, value: string): Promise<void> {
    return this.tab.evaluate(`(() => {
      const field = document.getElementById(${JSON.stringify(`request-${reference}`)}).closest('article')
        .querySelector(${JSON.stringify(field)});
      field.value = ${JSON.stringify(value)};
      field.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
  }
}
