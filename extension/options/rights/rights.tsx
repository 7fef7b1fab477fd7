import { useState } from 'preact/hooks';
import type { RightId } from '../../../src/rights/right.ts';
import { formerAddresses, rightsUnder } from '../../../src/rights/rights.ts';
import { LETTER_RIGHTS, type LetterRight } from '../../../src/rights/letter-request.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';
import { Complaint } from './complaint.tsx';
import { Expectations } from './expectations.tsx';
import { useHandedVisit } from './handed-visit.ts';
import { LetterComposer } from './letter-composer.tsx';
import { localDay } from './local-time.ts';
import { Requests } from './requests.tsx';
import { RightEntry } from './right-entry.tsx';
import { RIGHT_TITLE } from './right-text.ts';

/** Each right, a letter for it, one's own requests, and the authority to complain to. */
export function Rights({ edition, settings, fixed, anchor, now }: SectionProps) {
  const handed = useHandedVisit();
  const [arrivedAt] = useState(anchor);
  // Null: whoever comes from the popup wants the letter at once, until they open or close one.
  const [chosen, setChosen] = useState<RightId | 'none' | null>(null);
  const rights = rightsUnder(edition);
  const writing = chosen ?? (handed.state === 'taken' ? rightOf(arrivedAt) : null);
  return (
    <section id="rights" aria-labelledby="rights-title">
      <h2 id="rights-title">{text('rightsTitle')}</h2>
      <p>{text('rightsIntroduction')}</p>
      <nav class="parts" aria-label={text('rightsContents')}>
        <a href="#rights-expectations">{text('expectTitle')}</a>
        {rights.map(({ id }) => (
          <a key={id} href={`#rights-${id}`}>
            {text(RIGHT_TITLE[id])}
          </a>
        ))}
        <a href="#rights-requests">{text('requestsTitle')}</a>
      </nav>
      <Expectations edition={edition} />
      {rights.map((right) => {
        const { id, ask } = right;
        if (ask.by === 'authority' || id === 'complaint') return null;
        return (
          <RightEntry
            key={id}
            right={right}
            open={writing === id}
            onToggle={() => setChosen(writing === id ? 'none' : id)}
          >
            <LetterComposer
              right={id}
              contexts={right.contexts}
              address={ask.address}
              edition={edition}
              visit={handed.state === 'taken' ? handed.visit : null}
            />
          </RightEntry>
        );
      })}
      {formerAddresses(edition).map(({ address, edition: former }) => (
        <p class="aside former" key={address}>
          {text('rightsFormerAddress', address, day(former))}
        </p>
      ))}
      {rights
        .filter(({ id }) => id === 'complaint')
        .map((right) => (
          <Complaint
            key={right.id}
            right={right}
            edition={edition}
            country={settings.country}
            fixed={fixed.includes('country')}
          />
        ))}
      <Requests today={localDay(new Date(now))} />
    </section>
  );
}

/** The right whose letter the address asks for; null: none. */
function rightOf(anchor: string): LetterRight | null {
  return LETTER_RIGHTS.find((id) => anchor === `rights-${id}`) ?? null;
}
