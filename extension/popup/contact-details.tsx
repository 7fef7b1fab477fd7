import type { ComponentChildren } from 'preact';
import { editionForContact } from '../../src/policy/edition-for-contact.ts';
import { recordEnd } from '../../src/policy/retention.ts';
import type { Channel } from '../../src/revocation/channel.ts';
import type { Source } from '../../src/exposure/source.ts';
import { CHANNEL_NAME } from '../ui/channel-text.ts';
import { endpointName } from '../ui/endpoint-name.ts';
import { day, moment } from '../ui/locale.ts';
import { SourceLink } from '../ui/source-link.tsx';
import { text } from '../ui/text.ts';
import type { PageContact } from './page-contacts.ts';

/** Who says that such a network stood in between. */
const NETWORK_SOURCE: Source = {
  kind: 'page',
  title: "Let's Encrypt: OCSP Service Has Reached End of Life",
  date: '2025-08-06',
  url: 'https://letsencrypt.org/2025/08/06/ocsp-service-has-reached-end-of-life',
};

interface ContactDetailsProps {
  contacts: PageContact[];
  now: number;
  /** What belongs to the end of it. */
  children: ComponentChildren;
}

/** Each contact with its time, its recipient and its end, the latest first; and what else such requests meet. Folded. */
export function ContactDetails({ contacts, now, children }: ContactDetailsProps) {
  const named = contacts.filter(isNamed);
  return (
    <details class="contact-details">
      <summary>{text('moreOnContacts')}</summary>
      {named.length > 0 && (
        <>
          <ol>
            {named.map((contact) => (
              <li key={`${contact.at} ${contact.channel} ${contact.endpoint}`}>
                <ContactLine contact={contact} now={now} />
              </li>
            ))}
          </ol>
          <p>{text('contactArrivalUnknown')}</p>
        </>
      )}
      <p>{text('inTheClear')}</p>
      <p>
        {text('behindNetwork')}
        <span class="source">
          <SourceLink source={NETWORK_SOURCE} />
        </span>
      </p>
      {children}
    </details>
  );
}

type NamedContact = PageContact & { endpoint: string };

function isNamed(contact: PageContact): contact is NamedContact {
  return contact.endpoint !== null;
}

function ContactLine({ contact, now }: { contact: NamedContact; now: number }) {
  const { means, at, endpoint } = contact;
  const { edition, inForce } = editionForContact(at);
  const end = recordEnd(edition.relyingParty.retention, at);
  const word = means === 'tried' ? 'contactTried' : 'contactSeen';
  return (
    <>
      {text(word, moment(at, now), endpointName(endpoint), channelName(contact.channel))}{' '}
      {text('contactGoneBefore', day(end.normallyBefore))}{' '}
      {text(inForce ? 'contactEditionInForce' : 'contactEditionNewest', day(edition.id))}
    </>
  );
}

function channelName(channel: Channel): string {
  return text(CHANNEL_NAME[channel]);
}
