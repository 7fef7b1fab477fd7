import { optionsAddress, REQUESTED_RIGHTS, type RequestedRight } from '../ui/options-address.ts';
import { text, type PlainKey } from '../ui/text.ts';

const ACTION = {
  access: 'rightActionAccess',
  rectification: 'rightActionRectification',
  erasure: 'rightActionErasure',
  objection: 'rightActionObjection',
} as const satisfies Record<RequestedRight, PlainKey>;

/** One quiet link; after a contact, a way to each right. */
export function Rights({ contacted }: { contacted: boolean }) {
  if (!contacted) {
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
            <a class="button" href={optionsAddress(`rights-${right}`)} target="_blank">
              {text(ACTION[right])}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
