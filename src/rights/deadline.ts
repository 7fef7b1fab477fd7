/**
 * By when a reply to a request is due, for orientation.
 *
 * GDPR, Art. 12(3): within one month of receipt; that may be extended by two further months. How such periods run is
 * laid down in Regulation (EEC, Euratom) No 1182/71, Art. 3: a period of months ends on the same date of its last
 * month, or on that month's last day (2)(c); when that is a Saturday, a Sunday or a public holiday, on the following
 * working day (4).
 *
 * What cannot be computed: most public holidays, which are those of the place where the recipient has to act
 * (Art. 2(1)); whether the recipient extended the period; and when a letter was received.
 */
import { addDays, addMonths, weekday, type CalendarDate } from './calendar-date.ts';

export interface ReplyDate {
  /** The last day on which a reply is in time. */
  date: CalendarDate;
  /** The date from which a weekend or a holiday moved it; null: it was not moved. */
  movedFrom: CalendarDate | null;
}

export interface ReplyDates {
  /** One month after receipt. */
  due: ReplyDate;
  /** Three months after receipt, if the recipient says within the first that it needs longer. */
  extended: ReplyDate;
}

/** Public holidays in every state of the EEA; others differ from place to place. */
const HOLIDAYS_EVERYWHERE = ['01-01', '12-25'];

/** The dates by which a reply to a request received on that day is due. */
export function replyDates(received: CalendarDate): ReplyDates {
  return { due: endOfPeriod(received, 1), extended: endOfPeriod(received, 3) };
}

/** Whether the day for a reply has passed. */
export function isPast({ date }: ReplyDate, today: CalendarDate): boolean {
  return today > date;
}

function endOfPeriod(received: CalendarDate, months: number): ReplyDate {
  const end = addMonths(received, months);
  const date = workingDayFrom(end);
  return { date, movedFrom: date === end ? null : end };
}

function workingDayFrom(date: CalendarDate): CalendarDate {
  return isWorkingDay(date) ? date : workingDayFrom(addDays(date, 1));
}

function isWorkingDay(date: CalendarDate): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !HOLIDAYS_EVERYWHERE.includes(date.slice(5));
}
