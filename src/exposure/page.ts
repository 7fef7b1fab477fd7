/** The hosts of one page → the page's answer. */
import type { Answer, Exposure, PageExposure } from './exposure.ts';
import type { Reason } from './reason.ts';

/** Strongest first: a page answer is the strongest over its hosts. */
export const ANSWERS: readonly Answer[] = [
  'own-site',
  'asked',
  'may-have-asked',
  'cannot-tell',
  'probably-not-asked',
  'no-lets-encrypt',
];

/**
 * @param main the page's own host
 * @param others the other hosts of the page, in order of appearance
 * @param omittedHosts how many more there were that are not listed
 */
export function assessPage(main: Exposure, others: Exposure[], omittedHosts: number): PageExposure {
  const deciding = strongest([main, ...others]);
  const decided = main.ownSite === null ? deciding : main;
  return {
    answer: main.ownSite === null ? deciding.answer : 'own-site',
    main,
    others,
    omittedHosts,
    decidedBy: decided.host,
    reasons: decided === main ? main.reasons : [...about(decided), ...about(main)],
    environment: main.issuer.is === 'proven' ? main.issuer.environment : null,
  };
}

function about({ host, reasons }: Exposure): Reason[] {
  return reasons.map((reason) => ({ ...reason, about: host }));
}

function strongest(exposures: [Exposure, ...Exposure[]]): Exposure {
  // The page's own host comes first and wins a tie.
  return exposures.reduce((best, next) =>
    ANSWERS.indexOf(next.answer) < ANSWERS.indexOf(best.answer) ? next : best,
  );
}
