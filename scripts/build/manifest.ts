/** Derives each browser's manifest from the one `manifest.json`. */
import { DEVELOPMENT_KEY } from '../../companion/development-extension.ts';

export type BrowserTarget = 'chrome' | 'firefox';

export interface SharedManifest {
  manifest_version: 3;
  name: string;
  version: string;
  permissions: string[];
  optional_host_permissions: string[];
  background: { service_worker: string; type: 'module' };
  minimum_chrome_version?: string;
  /** Chromium takes the schema of an administrator's policy from here; Firefox knows no such key. */
  storage?: { managed_schema: string };
  browser_specific_settings?: Record<string, unknown>;
  [key: string]: unknown;
}

/**
 * Firefox runs background scripts where Chromium runs a service worker, shows certificates only to a blocking
 * listener, and asks for site access at install: without it the extension has nothing to say there. Chromium
 * shows a certificate only behind a flag, so site access is asked for later, by a click, and so is leave to talk to
 * the companion.
 *
 * @param forStore a store gives the Chromium build its own key, and with it its id; otherwise the id is fixed here
 */
export function deriveManifest(
  shared: SharedManifest,
  target: BrowserTarget,
  version: string,
  forStore = false,
) {
  const { minimum_chrome_version, browser_specific_settings, background, storage, ...common } = shared;
  if (target === 'chrome') {
    return {
      ...common,
      version,
      ...(forStore ? {} : { key: DEVELOPMENT_KEY }),
      background,
      storage,
      optional_permissions: ['nativeMessaging'],
      minimum_chrome_version,
    };
  }
  const { optional_host_permissions, ...rest } = common;
  return {
    ...rest,
    version,
    background: { scripts: [background.service_worker], type: background.type },
    permissions: [...common.permissions, 'webRequestBlocking'],
    // The precise watch. Chromium shows such requests to no extension, and there `proxy` cannot be optional.
    optional_permissions: ['proxy'],
    // In Firefox the first pattern covers WebSockets too (measured with ESR 153); in Chromium it does not (156).
    host_permissions: optional_host_permissions.slice(0, 1),
    browser_specific_settings,
  };
}
