/**
 * Puts the companion where a browser finds it, and takes it away.
 *
 * The program is copied, so that it works without the project's folder. Browsers share one program; each has a
 * manifest of its own. The program goes with the last manifest that names it.
 */
import {
  chmodSync,
  copyFileSync,
  existsSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { HOST_NAME } from '../../src/companion/protocol.ts';
import {
  hostManifest,
  launcherFor,
  MANIFEST_FILE,
  readHostManifest,
  type HostManifest,
} from './host-manifest.ts';
import {
  everyLocation,
  locationOf,
  pathsOf,
  type BrowserName,
  type Location,
  type Machine,
} from './locations.ts';
import { forgetFolder, FOLDERS_FILE, makeFolder, removeEmpty, usedFolders } from './folders.ts';
import { removeRegistryKey, setRegistryValue } from './registry.ts';

export interface Place {
  browser: BrowserName;
  system: boolean;
  /** That the browser is started with; null: its usual one. */
  userDataDirectory: string | null;
}

const PROGRAM = 'companion.mjs';

/** Where the manifest of a place is. */
export function manifestFile(place: Place, machine: Machine): string {
  return pathsOf(machine).join(locationOf(place.browser, place, machine).manifests, MANIFEST_FILE);
}

/**
 * Installs, or installs again.
 *
 * @param bundle the built program
 * @param node the executable that is to run it
 * @returns the files that were written
 */
export function install(
  place: Place,
  { bundle, node, extensionId }: { bundle: string; node: string; extensionId: string },
  machine: Machine,
): string[] {
  const location = locationOf(place.browser, place, machine);
  const path = pathsOf(machine);
  const program = path.join(location.program, PROGRAM);
  const launcher = launcherFor(machine.platform === 'win32', node, program);
  const launcherFile = path.join(location.program, launcher.name);
  const manifest = manifestFile(place, machine);

  const notes = path.join(location.program, FOLDERS_FILE);
  makeFolder(location.program, notes);
  // Moved into its place, so that a companion that is being started reads either the old program or the new one.
  copyFileSync(bundle, `${program}.new`);
  renameSync(`${program}.new`, program);
  writeFileSync(launcherFile, launcher.text);
  // Whatever the umask is: a browser of another user has to read and start what is installed for all.
  chmodSync(program, 0o644);
  chmodSync(launcherFile, 0o755);
  makeFolder(location.manifests, notes);
  writeFileSync(manifest, `${JSON.stringify(hostManifest(launcherFile, extensionId), null, 2)}\n`);
  chmodSync(manifest, 0o644);
  if (location.registryKey !== null) setRegistryValue(keyOf(location.registryKey), manifest);
  return [program, launcherFile, manifest];
}

/** What is installed in a place; null: no manifest, or none of this companion. */
export function installed(place: Place, machine: Machine): HostManifest | null {
  const file = manifestFile(place, machine);
  return existsSync(file) ? readHostManifest(readFileSync(file, 'utf8')) : null;
}

/**
 * Removes a browser's manifest, the program if no other browser's manifest names it, and the folders that were made for
 * them, where these are empty then.
 *
 * @returns the files that were removed
 */
export function uninstall(place: Place, machine: Machine): string[] {
  const location = locationOf(place.browser, place, machine);
  const manifest = manifestFile(place, machine);
  const program = programOf(place, location, machine);
  const path = pathsOf(machine);
  const notes = path.join(program, FOLDERS_FILE);
  const removed = remove(manifest);
  if (location.registryKey !== null) removeRegistryKey(keyOf(location.registryKey));
  removeEmpty(location.manifests, forgetFolder(location.manifests, notes), machine);
  if (stillNamed(program, notes, place, machine)) return removed;
  const topmost = forgetFolder(program, notes);
  const files = [PROGRAM, `${PROGRAM}.new`, 'companion', 'companion.bat', FOLDERS_FILE];
  removed.push(...files.flatMap((name) => remove(path.join(program, name))));
  removeEmpty(program, topmost, machine);
  return removed;
}

/** The folder that the manifest names: XDG_DATA_HOME may have been another when it was written. */
function programOf(place: Place, location: Location, machine: Machine): string {
  const path = pathsOf(machine);
  const named = installed(place, machine)?.path;
  const isOurs =
    named !== undefined && path.basename(path.dirname(named)) === path.basename(location.program);
  return isOurs ? path.dirname(named) : location.program;
}

/** Whether a manifest names the program: one in a browser's usual place, or one that was installed elsewhere. */
function stillNamed(program: string, notes: string, { system }: Place, machine: Machine): boolean {
  const path = pathsOf(machine);
  const usual = everyLocation(system, machine).map(({ manifests }) => manifests);
  return [...usual, ...usedFolders(notes)].some((manifests) => {
    const file = path.join(manifests, MANIFEST_FILE);
    const manifest = existsSync(file) ? readHostManifest(readFileSync(file, 'utf8')) : null;
    return manifest !== null && path.dirname(manifest.path) === program;
  });
}

function remove(file: string): string[] {
  if (!existsSync(file)) return [];
  rmSync(file);
  return [file];
}

function keyOf(registryKey: string): string {
  return `${registryKey}\\${HOST_NAME}`;
}
