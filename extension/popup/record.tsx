import type { PageExposure } from '../../src/exposure/exposure.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import { sectionUrl } from '../../src/policy/section.ts';
import { CHANNELS, type Channel } from '../../src/revocation/channel.ts';
import { REVEALS, REVEALS_SOURCE } from '../ui/channel-text.ts';
import { endpointName } from '../ui/endpoint-name.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { moment } from '../ui/locale.ts';
import { loggedData } from '../ui/log-facts.ts';
import { counted, text } from '../ui/text.ts';
import { ContactDetails } from './contact-details.tsx';
import { pageHosts, type PageContact } from './page-contacts.ts';

interface RecordProps {
  page: PageExposure;
  contacts: PageContact[];
  edition: PolicyEdition;
  now: number;
}

/** What Let's Encrypt's log may hold of a request, and apart from it what the request itself shows. */
export function Record({ page, contacts, edition, now }: RecordProps) {
  const { recording, profiling, aggregates } = edition.relyingParty;
  const channels = shownChannels(page, contacts);
  return (
    <section class="record" aria-labelledby="record-title">
      <h2 id="record-title">{recordTitle(contacts, now)}</h2>
      {contacts.length > 1 && <p class="aside">{counted('moreContacts', contacts.length - 1)}</p>}
      <p class="lead-in">{recording.certainty === 'may' ? text('logMayHold') : text('logHolds')}</p>
      <ul class="data">
        {loggedData(edition.relyingParty).map((datum) => (
          <li key={datum}>{datum}</li>
        ))}
      </ul>
      <p class="lead-in">{text('requestShows')}</p>
      <ul class="reveals">
        {channels.map((channel) => (
          <li key={channel}>{text(REVEALS[channel])}</li>
        ))}
      </ul>
      <p class="aside">
        {!profiling.builtProfiles && !profiling.identifiedPeople && `${text('noProfiles')} `}
        {!edition.sale.sold && `${text('notSold')} `}
        {aggregates.acts.includes('published') && text('totalsPublished')}{' '}
        {/* Of a request that was made, whose address it bore matters at first sight. */}
        {contacts.length > 0 && text('behindProxy')}
      </p>
      <ContactDetails contacts={contacts} now={now}>
        {contacts.length === 0 && <p>{text('behindProxy')}</p>}
        <RecordSources edition={edition} channels={channels} />
      </ContactDetails>
    </section>
  );
}

/** The policy for what is logged, and the protocol's own standard for what a request shows. */
function RecordSources({ edition, channels }: { edition: PolicyEdition; channels: Channel[] }) {
  return (
    <ul class="source sources" aria-label={text('recordSources')}>
      <li>
        <ExternalLink href={sectionUrl(edition, edition.relyingParty.section)}>
          {text('sourcePolicyShort')}
        </ExternalLink>
      </li>
      {channels.map((channel) => {
        const { number, section, url } = REVEALS_SOURCE[channel];
        return (
          <li key={channel}>
            <ExternalLink href={url}>{text('sourceRfcShort', String(number), section)}</ExternalLink>
          </li>
        );
      })}
    </ul>
  );
}

function recordTitle(contacts: PageContact[], now: number): string {
  const [first] = contacts;
  if (first === undefined) return text('ifAsked');
  const at = moment(first.at, now);
  if (first.endpoint === null) return text('triedAt', at);
  const host = endpointName(first.endpoint);
  return first.means === 'tried' ? text('triedAtHost', at, host) : text('askedAtHost', at, host);
}

/** The channels used; else those that a certificate here names at Let's Encrypt; else the one that tells most. */
function shownChannels(page: PageExposure, contacts: PageContact[]): Channel[] {
  const used = CHANNELS.filter((channel) => contacts.some((contact) => contact.channel === channel));
  if (used.length > 0) return used;
  const named = CHANNELS.filter((channel) =>
    pageHosts(page).some(({ channels }) => {
      const { endpoint, recipient } = channels[channel];
      return endpoint !== null && recipient === 'lets-encrypt';
    }),
  );
  return named.length > 0 ? named : ['ocsp'];
}
