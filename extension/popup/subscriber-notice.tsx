import type { PageExposure } from '../../src/exposure/exposure.ts';
import { endpoint } from '../../src/letsencrypt/endpoint.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import { policySource, type Section } from '../../src/policy/section.ts';
import { day } from '../ui/locale.ts';
import { SourceLink } from '../ui/source-link.tsx';
import { optionsAddress } from '../ui/options-address.ts';
import { subscriberFacts } from '../ui/subscriber-traces.ts';
import { text } from '../ui/text.ts';

interface SubscriberNoticeProps {
  page: PageExposure;
  /** The user marked the site as their own. */
  ownSite: boolean;
  edition: PolicyEdition;
}

/** Where the user is, or may be, a subscriber: what that leaves, how long it is kept, and that it may be published. */
export function SubscriberNotice({ page, ownSite, edition }: SubscriberNoticeProps) {
  const acme = speaksAcme(page);
  if (!acme && !ownSite) return null;
  return (
    <section class="subscriber" aria-labelledby="subscriber-title">
      <h2 id="subscriber-title">{text('subscriberTitle')}</h2>
      {acme ? <p>{text('subscriberAcme')}</p> : <p>{ownSiteSentence(page)}</p>}
      {(acme || mayBeSubscriber(page)) && <Facts edition={edition} section={edition.subscriber.section} />}
    </section>
  );
}

function Facts({ edition, section }: { edition: PolicyEdition; section: Section }) {
  const { collected, kept, published } = subscriberFacts(edition.subscriber);
  return (
    <>
      <p class="lead-in">{text('subscriberBy', day(edition.id))}</p>
      <ul class="subscriber-data">
        {collected.map((datum) => (
          <li key={datum}>{datum}</li>
        ))}
      </ul>
      <p>{kept}</p>
      <p>{published}</p>
      <p class="source">
        <SourceLink source={policySource(edition, section)} />
      </p>
      <a href={optionsAddress('policy-subscriber')} target="_blank">
        {text('subscriberMore')}
      </a>
    </>
  );
}

function speaksAcme({ main, others }: PageExposure): boolean {
  return [main, ...others].some(({ origin }) => endpoint(origin)?.service === 'acme');
}

/** Another CA's certificate makes nobody a subscriber of Let's Encrypt's; one that is not known may. */
function mayBeSubscriber({ main: { issuer } }: PageExposure): boolean {
  return issuer.is === 'proven' || issuer.is === 'claimed' || issuer.is === 'unknown';
}

function ownSiteSentence(page: PageExposure): string {
  if (!page.main.secure) return text('subscriberNoTls');
  switch (page.main.issuer.is) {
    case 'proven':
      return text('subscriberProven');
    case 'claimed':
    case 'unknown':
      return text('subscriberUnknown');
    case 'local':
    case 'other':
      return text('subscriberOther');
  }
}
