// @vitest-environment happy-dom
import { act, cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { usePageReport, type ReportSource } from '../../../extension/popup/page-report.ts';

/** A background whose answers come when the test says so. */
function slowBackground() {
  const waiting: { resolve: (report: PageReport) => void; reject: (error: Error) => void }[] = [];
  const listeners = new Set<() => void>();
  const source: ReportSource = {
    request: () => new Promise((resolve, reject) => void waiting.push({ resolve, reject })),
    onChanged: (callback) => {
      listeners.add(callback);
      return () => void listeners.delete(callback);
    },
  };
  return { source, waiting, listeners, announce: () => act(() => listeners.forEach((tell) => tell())) };
}

function Shown({ source }: { source: ReportSource }) {
  const { state, retry } = usePageReport(source);
  return (
    <button type="button" onClick={retry}>
      {state.phase === 'ready' ? state.report.kind : state.phase}
    </button>
  );
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const pass = (milliseconds: number) =>
  act(async () => {
    await vi.advanceTimersByTimeAsync(milliseconds);
  });
const settle = () => pass(0);

describe('the report on the screen', () => {
  it('waits, then shows the first answer', async () => {
    const background = slowBackground();
    const { container } = render(<Shown source={background.source} />);
    expect(container.textContent).toBe('loading');
    background.waiting[0]?.resolve({ kind: 'not-visible' });
    await settle();
    expect(container.textContent).toBe('not-visible');
  });

  it('asks again when the background announces a change, and lets no older answer win', async () => {
    const background = slowBackground();
    const { container } = render(<Shown source={background.source} />);
    await background.announce();
    background.waiting[1]?.resolve({ kind: 'not-a-site' });
    await settle();
    background.waiting[0]?.resolve({ kind: 'not-visible' });
    await settle();
    expect(container.textContent).toBe('not-a-site');
  });

  it('fails when the background refuses, and can be tried again', async () => {
    const background = slowBackground();
    const { container, getByRole } = render(<Shown source={background.source} />);
    background.waiting[0]?.reject(new Error('no background'));
    await settle();
    expect(container.textContent).toBe('failed');
    fireEvent.click(getByRole('button'));
    await settle();
    expect(container.textContent).toBe('loading');
    background.waiting[1]?.resolve({ kind: 'not-a-site' });
    await settle();
    expect(container.textContent).toBe('not-a-site');
  });

  it('fails when the background stays silent, and still takes a late answer', async () => {
    const background = slowBackground();
    const { container } = render(<Shown source={background.source} />);
    await pass(5000);
    expect(container.textContent).toBe('failed');
    background.waiting[0]?.resolve({ kind: 'not-a-site' });
    await settle();
    expect(container.textContent).toBe('not-a-site');
  });

  it('keeps what it shows when a later request fails', async () => {
    const background = slowBackground();
    const { container } = render(<Shown source={background.source} />);
    background.waiting[0]?.resolve({ kind: 'not-a-site' });
    await settle();
    await background.announce();
    background.waiting[1]?.reject(new Error('gone'));
    await settle();
    expect(container.textContent).toBe('not-a-site');
  });

  it('stops listening when the page closes', async () => {
    const background = slowBackground();
    const { unmount } = render(<Shown source={background.source} />);
    expect(background.listeners.size).toBe(1);
    // Preact cleans up after the next paint; `act` waits for that.
    await act(() => void unmount());
    expect(background.listeners.size).toBe(0);
  });
});
