import type { LetterProblem } from '../../../src/rights/letter-problems.ts';
import type { LetterRight } from '../../../src/rights/letter-request.ts';
import { number } from '../../ui/locale.ts';
import { counted, text } from '../../ui/text.ts';
import { FIELD_LABEL, fieldId, type LetterForm } from './letter-form.ts';

/** Why a letter cannot leave yet, each reason leading to its field; or that it is complete. */
export function MissingList({ form }: { form: LetterForm }) {
  const {
    problems,
    request: { right },
  } = form;
  return (
    <div class="missing">
      <output>
        {problems.length === 0 ? text('letterReady') : counted('letterMissing', problems.length)}
      </output>
      {problems.length > 0 && (
        <ul>
          {problems.map((problem) => (
            <li key={fieldId(right, problem.field, problem.contact)}>
              <MissingField problem={problem} right={right} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Leads to the field. */
function MissingField({
  problem: { field, contact, problem },
  right,
}: {
  problem: LetterProblem;
  right: LetterRight;
}) {
  const label = text(FIELD_LABEL[field]);
  const named =
    contact === null ? label : text('missingOfContact', text('fieldContact', number(contact + 1)), label);
  return (
    <button
      type="button"
      class="link"
      onClick={() => document.getElementById(fieldId(right, field, contact))?.focus()}
    >
      {problem === 'empty' ? text('missingEmpty', named) : text('missingInvalid', named)}
    </button>
  );
}
