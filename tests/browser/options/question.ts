/** The question that the options page asks before something is lost. */
import type { ExtensionTab } from '../driver/driver.ts';
import { until } from '../driver/wait.ts';

const QUESTION = `document.querySelector('.question')`;
/** Two frames: what was there before the first is on the screen by the second. */
const DRAWN = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(true))))`;

/**
 * Answers with yes or no, as a person does: once the question can be seen, for Firefox loses a click on what it has not
 * drawn yet; and waits until the question is gone, for a click is handled after it is made.
 */
export async function answerQuestion(tab: ExtensionTab, yes: boolean): Promise<void> {
  await until('a question', async () => (await tab.evaluate(`${QUESTION}?.open`)) || undefined);
  await tab.evaluate(DRAWN);
  await tab.click(yes ? '.question .primary' : '.question .button:not(.primary)');
  await until(
    'the question to be answered',
    async () => (await tab.evaluate(`${QUESTION} === null`)) || undefined,
  );
}
