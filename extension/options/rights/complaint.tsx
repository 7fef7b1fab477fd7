import type { PolicyEdition } from '../../../src/policy/edition.ts';
import type { Right } from '../../../src/rights/right.ts';
import { authorityFor, supervisoryAuthorities } from '../../../src/rights/authorities.ts';
import { ExternalLink } from '../../ui/external-link.tsx';
import { text } from '../../ui/text.ts';
import { AuthorityCard } from './authority-card.tsx';
import { AuthorityChooser } from './authority-chooser.tsx';
import { RightText } from './right-entry.tsx';
import { RIGHT_TITLE } from './right-text.ts';
import { Sources } from './sources.tsx';

interface ComplaintProps {
  right: Right;
  edition: PolicyEdition;
  /** The setting: a country's or German state's code; null: not chosen. */
  country: string | null;
  /** An administrator's policy gives the country. */
  fixed: boolean;
}

/** The right to complain, to whom, and what to write. */
export function Complaint({ right, edition, country, fixed }: ComplaintProps) {
  const { id, sources } = right;
  const authority = country === null ? null : authorityFor(country);
  const { directory, source } = supervisoryAuthorities;
  return (
    <section id={`rights-${id}`} class="right" aria-labelledby={`rights-${id}-title`}>
      <h3 id={`rights-${id}-title`}>{text(RIGHT_TITLE[id])}</h3>
      <RightText right={right} />
      <Sources sources={sources} />
      <AuthorityChooser code={authority?.code ?? null} fixed={fixed} />
      {authority !== null && <AuthorityCard authority={authority} />}
      <p>
        <ExternalLink href={directory}>{text('complaintDirectory')}</ExternalLink>
      </p>
      <p class="source">
        <ExternalLink href={source.url}>{text('complaintSource')}</ExternalLink>
      </p>
      <h4>{text('complaintHolds')}</h4>
      <ul>
        <li>{text('complaintHoldsYou')}</li>
        <li>{text('complaintHoldsWhom', edition.operator.name, edition.contact.address)}</li>
        <li>{text('complaintHoldsWhat')}</li>
        <li>{text('complaintHoldsRule')}</li>
        <li>{text('complaintHoldsLetters')}</li>
        <li>{text('complaintHoldsWish')}</li>
      </ul>
      <p>
        {text('complaintFree')} {text('expectAbroad')}
      </p>
    </section>
  );
}
