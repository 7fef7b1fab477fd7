/** `npm run companion -- install|uninstall|status --browser …`: the program beside the extension, for Chromium. */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';
import { whetherAnswers } from '../companion/install/answers.ts';
import { parseArguments, USAGE } from '../companion/install/arguments.ts';
import { install, installed, manifestFile, uninstall, type Place } from '../companion/install/install.ts';
import { sharers, thisMachine, type Machine } from '../companion/install/locations.ts';

const project = path.resolve(import.meta.dirname, '..');
const command = parseArguments(process.argv.slice(2));
if (command.kind === 'help') console.log(USAGE);
else if (command.kind === 'wrong') {
  console.error(`${command.message}\n\n${USAGE}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await carryOut(command.kind, command.place, command.extensionId);
  } catch (error) {
    console.error(explained(error));
    process.exitCode = 1;
  }
}

async function carryOut(
  kind: 'install' | 'uninstall' | 'status',
  place: Place,
  extensionId: string,
): Promise<number> {
  const machine = thisMachine();
  // Every user is to be able to read what is installed for all.
  if (place.system && machine.platform !== 'win32') process.umask(0o022);
  if (kind === 'uninstall') {
    const removed = uninstall(place, machine);
    if (removed.length === 0) console.log('Nothing was installed.');
    for (const file of removed) console.log(`Removed ${file}`);
    if (removed.length > 0) tellSharers(place, machine);
    return 0;
  }
  if (kind === 'install') {
    const written = install(place, { bundle: built(), node: process.execPath, extensionId }, machine);
    for (const file of written) console.log(`Wrote ${file}`);
    tellSharers(place, machine);
    if (place.system && statSync(process.execPath).uid !== 0 && machine.platform !== 'win32')
      console.log(
        `Take care: every user's browser will start ${process.execPath}, which is not the administrator's.`,
      );
  }
  return status(place);
}

/** Some browsers look in another's place: what happens there happens to both. */
function tellSharers({ browser, system, userDataDirectory }: Place, machine: Machine): void {
  const others = userDataDirectory === null ? sharers(browser, system, machine) : [];
  if (others.length > 0) console.log(`In the same place look: ${others.join(', ')}.`);
}

async function status(place: Place): Promise<number> {
  const machine = thisMachine();
  const manifest = installed(place, machine);
  if (manifest === null) {
    console.log(`Not installed: no ${manifestFile(place, machine)}.`);
    return 1;
  }
  const allowed = manifest.allowed_origins.map((origin) => origin.replace(/^chrome-extension:\/\/|\/$/g, ''));
  console.log(`Manifest:  ${manifestFile(place, machine)}`);
  console.log(`Program:   ${manifest.path}`);
  console.log(`Extension: ${allowed.join(', ')}`);
  const life = await whetherAnswers(manifest.path, allowed[0] ?? '');
  console.log(life.answers ? `Answers:   yes, version ${life.version}` : `Answers:   no: ${life.why}`);
  return life.answers ? 0 : 1;
}

/** Builds the one file that is installed. */
function built(): string {
  const vite = path.join(project, 'node_modules/vite/bin/vite.js');
  const parameters = [vite, 'build', '--config', 'vite.companion.config.ts', '--logLevel', 'warn'];
  const { status: code } = spawnSync(process.execPath, parameters, { cwd: project, stdio: ['ignore', 2, 2] });
  if (code !== 0) throw new Error('The companion could not be built.');
  return path.join(process.env['OUT_DIR'] ?? path.join(project, 'dist/companion'), 'companion.mjs');
}

function explained(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const denied = 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
  return denied ? `${error.message}\nFor all users (--system), this takes an administrator.` : error.message;
}
