import type { PageExposure, PageReport } from '../../src/exposure/exposure.ts';
import { editionForContact } from '../../src/policy/edition-for-contact.ts';
import { isSiteHost } from '../../src/settings/own-site.ts';
import { text } from '../ui/text.ts';
import { Answer } from './answer.tsx';
import { AnotherAuthority } from './another-authority.tsx';
import { Companion } from './companion.tsx';
import { Hosts } from './hosts.tsx';
import { IssuerLine } from './issuer-line.tsx';
import { IssuerNotice } from './issuer-notice.tsx';
import { OwnSite } from './own-site.tsx';
import { visitOf } from './open-letter.ts';
import { pageContacts } from './page-contacts.ts';
import { PageOnly } from './page-only.tsx';
import type { PopupSurroundings } from './popup.tsx';
import { PreciseWatchHint } from './precise-watch-hint.tsx';
import { Reasons } from './reasons.tsx';
import { Record } from './record.tsx';
import { RecordTrouble } from './record-trouble.tsx';
import { Retention } from './retention.tsx';
import { Rights } from './rights.tsx';
import { ServiceRequests } from './service-requests.tsx';
import { SiteAccessHint } from './site-access-hint.tsx';
import { SubscriberNotice } from './subscriber-notice.tsx';
import { VisibilityHint } from './visibility-hint.tsx';
import { VisitorNotice } from './visitor-notice.tsx';

/** Everything that is known of a page, the answer first. */
export function PageFindings({
  report,
  onAccessGiven,
  ...surroundings
}: PopupSurroundings & { report: PageReport; onAccessGiven: () => void }) {
  if (report.kind === 'not-a-site') return <Answer report={report} />;
  const { now, firefox, requestSiteAccess, ownSites } = surroundings;
  if (report.kind === 'not-visible') {
    return (
      <>
        <Answer report={report} />
        <section class="notice" aria-label={text('whatToDo')}>
          <SiteAccessHint
            firefox={firefox}
            requestSiteAccess={requestSiteAccess}
            onAccessGiven={onAccessGiven}
          />
        </section>
      </>
    );
  }
  const { page } = report;
  // The port belongs to the page, not to the site.
  const site = new URL(page.main.origin).hostname.replace(/\.$/, '');
  return (
    <>
      <Answer report={report} />
      <RecordTrouble trouble={report.trouble} />
      {report.pageOnly === true && <PageOnly />}
      {report.kind === 'https' && <IssuerLine page={page} />}
      <Reasons reasons={page.reasons} now={now} open={surroundings.reasonsOpen === true} />
      {report.kind === 'https' && (
        <>
          <IssuerNotice page={page} factsOf={report.factsOf} now={now} />
          <VisibilityHint
            report={report}
            firefox={firefox}
            requestSiteAccess={requestSiteAccess}
            onAccessGiven={onAccessGiven}
          />
          {import.meta.env.MODE !== 'firefox' && surroundings.companion !== undefined && (
            <Companion report={report} access={surroundings.companion} onLooked={onAccessGiven} now={now} />
          )}
        </>
      )}
      <ServiceRequests page={page} />
      <Consequences page={page} {...surroundings} />
      <SubscriberNotice
        page={page}
        ownSite={ownSites?.list.includes(site) === true}
        edition={surroundings.edition}
      />
      <div class="page-hosts">
        <Hosts page={page} now={now} />
        {ownSites !== undefined && page.main.ownSite === null && isSiteHost(site) && (
          <OwnSite host={site} ownSites={ownSites} />
        )}
      </div>
    </>
  );
}

/** What follows for the person: what a record would hold, how long it is kept, and their rights. */
function Consequences({
  page,
  edition: newest,
  now,
  offersPreciseWatch,
}: PopupSurroundings & { page: PageExposure }) {
  const contacts = pageContacts(page);
  if (page.answer === 'own-site') {
    return (
      <>
        <VisitorNotice page={page} edition={newest} />
        <Rights visit={visitOf('visitor', page.main.host, contacts)} />
      </>
    );
  }
  // Let's Encrypt's policy says nothing of what another CA records.
  if (page.answer === 'no-lets-encrypt') {
    return (
      <>
        <AnotherAuthority page={page} />
        {offersPreciseWatch === true && <PreciseWatchHint page={page} />}
      </>
    );
  }
  const [latest] = contacts;
  const edition = latest === undefined ? newest : editionForContact(latest.at).edition;
  return (
    <>
      <Record page={page} contacts={contacts} edition={edition} now={now} />
      {offersPreciseWatch === true && <PreciseWatchHint page={page} />}
      <Retention contacts={contacts} edition={edition} />
      <Rights visit={contacts.length > 0 ? visitOf('relying-party', page.main.host, contacts) : null} />
    </>
  );
}
