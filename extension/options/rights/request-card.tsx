import { calendarFile } from '../../../src/rights/calendar.ts';
import { replyDates, type ReplyDate } from '../../../src/rights/deadline.ts';
import { isOverdue, type RequestChange, type SentRequest } from '../../../src/rights/request.ts';
import { HostileName } from '../../ui/hostile-name.tsx';
import { day, moment } from '../../ui/locale.ts';
import { saveFile } from '../../ui/save-file.ts';
import { text } from '../../ui/text.ts';
import { DeleteButton } from './delete-button.tsx';
import { RequestFields } from './request-fields.tsx';
import { RIGHT_TITLE } from './right-text.ts';

interface RequestCardProps {
  request: SentRequest;
  /** `YYYY-MM-DD`, here. */
  today: string;
  onChange: (change: RequestChange) => void;
  onDelete: () => void;
}

/** One noted request: when a reply is due, and how it went. */
export function RequestCard({ request, today, onChange, onDelete }: RequestCardProps) {
  const { reference, right, sent, contacts } = request;
  const { due, extended } = replyDates(sent);
  const overdue = isOverdue(request, today);
  return (
    <article class={overdue ? 'request overdue' : 'request'} aria-labelledby={`request-${reference}`}>
      <h4 id={`request-${reference}`}>
        {text(RIGHT_TITLE[right])} <span class="reference">{reference}</span>
        {overdue && <strong class="mark">{text('requestOverdue')}</strong>}
      </h4>
      {overdue && <p>{text('requestOverdueText')}</p>}
      <dl class="dates">
        <div>
          <dt>{text('requestDue')}</dt>
          <dd>{shownDate(due)}</dd>
        </div>
        <div>
          <dt>{text('requestExtended')}</dt>
          <dd>{shownDate(extended)}</dd>
        </div>
        {contacts.length > 0 && (
          <div>
            <dt>{text('requestAbout')}</dt>
            <dd>
              {contacts.map(({ host, at }) => (
                <span key={`${host} ${at}`}>
                  <HostileName name={host} /> <small class="aside">{moment(at, Number.NaN)}</small>
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      <RequestFields request={request} onChange={onChange} />
      <div class="ways-out">
        <button
          type="button"
          class="button small"
          aria-label={text('requestReminderNamed', reference)}
          onClick={() => saveFile(`${reference}.ics`, 'text/calendar;charset=utf-8', [reminder(request)])}
        >
          {text('requestReminder')}
        </button>
        <DeleteButton
          label={text('requestDeleteNamed', reference)}
          question={text('requestDeleteSure', reference)}
          onDelete={onDelete}
        >
          {text('requestDelete')}
        </DeleteButton>
      </div>
    </article>
  );
}

function shownDate({ date, movedFrom }: ReplyDate): string {
  return movedFrom === null ? day(date) : text('requestDueMoved', day(date), day(movedFrom));
}

/** No host and no site stands in it: calendars are often shared. */
function reminder({ reference, right, sent }: SentRequest): string {
  return calendarFile({
    uid: reference,
    date: replyDates(sent).due.date,
    summary: text('reminderSummary', reference),
    description: text('reminderDescription', day(sent), text(RIGHT_TITLE[right])),
    madeAt: Date.now(),
  });
}
