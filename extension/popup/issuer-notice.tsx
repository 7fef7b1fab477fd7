import { factsAreOld } from '../../src/policy/age.ts';
import type { PageExposure } from '../../src/exposure/exposure.ts';
import { authorityName } from '../ui/issuer-name.ts';
import { day } from '../ui/locale.ts';
import { text } from '../ui/text.ts';

interface IssuerNoticeProps {
  page: PageExposure;
  /** The day of the table of CAs, `YYYY-MM-DD`. */
  factsOf: string;
  /** Milliseconds since the epoch. */
  now: number;
}

/** What is unusual about who issued the page's own certificate; nothing where nothing is. */
export function IssuerNotice({ page, factsOf, now }: IssuerNoticeProps) {
  const notice = noticeText(page, factsOf);
  if (notice === null) return null;
  return (
    <section class="notice" aria-labelledby="issuer-notice-title">
      <h2 id="issuer-notice-title">{notice.title}</h2>
      <p>{notice.body}</p>
      {maybeNewer(page) && factsAreOld(factsOf, now) && <p>{text('policyFactsOld')}</p>}
    </section>
  );
}

/** A key that is not known may be that of a CA of later; one under a root that was added here is none. */
function maybeNewer({ main: { issuer } }: PageExposure): boolean {
  return issuer.is === 'claimed' && issuer.localRoot !== true;
}

function noticeText(page: PageExposure, factsOf: string): { title: string; body: string } | null {
  const { issuer } = page.main;
  switch (issuer.is) {
    case 'proven':
      return issuer.environment === 'staging'
        ? { title: text('noticeStagingTitle'), body: text('noticeStaging') }
        : null;
    case 'claimed':
      return {
        title: text('noticeClaimedTitle'),
        body: issuer.localRoot === true ? text('noticeClaimedLocal') : text('noticeClaimed', day(factsOf)),
      };
    case 'local':
      return {
        title: text('noticeLocalTitle'),
        body: text('noticeLocal', authorityName(issuer.authority, issuer.organization)),
      };
    case 'other':
    case 'unknown':
      return null;
  }
}
