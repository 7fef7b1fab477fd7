/** Let's Encrypt's own pages that speak of checking revocation and of what is recorded, as sources. */
import type { Source } from '../exposure/source.ts';
import { OCSP_URLS_GONE, RESPONDERS_OFF } from '../revocation/milestones.ts';
import { textAt } from './history/record.ts';

type Page = Source & { kind: 'page' };

function page(title: string, date: string, url: string): Page {
  return { kind: 'page', title: `Let's Encrypt: ${title}`, date, url };
}

/** A page as it was at a commit of the website's public sources. */
function pageAt(title: string, date: string, commit: string, path: string): Page {
  return page(title, date, textAt(commit, path));
}

const PROFILES = 'Profiles';

export const PAGES = {
  endOfOcsp: RESPONDERS_OFF.source,
  planToEndOcsp: OCSP_URLS_GONE.source,
  newRoot: page(
    'New Root and Intermediate Certificates',
    '2020-09-17',
    'https://letsencrypt.org/2020/09/17/new-root-and-intermediates',
  ),
  newLifeForCrls: page(
    'A New Life for Certificate Revocation Lists',
    '2022-09-07',
    'https://letsencrypt.org/2022/09/07/new-life-for-crls',
  ),
  ocspCaching: page('OCSP caching', '2022-12-15', 'https://letsencrypt.org/2022/12/15/ocspcaching'),
  intentToEndOcsp: page(
    'Intent to End OCSP Service',
    '2024-07-23',
    'https://letsencrypt.org/2024/07/23/replacing-ocsp-with-crls',
  ),
  sixDayPlan: page(
    '6-day and IP address certificates',
    '2025-01-16',
    'https://letsencrypt.org/2025/01/16/6-day-and-ip-certs',
  ),
  firstSixDay: page(
    'First short-lived certificate',
    '2025-02-20',
    'https://letsencrypt.org/2025/02/20/first-short-lived-cert-issued',
  ),
  profilesInApril2025: pageAt(
    PROFILES,
    '2025-04-24',
    'b9ea3025dfced53d0a32d644efee6b63ba69304e',
    'content/en/docs/profiles.md',
  ),
  profilesInJuly2026: pageAt(
    PROFILES,
    '2026-07-09',
    'be4f3e3424375084baa0ef6bcb592c8a6786ae0c',
    'content/en/docs/profiles.md',
  ),
  expiryMailEnded: page(
    'Expiration Notification Service Has Ended',
    '2025-06-26',
    'https://letsencrypt.org/2025/06/26/expiration-notification-service-has-ended',
  ),
  lawEnforcement: page('Law Enforcement', '2025-06-25', 'https://letsencrypt.org/law-enforcement/'),
  letterOf2025: page(
    'Letter at the end of 2025',
    '2025-12-29',
    'https://letsencrypt.org/2025/12/29/eoy-letter-2025',
  ),
  sixDayForAll: page(
    '6-day and IP Address Certificates Generally Available',
    '2026-01-15',
    'https://letsencrypt.org/2026/01/15/6day-and-ip-general-availability',
  ),
  websiteSources: pageAt(
    "the website's page head",
    '2026-08-21',
    'b89871ef735cbb447f8d72c86146fcc8e62fc4ab',
    'themes/le-2025/layouts/partials/head.html',
  ),
  certificates: page('Chains of Trust', '2026-08-21', 'https://letsencrypt.org/certificates/'),
} as const satisfies Record<string, Page>;
