import { factsAreOld } from '../../src/policy/age.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import { ExternalLink } from '../ui/external-link.tsx';
import { day } from '../ui/locale.ts';
import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';

interface EditionFooterProps {
  edition: PolicyEdition;
  /** The day on which the facts were last checked, `YYYY-MM-DD`; null: not known yet. */
  factsOf: string | null;
  now: number;
}

/** Which edition the statements come from, how old the facts are when they are old, and who is not behind this. */
export function EditionFooter({ edition, factsOf, now }: EditionFooterProps) {
  return (
    <footer class="edition">
      <p>
        <a href={optionsAddress('policy')} target="_blank">
          {text('policyOf', day(edition.id))}
        </a>
        {' · '}
        <ExternalLink href={edition.textUrl}>{text('policyFull')}</ExternalLink>
      </p>
      {factsOf !== null && factsAreOld(factsOf, now) && (
        <p class="warning">{text('factsAreOld', day(factsOf))}</p>
      )}
      <p>{text('notAffiliated')}</p>
    </footer>
  );
}
