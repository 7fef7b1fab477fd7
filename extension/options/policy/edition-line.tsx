import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

/** Which edition the statements beneath are of, and where its text is. */
export function EditionLine({ edition }: { edition: PolicyEdition }) {
  return (
    <p class="edition-line">
      {text('policyShown', day(edition.id))}
      {' · '}
      <ExternalLink href={edition.textUrl}>{text('policyReadOriginal')}</ExternalLink>
    </p>
  );
}
