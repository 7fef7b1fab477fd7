/**
 * A browser for measuring, with an extension or without one. It is watched as little as can be: the drivers of the tests
 * note each request, which would be measured too.
 */
import type { BrowserKind, RootFile } from '../../browser/driver/driver.ts';
import { measuredChromium } from './measured-chromium.ts';
import { measuredFirefox } from './measured-firefox.ts';

/** What the extension under measurement needs to be itself. */
export interface Measured {
  /** An unpacked extension; null: none. */
  extension: string | null;
  /** It asks for site access while it runs, as ours does in Chromium: given before it starts. */
  optionalAccess: boolean;
}

/** The sites that are measured with, and who vouches for them. */
export interface Surroundings {
  hosts: string[];
  rootFiles: RootFile[];
  spkiPins: string[];
}

export interface MeasuredPopup {
  /** When the click on the button was sent, milliseconds since the epoch. */
  clickedAt: number;
  /** Value of an expression in the popup. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export interface MeasuredBrowser {
  version: string;
  /** Goes to a page. Milliseconds from the start of the navigation to its load event, by the page's own clock. */
  load(url: string): Promise<number>;
  /** Milliseconds of processor time since the start, all processes together; null: the system does not tell. */
  processorTime(): number | null;
  /** Value of an expression in the extension's background, which has to run. */
  background<T>(expression: string): Promise<T>;
  /** Stops the background, as the browser does when it is idle. */
  stopBackground(): Promise<void>;
  /** Bytes that the background holds once its garbage is collected: the worker's heap, or what Firefox counts to the page. */
  backgroundMemory(): Promise<number>;
  /** Clicks the toolbar button. */
  openPopup(): Promise<MeasuredPopup>;
  close(): Promise<void>;
}

/** Starts a browser; where it refuses the extension, throws. */
export function startMeasured(
  kind: BrowserKind,
  measured: Measured,
  surroundings: Surroundings,
): Promise<MeasuredBrowser> {
  return kind === 'firefox'
    ? measuredFirefox(measured, surroundings)
    : measuredChromium(measured, surroundings);
}
