/** The released companion, installed for a test browser, in a world whose names only tests can resolve. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { install, manifestFile, type Place } from '../../../companion/install/install.ts';
import { encodeFrame } from '../../../companion/frames.ts';
import { DEVELOPMENT_EXTENSION_ID } from '../../../companion/development-extension.ts';
import { readHostManifest } from '../../../companion/install/host-manifest.ts';
import type { Machine } from '../../../companion/install/locations.ts';
import { buildCompanion } from '../../unit/companion/caller.ts';

/**
 * Loaded before the companion, by the test's launcher alone: every name resolves to the address that a file says.
 * Nothing in the companion knows of it.
 */
const RESOLVER = (file: string) => `
import dns from 'node:dns';
import { readFileSync } from 'node:fs';
dns.lookup = (host, options, callback) => {
  const address = readFileSync(${JSON.stringify(file)}, 'utf8');
  setImmediate(() => (options?.all ? callback(null, [{ address, family: 4 }]) : callback(null, address, 4)));
};
`;

export class InstalledCompanion {
  private place: Place | null = null;
  private readonly machine: Machine;
  private readonly addressFile: string;

  private constructor(
    private readonly folder: string,
    private readonly bundle: string,
  ) {
    this.machine = { platform: 'linux', home: path.join(folder, 'home'), environment: {} };
    this.addressFile = path.join(folder, 'address');
    writeFileSync(path.join(folder, 'resolver.mjs'), RESOLVER(this.addressFile));
    this.resolveTo('127.0.0.1');
  }

  static async build(folder: string): Promise<InstalledCompanion> {
    mkdirSync(folder, { recursive: true });
    return new InstalledCompanion(folder, await buildCompanion(path.join(folder, 'built')));
  }

  /** Installs it for the browser of this profile. */
  installFor(profile: string, extensionId = DEVELOPMENT_EXTENSION_ID): void {
    this.place = { browser: 'chromium', system: false, userDataDirectory: profile };
    install(this.place, { bundle: this.bundle, node: process.execPath, extensionId }, this.machine);
    const resolver = path.join(this.folder, 'resolver.mjs');
    this.launch(
      `echo >> '${this.startsFile}'; exec '${process.execPath}' --import '${resolver}' '${path.join(this.programFolder, 'companion.mjs')}'`,
    );
  }

  /** How often the real companion was started. */
  starts(): number {
    return existsSync(this.startsFile) ? readFileSync(this.startsFile, 'utf8').length : 0;
  }

  /** The processes of the real companion that run now. */
  private processes(): number[] {
    const program = path.join(this.programFolder, 'companion.mjs');
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => commandOf(pid).includes(program));
  }

  /** How many of them run. */
  running(): number {
    return this.processes().length;
  }

  /** Ends them at once, as a crash does. */
  kill(): void {
    for (const pid of this.processes()) process.kill(pid, 'SIGKILL');
  }

  private get startsFile(): string {
    return path.join(this.folder, 'starts');
  }

  /** Where the companion finds every name. */
  resolveTo(address: string): void {
    writeFileSync(this.addressFile, address);
  }

  /** What the launcher does instead of starting the companion. */
  launch(command: string): void {
    writeFileSync(path.join(this.programFolder, 'companion'), `#!/bin/sh\n${command}\n`);
  }

  /** Instead of the companion, something starts that says this and nothing else. */
  answerWith(message: unknown): void {
    const frame = path.join(this.folder, 'frame');
    writeFileSync(frame, encodeFrame(message));
    this.launch(`cat '${frame}'; cat > /dev/null`);
  }

  /** The manifest allows this extension and no other. */
  allowOnly(extensionId: string): void {
    const manifest = readFileSync(this.manifest, 'utf8');
    writeFileSync(
      this.manifest,
      manifest.replace(/chrome-extension:\/\/\w+/, `chrome-extension://${extensionId}`),
    );
  }

  /** Replaces the program's file by the same, as an update does. */
  update(): void {
    const program = path.join(this.programFolder, 'companion.mjs');
    const text = readFileSync(program);
    rmSync(program);
    writeFileSync(program, text);
  }

  remove(): void {
    rmSync(this.manifest);
  }

  private get manifest(): string {
    if (this.place === null) throw new Error('The companion is not installed yet.');
    return manifestFile(this.place, this.machine);
  }

  private get programFolder(): string {
    const manifest = readHostManifest(readFileSync(this.manifest, 'utf8'));
    if (manifest === null) throw new Error('The companion is not installed yet.');
    return path.dirname(manifest.path);
  }
}

function commandOf(pid: number): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    // It ended meanwhile.
    return [];
  }
}
