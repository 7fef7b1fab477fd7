/** The page that an extension may open when it is installed: it would lie over what a test visits. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Its place in a build of this project. */
export const WELCOME = 'welcome/index.html';

/** Whether an unpacked extension has such a page, and so will open it. */
export function welcomes(folder: string): boolean {
  return existsSync(join(folder, WELCOME));
}
