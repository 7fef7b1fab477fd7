import type { UnmatchedContact } from '../../../src/history/unmatched.ts';
import { CHANNEL_NAME } from '../../ui/channel-text.ts';
import { inert } from '../../ui/inert.ts';
import { alternatives, number } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import { unmatchedWords, type Erasure } from './erasure.ts';
import { RECIPIENT_WORDS } from './words.ts';

/** Rows that are shown: an exported file holds all. */
const ROWS = 100;

interface UnmatchedProps {
  contacts: UnmatchedContact[];
  ask: (erasure: Erasure) => void;
}

/** The recorded requests that no page could be matched with, the newest first; nothing where there is none. */
export function Unmatched({ contacts, ask }: UnmatchedProps) {
  if (contacts.length === 0) return null;
  const shown = contacts.slice(0, ROWS);
  return (
    <section aria-labelledby="history-unmatched-title">
      <h3 id="history-unmatched-title">{text('unmatchedTitle')}</h3>
      <p>{text('historyUnmatchedWhat')}</p>
      <table class="history-entries history-unmatched" aria-labelledby="history-unmatched-title">
        <thead>
          <tr>
            <th scope="col">{text('unmatchedTime')}</th>
            <th scope="col">{text('unmatchedRecipient')}</th>
            <th scope="col">{text('unmatchedCandidates')}</th>
            <th scope="col">{text('historyErase')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((contact) => (
            <Row key={`${contact.at} ${contact.endpoint}`} contact={contact} ask={ask} />
          ))}
        </tbody>
      </table>
      {contacts.length > ROWS && (
        <p class="aside">{text('historyRows', number(1), number(ROWS), number(contacts.length))}</p>
      )}
    </section>
  );
}

function Row({ contact, ask }: { contact: UnmatchedContact; ask: UnmatchedProps['ask'] }) {
  const { channel, recipient, candidates } = contact;
  const [host, time] = unmatchedWords(contact);
  return (
    <tr>
      <td>{time}</td>
      <td data-label={text('unmatchedRecipient')}>
        {host} ({text(CHANNEL_NAME[channel])}) <span class="aside">{text(RECIPIENT_WORDS[recipient])}</span>
      </td>
      <td data-label={text('unmatchedCandidates')}>
        {candidates.length === 0
          ? text('unmatchedNobody')
          : alternatives(candidates.map((site) => inert(site)))}
      </td>
      <td>
        <button
          type="button"
          class="button small"
          aria-label={text('historyEraseUnmatchedName', host, time)}
          onClick={() => ask({ what: 'unmatched', contact })}
        >
          {text('historyEraseEntry')}
        </button>
      </td>
    </tr>
  );
}
