// @vitest-environment happy-dom
/** The history section where its database cannot be opened. */
import './fake-browser.ts';
import { cleanup, render, waitFor, within } from '@testing-library/preact';
import { beforeEach, expect, it, vi } from 'vitest';
import { History } from '../../../extension/options/history/history.tsx';
import { newestEdition } from '../../../src/policy/editions.ts';
import { DEFAULTS } from '../../../src/settings/settings.ts';
import { NOW } from './sample-reports.ts';

let reading: () => Promise<unknown>;
vi.mock('../../../extension/platform/history-connection.ts', () => ({
  historyExists: () => reading(),
  withDatabase: () => reading(),
}));

beforeEach(() => {
  cleanup();
});

function open() {
  const settings = { ...DEFAULTS, history: true };
  render(
    <History
      edition={newestEdition()}
      settings={settings}
      fixed={[]}
      anchor="history"
      firefox
      now={NOW}
      version="0.1.0"
    />,
  );
  return within(document.body);
}

it('is not said to be empty, but why it cannot be shown, with the way to make room for a new one', async () => {
  reading = () => Promise.reject(new DOMException('damaged', 'UnknownError'));
  const view = open();
  await waitFor(() => expect(view.getByRole('alert').textContent).toContain('does not open the history'));
  expect(view.getByText('Erase everything…')).toBeDefined();
  expect(document.getElementById('history-result')).toBeNull();
});

it('is said to be empty where nothing was recorded', async () => {
  reading = () => Promise.resolve(false);
  const view = open();
  await waitFor(() => expect(document.getElementById('history-result')?.textContent).toMatch(/^Nothing/));
  expect(view.queryByRole('alert')).toBeNull();
});
