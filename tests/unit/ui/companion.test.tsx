// @vitest-environment happy-dom
import './fake-browser.ts';
import { cleanup, fireEvent, render, waitFor, within } from '@testing-library/preact';
import { describe, expect, it, vi } from 'vitest';
import { Companion } from '../../../extension/popup/companion.tsx';
import type { CompanionFinding, CompanionSighting } from '../../../src/companion/finding.ts';
import { putBeside } from '../../../src/exposure/beside.ts';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';
import { ASKED_AT, chromium, evidence, httpsReport, ISSUER, NOW } from './sample-reports.ts';

const HIDDEN: Issuer = { is: 'unknown', why: 'hidden-by-browser' };

const SAW: CompanionSighting = {
  is: 'saw',
  sha256: 'ab'.repeat(32),
  issuer: ISSUER.letsEncrypt,
  certificate: {
    sha256: 'ab'.repeat(32),
    serialNumber: '05',
    notBefore: '2026-09-01T00:00:00Z',
    notAfter: '2026-11-30T00:00:00Z',
    mustStaple: false,
  },
  tlsVersion: 'TLSv1.3',
  nodeRejects: null,
  staple: { is: 'none' },
  stapleSignature: null,
  handshakeMilliseconds: 12.4,
};

function open(
  issuer: Issuer,
  {
    allowed = false,
    given = true,
    finding = null,
    wish = null,
    always = false,
    look = () => Promise.resolve(),
  }: {
    allowed?: boolean;
    given?: boolean;
    finding?: CompanionFinding | null;
    wish?: string | null;
    always?: boolean;
    look?: () => Promise<void>;
  },
) {
  cleanup();
  const report = putBeside(httpsReport(evidence({ issuer }), [], chromium), finding);
  if (report.kind !== 'https') throw new Error('The sample is no https page.');
  const access = {
    allowed,
    wish,
    always,
    request: vi.fn<() => Promise<boolean>>(() => Promise.resolve(given)),
    look: vi.fn<() => Promise<void>>(look),
    extensionId: 'a'.repeat(32),
  };
  const onLooked = vi.fn<() => void>();
  const { container } = render(<Companion report={report} access={access} onLooked={onLooked} now={NOW} />);
  return { ...within(document.body), access, onLooked, words: () => container.textContent, report };
}

const saw = (change: Partial<CompanionSighting> = {}): CompanionFinding => ({
  at: ASKED_AT,
  outcome: { ...SAW, ...change },
});

describe('the companion in the popup', () => {
  it('explains before it asks, asks within the click, and then looks', async () => {
    const popup = open(HIDDEN, {});
    fireEvent.click(popup.getByText('Check this site'));
    await popup.findByText(/from your own address/);
    expect(popup.access.request).not.toHaveBeenCalled();
    fireEvent.click(popup.getByText('Allow and check this site'));
    // Synchronously: browsers ask the person only while the click is being handled.
    expect(popup.access.request).toHaveBeenCalledOnce();
    await waitFor(() => expect(popup.onLooked).toHaveBeenCalledOnce());
    expect(popup.access.look).toHaveBeenCalledOnce();
  });

  it('takes no for an answer', async () => {
    const popup = open(HIDDEN, { given: false });
    fireEvent.click(popup.getByText('Check this site'));
    fireEvent.click(await popup.findByText('Allow and check this site'));
    await popup.findByText(/^Not allowed/);
    expect(popup.access.look).not.toHaveBeenCalled();
  });

  it('goes on by itself after the dialog that closed the popup, for that site alone', async () => {
    const { origin } = open(HIDDEN, {}).report.page.main;
    const went = open(HIDDEN, { allowed: true, wish: origin });
    await waitFor(() => expect(went.access.look).toHaveBeenCalledExactlyOnceWith(origin));
    const other = open(HIDDEN, { allowed: true, wish: 'https://elsewhere.example' });
    expect(other.access.look).not.toHaveBeenCalled();
    const refused = open(HIDDEN, { wish: origin });
    expect(refused.words()).toContain('Not allowed. You can allow it here');
    expect(refused.access.look).not.toHaveBeenCalled();
  });

  it('looks unasked where every visited site is looked at, and nothing was found yet', async () => {
    const popup = open(HIDDEN, { allowed: true, always: true });
    await waitFor(() => expect(popup.access.look).toHaveBeenCalledOnce());
    expect(open(HIDDEN, { allowed: true, always: true, finding: saw() }).access.look).not.toHaveBeenCalled();
    expect(open(HIDDEN, { always: true }).access.look).not.toHaveBeenCalled();
  });

  it('says that an answer was lost', async () => {
    const popup = open(HIDDEN, { allowed: true, look: () => Promise.reject(new Error('gone')) });
    fireEvent.click(popup.getByText('Check this site'));
    await popup.findByText(/lost on its way/);
    expect(popup.onLooked).not.toHaveBeenCalled();
  });

  it('is not offered where the browser shows the certificate', () => {
    expect(open(ISSUER.letsEncrypt, {}).words()).toBe('');
    expect(open(ISSUER.letsEncrypt, { allowed: true }).words()).toContain('Check this site');
  });

  it('says whether it agrees with the browser, and gives a reason with its source where not', () => {
    expect(open(ISSUER.letsEncrypt, { finding: saw() }).words()).toContain('It is the same certificate');
    const other = open(ISSUER.letsEncrypt, { finding: saw({ sha256: 'cd'.repeat(32) }) });
    expect(other.words()).toContain('Two different certificates');
    const { page }: PageReport & { kind: 'https' } = other.report;
    expect(page.reasons.filter(({ id }) => id.startsWith('companion-'))).toMatchObject([
      { id: 'companion-saw', source: { kind: 'this-visit', api: 'companion' } },
      { id: 'companion-disagrees' },
    ]);
    // Beside, never instead.
    expect(page.main.issuer).toEqual(ISSUER.letsEncrypt);
  });

  it('says nothing of agreement where the browser showed nothing', () => {
    const words = open(HIDDEN, { finding: saw() }).words();
    expect(words).toContain('proven by its key');
    expect(words).not.toMatch(/same certificate|different certificates/);
  });

  it.each([
    [{ is: 'unavailable', why: 'missing' }, 'is not installed'],
    [{ is: 'unavailable', why: 'forbidden' }, 'a'.repeat(32)],
    [{ is: 'unavailable', why: 'old' }, 'older than this extension'],
    [{ is: 'unavailable', why: 'newer' }, 'Update the extension'],
    [{ is: 'unavailable', why: 'crashed' }, 'stopped before it answered'],
    [{ is: 'unavailable', why: 'silent' }, 'did not answer in time'],
    [{ is: 'failed', why: 'timed-out' }, 'within 10 seconds'],
    [{ is: 'failed', why: 'no-tls' }, 'could not agree on a TLS connection'],
  ] as const)('says what is wrong: %j', (outcome, words) => {
    expect(open(HIDDEN, { allowed: true, finding: { at: NOW, outcome } }).words()).toContain(words);
  });
});
