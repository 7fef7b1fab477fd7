/** Every permission of the manifests, and why it is there. A test compares the table with what the build makes. */
import { isFirefox } from '../../platform/browser.ts';
import type { PlainKey } from '../../ui/text.ts';

/** `at-install`: the manifest asks for it; `by-click`: the user is asked, and can give it back. */
type Asked = 'at-install' | 'by-click' | 'never';

export interface Permission {
  /** As the manifest names it: permissions by their names, sites by their patterns. */
  names: readonly string[];
  firefox: Asked;
  chromium: Asked;
  why: PlainKey;
}

const NATIVE_MESSAGING: Permission = {
  names: ['nativeMessaging'],
  firefox: 'never',
  chromium: 'by-click',
  why: 'permissionNativeMessagingWhy',
};

export const PERMISSIONS: readonly Permission[] = [
  { names: ['*://*/*'], firefox: 'at-install', chromium: 'by-click', why: 'permissionSitesWhy' },
  {
    names: ['ws://*/*', 'wss://*/*'],
    firefox: 'never',
    chromium: 'by-click',
    why: 'permissionWebSocketsWhy',
  },
  { names: ['webRequest'], firefox: 'at-install', chromium: 'at-install', why: 'permissionWebRequestWhy' },
  {
    names: ['webRequestBlocking'],
    firefox: 'at-install',
    chromium: 'never',
    why: 'permissionWebRequestBlockingWhy',
  },
  { names: ['proxy'], firefox: 'by-click', chromium: 'never', why: 'permissionProxyWhy' },
  // Firefox's build has not even the word: it shows certificates itself.
  ...(isFirefox ? [] : [NATIVE_MESSAGING]),
  { names: ['storage'], firefox: 'at-install', chromium: 'at-install', why: 'permissionStorageWhy' },
  { names: ['activeTab'], firefox: 'at-install', chromium: 'at-install', why: 'permissionActiveTabWhy' },
];

/** When a permission is asked for in this browser. */
export function asked(permission: Permission, firefox: boolean): Asked {
  return firefox ? permission.firefox : permission.chromium;
}
