import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { EDITIONS, newestEdition } from '../../../src/policy/editions.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

interface EditionChoiceProps {
  edition: PolicyEdition;
  onChoose: (edition: PolicyEdition) => void;
}

/** Which of the editions held here is shown; the newest comes first. */
export function EditionChoice({ edition, onChoose }: EditionChoiceProps) {
  return (
    <fieldset class="choice">
      <legend>{text('policyEditionLegend')}</legend>
      {EDITIONS.toReversed().map((each) => (
        <label key={each.id}>
          <input
            type="radio"
            name="policy-edition"
            value={each.id}
            checked={each.id === edition.id}
            onChange={() => onChoose(each)}
          />
          {each.id === newestEdition().id
            ? text('policyEditionNewest', day(each.id))
            : text('policyEditionFounding', day(each.id))}
        </label>
      ))}
    </fieldset>
  );
}
