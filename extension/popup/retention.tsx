import type { PolicyEdition } from '../../src/policy/edition.ts';
import { editionForContact } from '../../src/policy/edition-for-contact.ts';
import { recordEnd } from '../../src/policy/retention.ts';
import { day, number } from '../ui/locale.ts';
import { longerRetention, normalRetention } from '../ui/log-facts.ts';
import { text } from '../ui/text.ts';
import type { PageContact } from './page-contacts.ts';
import { RetentionLine } from './retention-line.tsx';

interface RetentionProps {
  contacts: PageContact[];
  edition: PolicyEdition;
}

/** How long a record is kept, as a line and in words. */
export function Retention({ contacts, edition }: RetentionProps) {
  const last = contacts.length > 0 ? Math.max(...contacts.map(({ at }) => at)) : null;
  // What was in force when the request left applies to its record, whichever edition is shown.
  const { retention } = (last === null ? edition : editionForContact(last).edition).relyingParty;
  const end =
    last === null
      ? text('keptUnderDays', number(retention.normallyLessThanDays))
      : text('normallyGoneBefore', day(recordEnd(retention, last).normallyBefore));
  const longer = longerRetention(retention);
  return (
    <section class="retention" aria-labelledby="retention-title">
      <h2 id="retention-title">{text('howLong')}</h2>
      <RetentionLine
        start={last === null ? text('lineNow') : text('lineAsked')}
        end={end}
        alternative={normalRetention(retention)}
      />
      {longer !== null && <p class="aside">{longer}</p>}
    </section>
  );
}
