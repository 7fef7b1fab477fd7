/**
 * Sets a fresh machine up, and does nothing on one that is ready. Plain JavaScript, since it runs before anything is
 * installed. Progress goes to standard error: standard output belongs to the command that asked.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const project = new URL('..', import.meta.url).pathname;
const MARK = join(project, 'node_modules', '.installed-from-lock');

/**
 * What the program's commands use besides Node: an executable or file that shows it is there, Debian's package, and
 * the environment variable that names it elsewhere.
 */
const TOOLS = {
  chromium: {
    packages: ['chromium'],
    found: () => onPath('chromium', 'google-chrome'),
    variable: 'CHROME_PATH',
  },
  firefox: {
    packages: ['firefox-esr'],
    found: () => onPath('firefox-esr', 'firefox'),
    variable: 'FIREFOX_PATH',
  },
  openssl: { packages: ['openssl'], found: () => onPath('openssl') },
  'NSS tools': { packages: ['libnss3-tools'], found: () => onPath('certutil') && onPath('modutil') },
  'a C compiler': { packages: ['gcc', 'libc6-dev'], found: () => onPath('gcc') },
  'NSS headers': {
    packages: ['libnss3-dev', 'pkg-config'],
    found: () => onPath('pkg-config') && existsSync('/usr/include/nss/pkcs11.h'),
  },
  'a text font': {
    packages: ['fonts-dejavu-core'],
    found: () => existsSync('/usr/share/fonts/truetype/dejavu'),
  },
  'a screen for dialogs': {
    packages: ['xvfb', 'xdotool'],
    found: () => onPath('Xvfb') && onPath('xdotool'),
  },
  'real certificates to compare with': {
    packages: ['ca-certificates', 'python3-cryptography-vectors'],
    found: () =>
      existsSync('/usr/share/ca-certificates/mozilla') &&
      existsSync('/usr/lib/python3/dist-packages/cryptography_vectors'),
  },
};

/** Sets up the npm packages and, for what drives browsers, Debian's. Ends the process with one clear line if it can't. */
export function setUp({ browsers }) {
  requireNode();
  installNpmPackages();
  if (browsers) installTools();
}

function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  fail(`Node 20.19 or newer is needed; this is ${process.versions.node}.`);
}

function installNpmPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(project, 'package-lock.json')))
    .digest('hex');
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === lock) return;
  say('Installing the npm packages (npm ci) …');
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'npm ci failed.');
  writeFileSync(MARK, lock);
}

function installTools() {
  const missing = Object.entries(TOOLS).filter(([, tool]) => !named(tool) && !tool.found());
  if (missing.length === 0) return;
  const packages = missing.flatMap(([, tool]) => tool.packages);
  const install = `apt-get install --no-install-recommends ${packages.join(' ')}`;
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    fail(`Missing: ${missing.map(([name]) => name).join(', ')}. On Debian, as root: ${install}`);
  }
  say(`Installing with apt: ${packages.join(' ')} …`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  run('apt-get', ['update', '-qq'], 'apt-get update failed.', environment);
  run(
    'apt-get',
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
    `This failed: ${install}`,
    environment,
  );
}

function named(tool) {
  return tool.variable !== undefined && Boolean(process.env[tool.variable]);
}

function onPath(...names) {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return names.some((name) => folders.some((folder) => existsSync(join(folder, name))));
}

/** Runs a command with its output on standard error. */
function run(command, parameters, failure, env = process.env) {
  const { status, error } = spawnSync(command, parameters, { cwd: project, env, stdio: ['ignore', 2, 2] });
  if (status !== 0) fail(error === undefined ? failure : `${failure} ${error.message}`);
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
