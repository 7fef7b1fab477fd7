import type { BrowserUnderTest, LaunchOptions } from './driver.ts';
/** Starts Firefox with the extension. */
export function launchFirefox(_options: LaunchOptions): Promise<BrowserUnderTest> {
  throw new Error('no driver yet');
}
