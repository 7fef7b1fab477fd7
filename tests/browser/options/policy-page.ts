/** The policy section as a person uses it, for tests that read like a specification. */
import type { ExtensionTab } from '../driver/driver.ts';
import { OptionsPage } from './options-page.ts';

export class PolicyPage {
  constructor(readonly page: OptionsPage) {}

  private get tab(): ExtensionTab {
    return this.page.tab;
  }

  /** What the shown edition says in a statement. */
  says(statement: string): Promise<string> {
    return this.tab.evaluate(
      `document.querySelector('#policy-fact-' + ${JSON.stringify(statement)} + ' dd').textContent`,
    );
  }

  chooseEdition(date: string): Promise<void> {
    return this.tab.click(`[name="policy-edition"][value="${date}"]`);
  }

  /** The dates of the editions in the list of changes. */
  editions(): Promise<string[]> {
    return this.tab.evaluate(
      `[...document.querySelectorAll('#policy-changes time')].map(({ dateTime }) => dateTime)`,
    );
  }

  /** Filters the list of changes by the name of a context. */
  async filter(context: string): Promise<void> {
    await this.tab.evaluate(`[...document.querySelectorAll('#policy-changes label')]
      .find((label) => label.textContent.trim() === ${JSON.stringify(context)}).querySelector('input').click()`);
  }

  /** Follows the link from a difference to the edition that brought it. */
  follow(statement: string, edition: string): Promise<void> {
    return this.tab.click(`[data-statement="${statement}"] a[href="#policy-changes-${edition}"]`);
  }

  /** Whether the three contexts stand beside each other, each aspect at the same height. */
  async contextsBeside(width: number): Promise<boolean> {
    await this.tab.setViewport({ width, height: 900 });
    return this.tab.evaluate(`(() => {
      const tops = [...document.querySelectorAll('.context')].map((context) =>
        [...context.querySelectorAll('h5')].map((heading) => Math.round(heading.getBoundingClientRect().top)));
      return tops.length === 3 && tops.every((column) => String(column) === String(tops[0]));
    })()`);
  }

  /** Whether the two editions stand beside each other where they differ. */
  differencesBeside(): Promise<boolean> {
    return this.tab.evaluate(`(() => {
      const [before, after] = document.querySelectorAll('.differences tbody td');
      return before.getBoundingClientRect().top === after.getBoundingClientRect().top;
    })()`);
  }
}
