import { dateOf, utcOf } from '../../../src/rights/calendar-date.ts';
import {
  NOTES_LENGTH,
  REQUEST_STATES,
  type RequestChange,
  type RequestState,
  type SentRequest,
} from '../../../src/rights/request.ts';
import { text, type PlainKey } from '../../ui/text.ts';

const STATE = {
  sent: 'requestStateSent',
  answered: 'requestStateAnswered',
  refused: 'requestStateRefused',
  'no-answer': 'requestStateNoAnswer',
  'complaint-lodged': 'requestStateComplaint',
} as const satisfies Record<RequestState, PlainKey>;

interface RequestFieldsProps {
  request: SentRequest;
  /** Called with each finished change: nothing has to be saved apart. */
  onChange: (change: RequestChange) => void;
}

/** What a person may change of a noted request. */
export function RequestFields({ request, onChange }: RequestFieldsProps) {
  const { reference, sent, state, notes } = request;
  const id = (field: string) => `request-${reference}-${field}`;
  return (
    <div class="fields">
      <div class="field">
        <label for={id('sent')}>{text('requestSent')}</label>
        <input
          id={id('sent')}
          type="date"
          required
          value={sent}
          onChange={({ currentTarget }) => {
            if (isDay(currentTarget.value)) onChange({ sent: currentTarget.value });
            else currentTarget.value = sent;
          }}
        />
      </div>
      <div class="field">
        <label for={id('state')}>{text('requestState')}</label>
        <select
          id={id('state')}
          value={state}
          onChange={({ currentTarget }) =>
            onChange({ state: REQUEST_STATES.find((one) => one === currentTarget.value) ?? state })
          }
        >
          {REQUEST_STATES.map((one) => (
            <option key={one} value={one}>
              {text(STATE[one])}
            </option>
          ))}
        </select>
      </div>
      <div class="field notes">
        <label for={id('notes')}>{text('requestNotes')}</label>
        <textarea
          id={id('notes')}
          rows={2}
          maxLength={NOTES_LENGTH}
          value={notes}
          onChange={({ currentTarget }) => onChange({ notes: currentTarget.value })}
        />
      </div>
    </div>
  );
}

/** A day that letters can have been sent on, and from which months can be counted. */
function isDay(value: string): boolean {
  try {
    return dateOf(utcOf(value)) === value && value >= '2000-01-01' && value < '9000-01-01';
  } catch {
    return false;
  }
}
