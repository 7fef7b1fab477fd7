/** Firefox as a process: started on a profile, connected to, ended. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { LaunchOptions } from './driver.ts';
import { browserExecutable } from './executables.ts';
import { connectMarionette } from './marionette.ts';
import type { Marionette } from './marionette.ts';
import { noteBrowserProcess } from './run-folder.ts';
import { LIMIT, until, within } from './wait.ts';

export interface FirefoxProcess {
  firefox: Marionette;
  pid: number;
  /** As the browser says it. */
  version: string;
  /** Resolves when the process has ended, by whomever. */
  ended: Promise<void>;
  /** Ends it at once. */
  end(): Promise<void>;
  /** Ends it as a person does who quits, its tabs to be restored by the next start on the profile. */
  quit(): Promise<void>;
}

/** Starts Firefox on the profile of a run's folder and begins a session in the browser's own window. */
export async function startFirefox(folder: string, options: LaunchOptions): Promise<FirefoxProcess> {
  const profile = join(folder, 'profile');
  const given = ['--marionette', '--remote-allow-system-access', '--no-remote', '--profile', profile];
  const look = options.headed ? [] : ['--headless', '--width', '1280', '--height', '1000'];
  // An earlier start left its port there.
  rmSync(portFile(profile), { force: true });
  const child = spawn(browserExecutable('firefox'), [...given, ...look, ...(options.extraArguments ?? [])], {
    stdio: 'ignore',
  });
  if (child.pid !== undefined) noteBrowserProcess(folder, child.pid);
  let firefox: Marionette | undefined;
  const end = (): Promise<void> => endFirefox(child, firefox, 'eForceQuit');
  try {
    firefox = await connectMarionette(await marionettePort(profile, child));
    const { capabilities } = (await firefox.send('WebDriver:NewSession', {
      pageLoadStrategy: 'normal',
      timeouts: { pageLoad: 3 * LIMIT, script: 3 * LIMIT, implicit: 0 },
    })) as { capabilities: { browserVersion: string } };
    await firefox.send('Marionette:SetContext', { value: 'chrome' });
    const connected = firefox;
    return {
      firefox,
      pid: child.pid ?? -1,
      version: capabilities.browserVersion,
      ended: once(child, 'exit').then(() => undefined),
      end,
      async quit() {
        await connected.chrome(
          `Services.prefs.setBoolPref('browser.sessionstore.resume_session_once', true);`,
        );
        await endFirefox(child, connected, 'eAttemptQuit');
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}

function portFile(profile: string): string {
  return join(profile, 'MarionetteActivePort');
}

/** Firefox writes the port that it chose into its profile. */
async function marionettePort(profile: string, child: ChildProcess): Promise<number> {
  let ended = '';
  child.on('error', (error) => (ended = error.message));
  child.on('exit', (code) => (ended = `it ended with code ${code}`));
  return await until(
    'Firefox to start',
    () => {
      if (ended) throw new Error(ended);
      return Number(readFileSync(portFile(profile), 'utf8')) || undefined;
    },
    6 * LIMIT,
  );
}

async function endFirefox(
  child: ChildProcess,
  firefox: Marionette | undefined,
  how: 'eForceQuit' | 'eAttemptQuit',
): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  if (firefox === undefined) child.kill('SIGKILL');
  else firefox.send('Marionette:Quit', { flags: [how] }).catch(() => undefined);
  try {
    await within('Firefox to end', exit);
  } catch {
    child.kill('SIGKILL');
    await exit;
  }
  firefox?.close();
}
