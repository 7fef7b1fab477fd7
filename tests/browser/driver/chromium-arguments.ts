/** The command line of Chromium. */
import type { LaunchOptions } from './driver.ts';

/** Arguments for a browser that is quiet, reaches nothing but this machine and trusts what the test trusts. */
export function chromiumArguments(options: LaunchOptions): string[] {
  const { hosts, spkiPins = [], certificateFlag, colorScheme, headed, extraArguments = [] } = options;
  const resolution = [
    ...hosts.map((host) => `MAP ${host} 127.0.0.1`),
    'MAP * ~NOTFOUND',
    'EXCLUDE 127.0.0.1',
  ];
  return [
    // The sandbox refuses to start as root, as in a container.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // The screen of a headless browser is too low for a popup of its full 600 px.
    ...(headed ? [] : ['--screen-info={1600x1200}', '--window-size=1280,1000']),
    `--host-resolver-rules=${resolution.join(', ')}`,
    '--lang=en-US',
    ...(spkiPins.length > 0 ? [`--ignore-certificate-errors-spki-list=${spkiPins.join(',')}`] : []),
    ...(certificateFlag ? ['--enable-features=WebRequestSecurityInfo'] : []),
    ...(colorScheme === 'dark' ? ['--force-dark-mode'] : []),
    ...extraArguments,
  ];
}
