/** What every bench in browsers begins with: sites, and this extension as built for them. */
import path from 'node:path';
import type { BrowserKind } from '../../browser/driver/driver.ts';
import { buildExtension } from '../../browser/stage/build.ts';
import type { LoadServer } from './load-server.ts';
import type { Measured } from './measured-browser.ts';

/** Builds this extension, knowing the server's CAs. */
export function buildOurs(kind: BrowserKind, server: LoadServer): Promise<string> {
  return buildExtension(kind, {
    directory: path.join(server.directory, `ours-${kind}`),
    authoritiesFile: server.authoritiesFile,
  });
}

/** An unpacked build of this extension, with the access to sites that a user gives it. */
export function ours(kind: BrowserKind, extension: string): Measured {
  return { extension, optionalAccess: kind === 'chromium' };
}

/** Progress, apart from the figures. */
export function say(text: string): void {
  process.stderr.write(`${text}\n`);
}
