/**
 * Firefox under an administrator's policy. Its `policies.json` lies in Firefox's own folder, so the browser is started
 * in a mount namespace of its own (unshare(1)), where that folder's `distribution` is another. That takes the rights to
 * mount.
 */
import { mkdir, realpath, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { browserExecutable } from '../driver/executables.ts';

/** Where this Firefox looks for policies; null: it has no such folder, over which another could be laid. */
export async function policiesFolder(): Promise<string | null> {
  try {
    const folder = await realpath(
      join(dirname(await realpath(browserExecutable('firefox'))), 'distribution'),
    );
    return (await stat(folder)).isDirectory() ? folder : null;
  } catch {
    return null;
  }
}

/**
 * Writes a program that starts Firefox under a `policies.json` of this content, to be named in FIREFOX_PATH; returns
 * its path.
 *
 * @param directory where it goes; made if need be
 */
export async function managedFirefox(directory: string, policies: string): Promise<string> {
  const place = await policiesFolder();
  if (place === null) throw new Error('This Firefox has no folder for policies.');
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'policies.json');
  await writeFile(file, policies);
  const program = join(directory, 'managed-firefox');
  const script = `#!/bin/sh
if [ -z "$MANAGED_INSIDE" ]; then MANAGED_INSIDE=1 exec unshare -m "$0" "$@"; fi
set -e
mount -t tmpfs none "${place}"
cp "${file}" "${place}/policies.json"
exec "${browserExecutable('firefox')}" "$@"
`;
  await writeFile(program, script, { mode: 0o755 });
  return program;
}
