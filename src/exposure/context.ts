/** What an assessment needs to know besides the evidence of the visit. */
import type { Browser } from '../revocation/browser.ts';
import type { Channel } from '../revocation/channel.ts';

export interface Context {
  browser: Browser;
  /** How this browser shows certificates: the name of the API, for the sources. */
  certificateApi: string;
  /** Channels whose requests this extension would see leaving. */
  watched: ReadonlySet<Channel>;
  /** The day of the CA table, `YYYY-MM-DD`. */
  authoritiesAsOf: string;
}
