import type { HandedVisit } from '../platform/handover.ts';
import { optionsAddress, REQUESTED_RIGHTS, type RequestedRight } from '../ui/options-address.ts';
import { text, type PlainKey } from '../ui/text.ts';
import { openLetter } from './open-letter.ts';

const ACTION = {
  access: 'rightActionAccess',
  rectification: 'rightActionRectification',
  erasure: 'rightActionErasure',
  objection: 'rightActionObjection',
} as const satisfies Record<RequestedRight, PlainKey>;

/** One quiet link; after a contact, a way to each right. `visit`: what a letter can be filled in with; null: nothing. */
export function Rights({ visit }: { visit: HandedVisit | null }) {
  if (visit === null) {
    return (
      <section class="rights">
        <a class="quiet" href={optionsAddress('rights')} target="_blank">
          {text('yourRights')}
        </a>
      </section>
    );
  }
  return (
    <section class="rights" aria-labelledby="rights-title">
      <h2 id="rights-title">
        <a href={optionsAddress('rights')} target="_blank">
          {text('yourRights')}
        </a>
      </h2>
      <ul class="actions">
        {REQUESTED_RIGHTS.map((right) => (
          <li key={right}>
            {/* A link still, for whoever opens it in their own way: then the letter is empty. */}
            <a
              class="button"
              href={optionsAddress(`rights-${right}`)}
              target="_blank"
              onClick={(event) => {
                if (event.ctrlKey || event.metaKey || event.shiftKey) return;
                event.preventDefault();
                void openLetter(right, visit);
              }}
            >
              {text(ACTION[right])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
