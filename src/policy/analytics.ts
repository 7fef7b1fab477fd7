/** What the policy says about measuring visits and mail. */
import type { Section } from './section.ts';

export interface AnalyticsFacts {
  section: Section;
  /** `in-use`: is used; `may-be-used`: may be used from time to time. */
  use: 'in-use' | 'may-be-used';
  purposes: (
    'understanding-engagement' | 'improving-fundraising-and-marketing' | 'traffic-and-popular-pages'
  )[];
  tools: AnalyticsTool[];
  /** null: the edition does not speak of cookies. */
  cookies: {
    set: boolean;
    /** What the cookies are said to hold. */
    personalInformation: boolean;
    /** What they can do all the same: tell one browser from all others, over time, on this site. */
    canRecogniseBrowserOverTime: boolean;
  } | null;
  /** `honoured`: what analytics may collect and share is limited, for all visitors; null: not spoken of. */
  doNotTrack: 'honoured' | null;
}

export interface AnalyticsTool {
  /** Also the name of the processor. */
  name: string;
  measures: 'websites' | 'marketing-mail';
  /** [] where the edition names no data. */
  collected: ('page-visits' | 'time-on-pages-and-site' | 'navigation-paths' | 'mail-opens' | 'mail-clicks')[];
  purposes: (
    | 'site-performance'
    | 'user-engagement'
    | 'traffic'
    | 'popular-pages'
    | 'campaign-performance'
    | 'audience-behaviour'
  )[];
  /** null: not stated. */
  keptWhile: 'needed-for-traffic-analysis' | 'tool-is-used' | null;
  optOut: OptOut[];
  /** The provider's page on what it does with the data; null: none linked. */
  moreUrl: string | null;
}

export type OptOut =
  | { way: 'google-ads-settings' }
  | { way: 'google-analytics-add-on'; url: string }
  | { way: 'unsubscribe-link' }
  | { way: 'mail'; address: string };
