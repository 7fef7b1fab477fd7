/** Which browser this is, and how it is known to check certificates. */
import type { Channel } from './channel.ts';
import type { Source } from '../exposure/source.ts';

export interface Browser {
  /** As the browser names itself: `Firefox`, `Chromium`, `Google Chrome`, `Microsoft Edge`, `Brave`, … */
  name: string;
  engine: 'gecko' | 'chromium' | 'unknown';
  /** Major version, of the engine where that is Chromium; null: not told. */
  version: number | null;
  platform: 'desktop' | 'android' | 'unknown';
}

/** How the root of a certificate's chain came to be trusted. */
export type RootKind = 'built-in' | 'imported' | 'unknown';

/** Whether a browser uses a channel, by its defaults. */
export type Use =
  | 'never'
  /** Whenever the certificate names an endpoint. */
  | 'by-default'
  /** Only in a rare case that cannot be seen. */
  | 'rarely'
  | 'unknown';

export interface Behaviour {
  use: Use;
  /** What can change it, in the settings or by an administrator's policy; null: nothing known. */
  changedBy: 'about-config' | 'enterprise-policy' | null;
  source: Source;
}

/** A browser's behaviour for each channel. */
export type CheckingBehaviour = Record<Channel, Behaviour>;
