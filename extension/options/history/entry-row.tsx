import { answerOf, viewsOf, type HistoryEntry, type RecordedContact } from '../../../src/history/entry.ts';
import { HostileName } from '../../ui/hostile-name.tsx';
import { inert } from '../../ui/inert.ts';
import { issuerSummary } from '../../ui/issuer-name.ts';
import { day, moment } from '../../ui/locale.ts';
import { counted, text } from '../../ui/text.ts';
import type { Erasure } from './erasure.ts';
import { ANSWER_WORDS, contactSentence, RECIPIENT_WORDS } from './words.ts';

interface EntryRowProps {
  entry: HistoryEntry;
  ask: (erasure: Erasure) => void;
}

export function EntryRow({ entry, ask }: EntryRowProps) {
  const { site } = entry;
  return (
    <tr>
      <td class="day">{day(entry.day)}</td>
      <th scope="row">
        <HostileName name={site} />
        <span class="aside">{counted('historyViews', viewsOf(entry))}</span>
      </th>
      <td>
        <Issuers entry={entry} />
      </td>
      <td data-label={text('historyContacts')}>
        <Contacts entry={entry} />
      </td>
      <td data-label={text('historyAnswer')}>{text(ANSWER_WORDS[answerOf(entry)])}</td>
      <td>
        <div class="actions">
          <button
            type="button"
            class="button small"
            aria-label={text('historyEraseEntryName', inert(site), day(entry.day))}
            onClick={() => ask({ what: 'entry', day: entry.day, site })}
          >
            {text('historyEraseEntry')}
          </button>
          <button
            type="button"
            class="button small"
            aria-label={text('historyEraseSiteName', inert(site))}
            onClick={() => ask({ what: 'site', site })}
          >
            {text('historyEraseSite')}
          </button>
        </div>
      </td>
    </tr>
  );
}

function Issuers({ entry: { issuers } }: { entry: HistoryEntry }) {
  const certificates = issuers.flatMap((seen) => seen.certificates);
  return (
    <>
      {issuers.map(({ issuer, since }) => (
        <p key={since}>
          {issuers.length === 1
            ? issuerSummary(issuer)
            : text('historyIssuerSince', moment(since, since), issuerSummary(issuer))}
        </p>
      ))}
      {certificates.length > 0 && (
        <details class="aside">
          <summary>{counted('historyCertificates', certificates.length)}</summary>
          {certificates.map((sha256) => (
            <code key={sha256}>{sha256}</code>
          ))}
        </details>
      )}
    </>
  );
}

function Contacts({ entry: { site, contacts, moreContacts } }: { entry: HistoryEntry }) {
  if (contacts.length === 0) return <span class="aside">{text('historyNoContact')}</span>;
  const [first, ...rest] = contacts;
  return (
    <>
      {first !== undefined && <Contact contact={first} site={site} />}
      {rest.length > 0 && (
        <details>
          <summary>{counted('historyMoreContacts', rest.length)}</summary>
          {rest.map((contact) => (
            <Contact key={JSON.stringify(contact)} contact={contact} site={site} />
          ))}
        </details>
      )}
      {moreContacts && <p class="aside">{text('historyTooManyContacts')}</p>}
    </>
  );
}

function Contact({ contact, site }: { contact: RecordedContact; site: string }) {
  return (
    <p>
      {contactSentence(contact)}{' '}
      <span class="aside">
        {text(RECIPIENT_WORDS[contact.recipient])}
        {contact.host !== site && ` ${text('historyContactFor', inert(contact.host))}`}
      </span>
    </p>
  );
}
