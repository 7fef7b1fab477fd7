// @vitest-environment happy-dom
import { fireEvent, waitFor } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { openPopup } from './popup-view.tsx';
import { SAMPLE } from './sample-reports.ts';

describe('an unusual issuer', () => {
  it.each<[keyof typeof SAMPLE, string, RegExp]>([
    ['staging', 'A test certificate', /test environment \(staging\)\. Browsers do not trust it/],
    [
      'claimed',
      'Named, not proven',
      /interception, an imitation, or a CA newer than the facts of 21 August 2026/,
    ],
    ['claimedLocally', 'Named, not proven', /root that was added to this browser/],
    ['local', 'A local CA', /Office Proxy CA \(Example Office\) issued this certificate/],
  ])('%s is said and explained', (name, title, explanation) => {
    const notice = openPopup(SAMPLE[name]).getByRole('region', { name: title });
    expect(notice.textContent).toMatch(explanation);
  });

  it('that is claimed may be a newer CA, which is said once the facts are older than a year', () => {
    const after = (days: number) =>
      openPopup(SAMPLE.claimed, { now: Date.parse('2026-08-21') + days * 86_400_000 }).getByRole('region', {
        name: 'Named, not proven',
      }).textContent;
    expect(after(365)).not.toContain('newer CAs may exist');
    expect(after(366)).toMatch(/more than a year old: .*newer CAs may exist/);
    const local = openPopup(SAMPLE.claimedLocally, { now: Date.parse('2030-01-01') });
    expect(local.getByRole('region', { name: 'Named, not proven' }).textContent).not.toContain('newer CAs');
  });

  it('is not spoken of in the common case', () => {
    expect(openPopup(SAMPLE.common).container.querySelector('.notice')).toBeNull();
  });
});

describe('a record that could not be kept', () => {
  it.each([
    ['not-kept', /is full or not working.*settings and history are not touched/],
    ['dropped', /could not be read and was dropped\. Reload the page/],
  ] as const)('%s: is said beside everything else', (trouble, explanation) => {
    const report = SAMPLE.common;
    if (report.kind !== 'https') throw new Error('the common case is a site');
    const popup = openPopup({ ...report, trouble });
    const notice = popup.getByRole('region', { name: 'This record may be incomplete' });
    expect(notice.textContent).toMatch(explanation);
    expect(popup.words()).toContain('probably not asked');
  });
});

it('says that only the page was looked at, where the user wants it so', () => {
  const report = SAMPLE.common;
  if (report.kind !== 'https') throw new Error('the common case is a site');
  const popup = openPopup({ ...report, pageOnly: true });
  const notice = popup.getByRole('region', { name: 'Only the page itself was looked at' });
  expect(notice.textContent).toContain('its other hosts');
});

describe('a certificate that could not be seen', () => {
  it('stock Chromium: what it does by default, and the setting to copy', async () => {
    const copied = vi.fn<(content: string) => Promise<void>>(() => Promise.resolve());
    vi.stubGlobal('navigator', { clipboard: { writeText: copied } });
    const popup = openPopup(SAMPLE.hidden, { firefox: false });
    const hint = popup.getByRole('region', { name: 'What to do' });
    expect(hint.textContent).toContain(
      'By default this browser asks no CA whether a certificate was revoked.',
    );
    expect(hint.textContent).toContain('Reload this page.');
    expect(popup.getByText('chrome://flags/#web-request-security-info').tagName).toBe('CODE');
    fireEvent.click(popup.getByRole('button', { name: "Copy the setting's address" }));
    await waitFor(() => expect(popup.words()).toContain('Copied.'));
    expect(copied).toHaveBeenCalledWith('chrome://flags/#web-request-security-info');
    vi.unstubAllGlobals();
  });

  it('says when copying failed', async () => {
    vi.stubGlobal('navigator', { clipboard: { writeText: () => Promise.reject(new Error('denied')) } });
    const popup = openPopup(SAMPLE.hidden, { firefox: false });
    fireEvent.click(popup.getByRole('button', { name: "Copy the setting's address" }));
    await waitFor(() => expect(popup.words()).toContain('select the address instead'));
    vi.unstubAllGlobals();
  });

  it('does not say what a browser does whose behaviour is not known', () => {
    // Firefox's OCSP depends on the kind of root, which an unseen certificate does not tell.
    expect(openPopup(SAMPLE.notSeen).words()).not.toContain('asks no CA');
  });

  it.each<[keyof typeof SAMPLE, string]>([
    ['tooOld', 'from version 144 on'],
    ['notSeen', 'Reload this page'],
    ['unreadable', 'not a readable certificate'],
  ])('%s: what to do', (name, advice) => {
    expect(openPopup(SAMPLE[name], { firefox: false }).words()).toContain(advice);
  });
});

describe('access to sites', () => {
  it('is asked for inside the click, and the page is looked at again once given', async () => {
    const popup = openPopup(SAMPLE.noAccess, { firefox: false });
    fireEvent.click(popup.getByRole('button', { name: 'Allow' }));
    // Synchronously: a browser refuses a request that comes after the click.
    expect(popup.requestSiteAccess).toHaveBeenCalledOnce();
    await waitFor(() => expect(popup.onRetry).toHaveBeenCalledOnce());
  });

  it('may be refused', async () => {
    const popup = openPopup(SAMPLE.noAccess, { firefox: false, access: false });
    fireEvent.click(popup.getByRole('button', { name: 'Allow' }));
    await waitFor(() => expect(popup.words()).toContain('Access was not given.'));
    expect(popup.onRetry).not.toHaveBeenCalled();
  });

  it('is offered where the page may not be looked at, with the way to take it back', () => {
    const popup = openPopup(SAMPLE.notVisible, { firefox: true });
    expect(popup.getByRole('button', { name: 'Allow' })).toBeTruthy();
    expect(popup.words()).toContain('about:addons');
  });
});
