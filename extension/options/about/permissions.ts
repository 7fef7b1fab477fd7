/** Every permission of the manifests, and why it is there. A test compares the table with what the build makes. */
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
  { names: ['storage'], firefox: 'at-install', chromium: 'at-install', why: 'permissionStorageWhy' },
  { names: ['activeTab'], firefox: 'at-install', chromium: 'at-install', why: 'permissionActiveTabWhy' },
];

/** When a permission is asked for in this browser. */
export function asked(permission: Permission, firefox: boolean): Asked {
  return firefox ? permission.firefox : permission.chromium;
}
