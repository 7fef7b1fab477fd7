// @vitest-environment happy-dom
import './fake-browser.ts';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cleanup, render, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { FactsOf } from '../../../extension/options/about/facts-of.tsx';
import { StoragePlaces } from '../../../extension/options/about/storage-places.tsx';
import { PermissionTable } from '../../../extension/options/about/permission-table.tsx';
import { asked, PERMISSIONS } from '../../../extension/options/about/permissions.ts';
import { deriveManifest, type BrowserTarget, type SharedManifest } from '../../../scripts/build/manifest.ts';
import { fakeStorage } from './fake-storage.ts';
import { newestEdition } from '../../../src/policy/editions.ts';

const project = path.resolve(import.meta.dirname, '../../..');
const shared = JSON.parse(readFileSync(path.join(project, 'manifest.json'), 'utf8')) as SharedManifest;

beforeEach(cleanup);

describe('the permissions', () => {
  it.each<BrowserTarget>(['chrome', 'firefox'])(
    'are those of the manifest for %s, no more and no fewer',
    (target) => {
      const manifest: Record<string, unknown> = { ...deriveManifest(shared, target, '1.2.3') };
      const named = (when: string) =>
        PERMISSIONS.filter((permission) => asked(permission, target === 'firefox') === when).flatMap(
          ({ names }) => names,
        );
      const inManifest = (...keys: string[]) => keys.flatMap((key) => (manifest[key] ?? []) as string[]);
      expect(named('at-install').toSorted()).toEqual(
        inManifest('permissions', 'host_permissions').toSorted(),
      );
      expect(named('by-click').toSorted()).toEqual(
        inManifest('optional_permissions', 'optional_host_permissions').toSorted(),
      );
    },
  );

  it('are each shown with a reason, and only those of this browser', () => {
    const { container } = render(<PermissionTable firefox={false} />);
    const names = [...container.querySelectorAll('code')].map(({ textContent }) => textContent);
    expect(names).toContain('webRequest');
    expect(names).not.toContain('webRequestBlocking');
    expect(names).not.toContain('proxy');
    for (const reason of container.querySelectorAll('dd'))
      expect(reason.textContent.length).toBeGreaterThan(30);
  });
});

describe('the sizes of what is stored', () => {
  it('count the requests that were noted with the settings', async () => {
    Object.defineProperty(navigator, 'storage', { value: { estimate: () => Promise.resolve({ usage: 0 }) } });
    const local = async () => {
      cleanup();
      const { container } = render(<StoragePlaces shown />);
      const [, place] = container.querySelectorAll('dd .source');
      await waitFor(() => expect(place?.textContent).toMatch(/\d/));
      return place?.textContent;
    };
    fakeStorage.local.clear();
    expect(await local()).toContain('0 byte');
    await fakeStorage.local.set({ 'request:RP-7K3M-Q9TX': { notes: 'A'.repeat(1965) } });
    expect(await local()).toContain('2 kB');
  });
});

describe('the dates of the facts', () => {
  const warning = (now: number) => {
    cleanup();
    return (
      render(<FactsOf edition={newestEdition()} now={now} />).container.querySelector('.wrong')
        ?.textContent ?? null
    );
  };

  it('are old after a year', () => {
    expect(warning(Date.UTC(2026, 10, 22))).toBeNull();
    expect(warning(Date.UTC(2027, 7, 20))).toBeNull();
    expect(warning(Date.UTC(2027, 7, 23))).toContain('more than a year old');
  });
});
