// @vitest-environment happy-dom
import './fake-browser.ts';
import { locksFree } from './fake-locks.ts';
import { cleanup, fireEvent, render, waitFor, within } from '@testing-library/preact';
import { useEffect, useState } from 'preact/hooks';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Settings } from '../../../extension/options/settings/settings.tsx';
import { changeSettings, loadSettings, onSettingsChanged } from '../../../extension/platform/settings.ts';
import { followSync, setSync } from '../../../extension/platform/synced-settings.ts';
import { newestEdition } from '../../../src/policy/editions.ts';
import { DEFAULTS, type SettingName } from '../../../src/settings/settings.ts';
import { fakeStorage } from './fake-storage.ts';

followSync();

function Live({ fixed }: { fixed: SettingName[] }) {
  const [settings, setSettings] = useState(DEFAULTS);
  useEffect(() => {
    void loadSettings().then(setSettings);
    return onSettingsChanged(setSettings);
  }, []);
  return (
    <Settings
      edition={newestEdition()}
      settings={settings}
      fixed={fixed}
      anchor="settings"
      firefox
      now={0}
      version="0.1.0"
    />
  );
}

function open(fixed: SettingName[] = []) {
  render(<Live fixed={fixed} />);
  return within(document.body);
}

async function add(view: ReturnType<typeof open>, host: string): Promise<void> {
  const field = view.getByLabelText<HTMLInputElement>('Host of a site');
  field.value = host;
  fireEvent.submit(field.form ?? field);
  await locksFree();
}

async function choose(view: ReturnType<typeof open>, content: string): Promise<void> {
  const chooser = view.getByLabelText('Import settings', { selector: 'input' });
  Object.defineProperty(chooser, 'files', { value: [new File([content], 'mine.json')], configurable: true });
  fireEvent.change(chooser);
  await waitFor(() => view.getByText(/mine\.json/));
}

beforeEach(() => {
  cleanup();
  for (const area of [fakeStorage.local, fakeStorage.sync, fakeStorage.managed]) area.clear();
});

describe('settings', () => {
  it('are kept when changed, and shown when changed elsewhere', async () => {
    const view = open();
    fireEvent.click(view.getByLabelText('Keep a history'));
    await waitFor(async () => expect((await loadSettings()).history).toBe(true));
    await fakeStorage.local.set({ settings: { ...DEFAULTS, historyDays: 7 } });
    await waitFor(() =>
      expect(view.getByLabelText<HTMLSelectElement>('Delete entries after').value).toBe('7'),
    );
    expect(view.getByLabelText<HTMLInputElement>('Keep a history').checked).toBe(false);
  });

  it('hold own sites as A-labels, once each, and refuse what is no host', async () => {
    const view = open();
    await add(view, 'https://Bücher.example/path');
    await view.findByText('xn--bcher-kva.example');
    await add(view, 'bücher.example');
    expect(view.getByText(/is on the list already/)).toBeTruthy();
    await add(view, 'not a host');
    expect(view.getByText(/This is not a host/)).toBeTruthy();
    expect((await loadSettings()).ownSites).toEqual(['xn--bcher-kva.example']);
    fireEvent.click(view.getByRole('button', { name: 'Remove xn--bcher-kva.example' }));
    await waitFor(async () => expect((await loadSettings()).ownSites).toEqual([]));
  });

  it('that an administrator fixed are marked and cannot be changed', () => {
    const view = open(['history', 'ownSites']);
    expect(view.getByLabelText<HTMLInputElement>('Keep a history').disabled).toBe(true);
    expect(view.getByLabelText<HTMLInputElement>('Host of a site').disabled).toBe(true);
    expect(view.getByLabelText<HTMLSelectElement>('Delete entries after').disabled).toBe(false);
    expect(view.getAllByText('Set by your administrator.')).toHaveLength(2);
  });

  it('count under an administrator’s, whatever is stored', async () => {
    await fakeStorage.local.set({ settings: { ...DEFAULTS, history: true } });
    await fakeStorage.managed.set({ historyAllowed: false });
    expect((await loadSettings()).history).toBe(false);
  });

  it('are taken from a file, or not at all with the reason', async () => {
    const view = open();
    await choose(view, '{"history": tru');
    expect(view.getByText(/holds no JSON/)).toBeTruthy();
    await choose(
      view,
      JSON.stringify({
        format: 'relying-party-settings',
        version: 1,
        settings: { history: true, historyDays: 1 },
      }),
    );
    expect(view.getByText(/the value of historyDays does not fit/)).toBeTruthy();
    expect(await loadSettings()).toEqual(DEFAULTS);
    await choose(
      view,
      JSON.stringify({ format: 'relying-party-settings', version: 1, settings: { historyDays: 90 } }),
    );
    await waitFor(async () => expect(await loadSettings()).toEqual({ ...DEFAULTS, historyDays: 90 }));
  });

  it('are reset only after a second question', async () => {
    await fakeStorage.local.set({ settings: { ...DEFAULTS, ownSites: ['mine.example'] } });
    const view = open();
    fireEvent.click(view.getByRole('button', { name: 'Reset settings' }));
    expect((await loadSettings()).ownSites).toEqual(['mine.example']);
    fireEvent.click(view.getByRole('button', { name: 'Reset all settings' }));
    await waitFor(async () => expect(await loadSettings()).toEqual(DEFAULTS));
  });

  it('are reset without touching the requests that were noted', async () => {
    await fakeStorage.local.set({ 'request:RP-7K3M-Q9TX': { version: 2 }, settings: { history: true } });
    const view = open();
    fireEvent.click(view.getByRole('button', { name: 'Reset settings' }));
    fireEvent.click(view.getByRole('button', { name: 'Reset all settings' }));
    await waitFor(async () => expect(await loadSettings()).toEqual(DEFAULTS));
    expect(await fakeStorage.local.get('request:RP-7K3M-Q9TX')).toEqual({
      'request:RP-7K3M-Q9TX': { version: 2 },
    });
  });
});

describe('the sync', () => {
  const personal = { ownSites: ['mine.example'], country: 'FR', history: true, historyDays: 365 as const };

  it('is off: nothing goes there', async () => {
    await fakeStorage.local.set({ settings: { ...DEFAULTS, ...personal, edition: '2021-03-07' } });
    await locksFree();
    expect(await fakeStorage.sync.get()).toEqual({});
  });

  it('shares the display settings and nothing else, and takes over no more than those', async () => {
    await fakeStorage.local.set({ settings: { ...DEFAULTS, ...personal, edition: '2021-03-07' } });
    await setSync(true);
    await waitFor(async () =>
      expect(await fakeStorage.sync.get()).toEqual({
        display: { edition: '2021-03-07', reasonsOpen: false },
      }),
    );
    await fakeStorage.sync.set({
      display: { edition: 'newest', reasonsOpen: true, ownSites: ['theirs.example'], history: false },
    });
    await waitFor(async () =>
      expect(await loadSettings()).toEqual({ ...DEFAULTS, ...personal, reasonsOpen: true, sync: true }),
    );
  });

  it('is followed no more once it is off', async () => {
    await setSync(true);
    await setSync(false);
    await fakeStorage.sync.set({ display: { edition: '2021-03-07', reasonsOpen: true } });
    await locksFree();
    expect(await loadSettings()).toEqual(DEFAULTS);
  });

  it('does not undo a change when it is told of its own earlier one only then', async () => {
    const tell = fakeStorage.sync.set.bind(fakeStorage.sync);
    const underWay: Record<string, unknown>[] = [];
    const slow = vi.spyOn(fakeStorage.sync, 'set').mockImplementation((values) => {
      underWay.push(values);
      return Promise.resolve();
    });
    await setSync(true);
    await waitFor(() => expect(underWay).toHaveLength(1));
    await changeSettings({ reasonsOpen: true });
    await waitFor(() => expect(underWay).toHaveLength(2));
    slow.mockRestore();
    const [earlier = {}, later = {}] = underWay;
    await tell(earlier);
    await locksFree();
    expect((await loadSettings()).reasonsOpen).toBe(true);
    await tell(later);
    await locksFree();
    expect((await loadSettings()).reasonsOpen).toBe(true);
    expect(await fakeStorage.sync.get()).toEqual({ display: { edition: 'newest', reasonsOpen: true } });
  });
});
