/** The dates on which Let's Encrypt stopped answering OCSP, each with the page that says so. */
import type { Source } from '../exposure/source.ts';

export interface Milestone {
  /** `YYYY-MM-DD`. */
  date: string;
  source: Source & { kind: 'page' };
}

/** The OCSP responders were switched off; every certificate that named one had expired. */
export const RESPONDERS_OFF: Milestone = {
  date: '2025-08-06',
  source: {
    kind: 'page',
    title: "Let's Encrypt: OCSP Service Has Reached End of Life",
    date: '2025-08-06',
    url: 'https://letsencrypt.org/2025/08/06/ocsp-service-has-reached-end-of-life',
  },
};

/** From here on new certificates name no OCSP responder. */
export const OCSP_URLS_GONE: Milestone = {
  date: '2025-05-07',
  source: {
    kind: 'page',
    title: "Let's Encrypt: Ending OCSP Support in 2025",
    date: '2024-12-05',
    url: 'https://letsencrypt.org/2024/12/05/ending-ocsp',
  },
};
