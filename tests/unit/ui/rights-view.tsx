/** The rights section as a person meets it, for tests. */
import { fakeStorage } from './fake-storage.ts';
import './fake-browser.ts';
import { act, cleanup, fireEvent, render, waitFor, within } from '@testing-library/preact';
import { newestEdition } from '../../../src/policy/editions.ts';
import { DEFAULTS, type SettingName, type Settings } from '../../../src/settings/settings.ts';
import { Rights } from '../../../extension/options/rights/rights.tsx';
import { NOW } from './sample-reports.ts';

/** What was opened, by its whole address. */
export const openedTabs: string[] = [];

const { browser } = globalThis as unknown as { browser: { runtime: object } };
Object.assign(browser.runtime, { getURL: (path: string) => `moz-extension://test/${path}` });
Object.assign(browser, {
  tabs: {
    getCurrent: () => Promise.resolve({ incognito: false }),
    create: ({ url }: { url: string }) => {
      openedTabs.push(url);
      return Promise.resolve({});
    },
  },
});

export function forget(): void {
  // Within `act`, since Preact otherwise ends a page's effects only with the next rendering.
  void act(cleanup);
  fakeStorage.local.clear();
  fakeStorage.session.clear();
  openedTabs.length = 0;
  history.replaceState(null, '', '/options/index.html');
}

/** Opens the section at an address such as `?visit=KEY#rights-access`. */
export function openRights(
  address = '',
  settings: Partial<Settings> = {},
  now = NOW,
  fixed: SettingName[] = [],
) {
  cleanup();
  history.replaceState(null, '', `/options/index.html${address}`);
  const { container } = render(
    <Rights
      edition={newestEdition()}
      settings={{ ...DEFAULTS, ...settings }}
      fixed={fixed}
      anchor={location.hash.slice(1)}
      firefox
      now={now}
      version="0.1.0"
    />,
  );
  const page = within(document.body);
  const right = (name: string) => within(page.getByRole('region', { name }));
  return {
    ...page,
    container,
    right,
    write: (name: string) => fireEvent.click(right(name).getByRole('button', { name: 'Write the letter' })),
    fill: (label: string | RegExp, value: string) =>
      fireEvent.input(page.getByLabelText(label), { target: { value } }),
    letter: () => container.querySelector('.paper')?.textContent ?? '',
    /** The ways out of the letter that is open, by whether they can be used. */
    waysOut: () =>
      ['Copy the letter', 'Open in mail', 'Save as text', 'Print', 'Note as sent today'].map((name) => {
        const way = page.queryByRole('button', { name }) ?? page.getByRole('link', { name });
        return !way.hasAttribute('disabled');
      }),
    until: waitFor,
  };
}
