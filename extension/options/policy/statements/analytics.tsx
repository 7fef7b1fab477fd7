/** What an edition says of measuring visits and mail, in sentences. */
import type { AnalyticsFacts, AnalyticsTool, OptOut } from '../../../../src/policy/analytics.ts';
import { ExternalLink } from '../../../ui/external-link.tsx';
import { alternatives, listing } from '../../../ui/locale.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import type { Line, StatementTexts } from './lines.ts';

const MEASURED = {
  'page-visits': 'measuredPages',
  'time-on-pages-and-site': 'measuredTime',
  'navigation-paths': 'measuredPaths',
  'mail-opens': 'measuredOpens',
  'mail-clicks': 'measuredClicks',
} as const satisfies Record<AnalyticsTool['collected'][number], PlainKey>;

const PURPOSE = {
  'understanding-engagement': 'forEngagement',
  'improving-fundraising-and-marketing': 'forFundraising',
  'traffic-and-popular-pages': 'forTrafficAndPages',
  'site-performance': 'forPerformance',
  'user-engagement': 'forUserEngagement',
  traffic: 'forTraffic',
  'popular-pages': 'forPopularPages',
  'campaign-performance': 'forCampaigns',
  'audience-behaviour': 'forAudience',
} as const satisfies Record<AnalyticsFacts['purposes'][number] | AnalyticsTool['purposes'][number], PlainKey>;

const purposes = (list: readonly (keyof typeof PURPOSE)[]) =>
  listing(list.map((purpose) => text(PURPOSE[purpose])));

export const ANALYTICS = {
  'analytics-record': {
    title: 'analyticsTitle',
    lines: ({ analytics }) =>
      analytics.tools.flatMap((tool) => [toolUse(tool, analytics.use), toolRecord(tool)]),
  },
  cookies: {
    title: 'cookiesTitle',
    lines: ({ analytics: { cookies } }) => {
      if (cookies === null) return [text('cookiesUnmentioned')];
      return [
        ...(cookies.set ? [text('cookiesSet')] : []),
        ...(cookies.personalInformation ? [] : [text('cookiesNoPersonalData')]),
        ...(cookies.canRecogniseBrowserOverTime ? [text('cookiesRecognise')] : []),
      ];
    },
  },
  'do-not-track': {
    title: 'doNotTrackTitle',
    lines: ({ analytics: { doNotTrack } }) => [
      text(doNotTrack === null ? 'doNotTrackUnmentioned' : 'doNotTrackHonoured'),
    ],
  },
  'analytics-use': {
    title: 'analyticsTitle',
    lines: ({ analytics }) => [
      ...(analytics.purposes.length === 0 ? [] : [text('analyticsPurposes', purposes(analytics.purposes))]),
      ...analytics.tools.map((tool) => text('toolPurposes', tool.name, purposes(tool.purposes))),
    ],
  },
  'analytics-kept': {
    title: 'analyticsTitle',
    lines: ({ analytics }) => analytics.tools.map(toolKept),
  },
  'analytics-opt-out': {
    title: 'analyticsTitle',
    lines: ({ analytics }) => analytics.tools.flatMap(toolOptOut),
  },
} as const satisfies StatementTexts;

function toolUse({ name, measures }: AnalyticsTool, use: AnalyticsFacts['use']): string {
  if (measures === 'websites')
    return use === 'in-use' ? text('toolUsedOnSites', name) : text('toolPossibleOnSites', name);
  return use === 'in-use' ? text('toolUsedInMail', name) : text('toolPossibleInMail', name);
}

function toolRecord({ name, collected }: AnalyticsTool): string {
  if (collected.length === 0) return text('toolCollectsUnstated', name);
  return text('toolCollects', name, listing(collected.map((datum) => text(MEASURED[datum]))));
}

function toolKept({ name, keptWhile }: AnalyticsTool): string {
  switch (keptWhile) {
    case 'needed-for-traffic-analysis':
      return text('toolKeptTraffic', name);
    case 'tool-is-used':
      return text('toolKeptUse', name);
    case null:
      return text('toolKeptUnstated', name);
  }
}

/** The ways out of a tool, and links to those that have a page. */
function toolOptOut({ name, optOut, moreUrl }: AnalyticsTool): Line[] {
  const links = optOut.flatMap((way) => ('url' in way ? [way.url] : []));
  return [
    optOut.length === 0
      ? text('toolOptOutUnstated', name)
      : text('toolOptOut', name, alternatives(optOut.map(wayOut))),
    ...links.map((url) => (
      <ExternalLink key={url} href={url}>
        {text('wayAddOnLink')}
      </ExternalLink>
    )),
    ...(moreUrl === null
      ? []
      : [
          <ExternalLink key={moreUrl} href={moreUrl}>
            {text('toolMore', name)}
          </ExternalLink>,
        ]),
  ];
}

function wayOut(way: OptOut): string {
  switch (way.way) {
    case 'google-ads-settings':
      return text('wayAdsSettings');
    case 'google-analytics-add-on':
      return text('wayAddOn');
    case 'unsubscribe-link':
      return text('wayUnsubscribe');
    case 'mail':
      return text('wayMail', way.address);
  }
}
