/** The six states of the emblem, told apart by their shapes, and what each is called. */
import type { Answer, PageReport } from '../../src/exposure/exposure.ts';
import type { PlainKey } from './text.ts';

export const PAGE_STATES = [
  'asked',
  'may-have-asked',
  'probably-not-asked',
  'no-lets-encrypt',
  'no-site',
  'cannot-tell',
] as const;

/** Also the name of the icon: `icons/<state>-16.png`. */
export type PageState = (typeof PAGE_STATES)[number];

export const PAGE_STATE_TITLE = {
  asked: 'titleAsked',
  'may-have-asked': 'titleMayHaveAsked',
  'probably-not-asked': 'titleProbablyNotAsked',
  'no-lets-encrypt': 'titleNoLetsEncrypt',
  'no-site': 'titleNoSite',
  'cannot-tell': 'titleCannotTell',
} as const satisfies Record<PageState, PlainKey>;

const STATE_OF_ANSWER: Record<Answer, PageState> = {
  // A visitor of Let's Encrypt's own site is talking to it.
  'own-site': 'asked',
  asked: 'asked',
  'may-have-asked': 'may-have-asked',
  'cannot-tell': 'cannot-tell',
  'probably-not-asked': 'probably-not-asked',
  'no-lets-encrypt': 'no-lets-encrypt',
};

/** The page's state in words: the emblem's name and the toolbar button's title. */
export function pageTitle(report: PageReport): PlainKey {
  const ownSite = report.kind === 'https' && report.page.answer === 'own-site';
  return ownSite ? 'titleOwnSite' : PAGE_STATE_TITLE[pageState(report)];
}

/** The emblem's state for a page. A page without TLS has one of its own unless something on it says more. */
export function pageState(report: PageReport): PageState {
  switch (report.kind) {
    case 'not-a-site':
      return 'no-site';
    case 'not-visible':
      return 'cannot-tell';
    case 'http': {
      const state = STATE_OF_ANSWER[report.page.answer];
      return state === 'asked' || state === 'may-have-asked' ? state : 'no-site';
    }
    case 'https':
      return STATE_OF_ANSWER[report.page.answer];
  }
}
