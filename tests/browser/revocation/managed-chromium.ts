/**
 * Chromium under an administrator's policy. Policies lie in fixed folders of the system, so the browser is started in a
 * mount namespace of its own (unshare(1)), where these folders are others. That takes the rights to mount.
 */
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { browserExecutable } from '../driver/executables.ts';

const run = promisify(execFile);
const FOLDERS = ['/etc/chromium', '/etc/opt/chrome'];

/** Whether this user may mount in a namespace of its own. */
export async function canMount(): Promise<boolean> {
  try {
    await run('unshare', ['-m', 'sh', '-c', 'mount -t tmpfs none /mnt']);
    return true;
  } catch {
    return false;
  }
}

/**
 * Writes a program that starts Chromium under `policies`, to be named in CHROME_PATH; returns its path.
 *
 * @param directory where it and the policies go; it has to exist
 */
export async function managedChromium(directory: string, policies: Record<string, unknown>): Promise<string> {
  const folder = join(directory, 'policies', 'managed');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'test.json'), JSON.stringify(policies));
  const program = join(directory, 'managed-chromium');
  const chromium = browserExecutable('chromium');
  // A folder that is not there is made in the file system of the namespace only where /etc itself is laid over.
  const mounts = FOLDERS.map(
    (place) =>
      `if [ -d ${place} ]; then mount -t tmpfs none ${place} && cp -r "${join(directory, 'policies')}" ${place}/; fi`,
  );
  const script = `#!/bin/sh
if [ -z "$MANAGED_INSIDE" ]; then MANAGED_INSIDE=1 exec unshare -m "$0" "$@"; fi
set -e
${mounts.join('\n')}
exec "${chromium}" "$@"
`;
  await writeFile(program, script, { mode: 0o755 });
  return program;
}
