import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import type { Right } from '../../../src/rights/right.ts';
import { text } from '../../ui/text.ts';
import { RIGHT_NOTE, RIGHT_TEXT, RIGHT_TITLE } from './right-text.ts';
import { Sources } from './sources.tsx';

interface RightEntryProps {
  right: Right;
  /** Whether its letter is being written. */
  open: boolean;
  onToggle: () => void;
  /** The letter. */
  children: ComponentChildren;
}

/** A right that is asked for by letter. */
export function RightEntry({ right, open, onToggle, children }: RightEntryProps) {
  const { id, sources } = right;
  // A letter that was begun stays, out of sight, so that nothing typed is lost.
  const begun = useRef(false);
  begun.current ||= open;
  return (
    <section id={`rights-${id}`} class="right" aria-labelledby={`rights-${id}-title`}>
      <h3 id={`rights-${id}-title`}>{text(RIGHT_TITLE[id])}</h3>
      <RightText right={right} />
      <Sources sources={sources} />
      <div class="ways">
        <button
          type="button"
          class="button"
          aria-expanded={open}
          aria-describedby={`rights-${id}-title`}
          onClick={onToggle}
        >
          {open ? text('letterClose') : text('letterWrite')}
        </button>
        <Whom right={right} />
      </div>
      {begun.current && <div hidden={!open}>{children}</div>}
    </section>
  );
}

/** What the right is, for whom, and what to know of it. */
export function RightText({ right: { id, notes, contexts, namedInPolicy } }: { right: Right }) {
  return (
    <>
      <p>
        {[text(RIGHT_TEXT[id]), ...notes.map((note) => text(RIGHT_NOTE[note]))].join(' ')}
        {!namedInPolicy && ` ${text('rightNotInPolicy')}`}
      </p>
      <p class="aside">
        {contexts.includes('relying-party') ? text('rightForEverybody') : text('rightForConsenting')}
      </p>
    </>
  );
}

function Whom({ right: { ask } }: { right: Right }) {
  if (ask.by === 'authority') return null;
  return (
    <p>
      <a href={`mailto:${ask.address}`}>{text('rightWrite', ask.address)}</a>
      {ask.orByUnsubscribeLink && ` ${text('rightUnsubscribe')}`}
    </p>
  );
}
