/** The registry of Windows, through its own command `reg`. Not tested here: the tests run on Linux. */
import { execFileSync } from 'node:child_process';

/** Sets the default value of a key. */
export function setRegistryValue(key: string, value: string): void {
  execFileSync('reg.exe', ['add', key, '/ve', '/t', 'REG_SZ', '/d', value, '/f'], { stdio: 'ignore' });
}

/** Removes a key; one that is not there is no trouble. */
export function removeRegistryKey(key: string): void {
  try {
    execFileSync('reg.exe', ['delete', key, '/f'], { stdio: 'ignore' });
  } catch {
    // `reg` fails where there is no such key.
  }
}
