import type { PageExposure } from '../../src/exposure/exposure.ts';
import { authorityName } from '../ui/issuer-name.ts';
import { day } from '../ui/locale.ts';
import { text } from '../ui/text.ts';

/** What is unusual about who issued the page's own certificate; nothing where nothing is. */
export function IssuerNotice({ page, factsOf }: { page: PageExposure; factsOf: string }) {
  const notice = noticeText(page, factsOf);
  if (notice === null) return null;
  return (
    <section class="notice" aria-labelledby="issuer-notice-title">
      <h2 id="issuer-notice-title">{notice.title}</h2>
      <p>{notice.body}</p>
    </section>
  );
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
