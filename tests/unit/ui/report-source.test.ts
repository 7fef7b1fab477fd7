import { fakeBrowser } from '@webext-core/fake-browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';

vi.mock('webextension-polyfill', () => ({ default: fakeBrowser }));
const { TabReports } = await import('../../../extension/popup/report-source.ts');

/** The background's answers, given when the test says so. */
let asked: ((report: PageReport) => void)[] = [];
const send = vi.fn<(message: unknown) => Promise<PageReport>>();
let announce: (message: unknown) => void;

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  send.mockReset().mockImplementation(() => new Promise((resolve) => void asked.push(resolve)));
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation(send);
  vi.spyOn(fakeBrowser.runtime.onMessage, 'addListener').mockImplementation((listener: unknown) => {
    announce = listener as typeof announce;
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const OLD: PageReport = { kind: 'not-visible' };
const NEW: PageReport = { kind: 'not-a-site' };

describe('the reports on a tab', () => {
  it('are asked for before anyone wants them, once', async () => {
    const reports = new TabReports(7);
    expect(send).toHaveBeenCalledExactlyOnceWith({ type: 'report', tabId: 7 });
    const first = reports.request();
    asked[0]?.(OLD);
    expect(await first).toBe(OLD);
    expect(asked).toHaveLength(1);
  });

  it('have an early one when the answer comes soon, and ask anew after it', async () => {
    const reports = new TabReports(7);
    asked[0]?.(OLD);
    await reports.soon();
    expect(reports.early).toBe(OLD);
    const next = reports.request();
    asked[1]?.(NEW);
    expect(await next).toBe(NEW);
  });

  it('have none when the answer takes longer, and still give that answer', async () => {
    const reports = new TabReports(7);
    const soon = reports.soon();
    await vi.advanceTimersByTimeAsync(1_000);
    await soon;
    expect(reports.early).toBeNull();
    const first = reports.request();
    asked[0]?.(OLD);
    expect(await first).toBe(OLD);
  });

  it('tell of a change that came before anyone listened', () => {
    const reports = new TabReports(7);
    announce({ type: 'changed', tabId: 8 });
    const changed = vi.fn<() => void>();
    reports.onChanged(changed)();
    expect(changed).not.toHaveBeenCalled();
    announce({ type: 'changed', tabId: 7 });
    reports.onChanged(changed);
    expect(changed).toHaveBeenCalledOnce();
    announce({ type: 'changed', tabId: 7 });
    expect(changed).toHaveBeenCalledTimes(2);
  });
});
