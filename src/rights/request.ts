/** A request that a person has made, as it is kept on their own device. No visited site is part of it. */
import * as v from 'valibot';
import { CHANNELS } from '../revocation/channel.ts';
import { utcOf } from './calendar-date.ts';
import { replyDates, isPast } from './deadline.ts';
import { LETTER_RIGHTS } from './letter-request.ts';
import { REFERENCE } from './reference.ts';

export const REQUEST_STATES = ['sent', 'answered', 'refused', 'no-answer', 'complaint-lodged'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

/** The newest form of a record. */
export const REQUEST_VERSION = 1;

export const NOTES_LENGTH = 2000;

const Right = v.picklist(LETTER_RIGHTS);

const CalendarDay = v.pipe(v.string(), v.check(isDay, 'no day of the calendar'));

const RequestSchema = v.strictObject({
  version: v.literal(REQUEST_VERSION),
  reference: v.pipe(v.string(), v.regex(REFERENCE)),
  right: Right,
  /** The day on which it was sent, in the person's time zone. */
  sent: CalendarDay,
  /** What the letter referred to: services of the operator, never the visited site. */
  contacts: v.array(
    v.strictObject({
      channel: v.picklist(CHANNELS),
      host: v.pipe(v.string(), v.maxLength(253)),
      /** Milliseconds since the epoch that a date can hold (ECMA-262, 21.4.1.1). */
      at: v.pipe(v.number(), v.minValue(-8.64e15), v.maxValue(8.64e15)),
    }),
  ),
  state: v.picklist(REQUEST_STATES),
  notes: v.pipe(v.string(), v.maxLength(NOTES_LENGTH)),
});

export type SentRequest = v.InferOutput<typeof RequestSchema>;

/** What a person may change of a noted request. */
export type RequestChange = Partial<Pick<SentRequest, 'sent' | 'state' | 'notes'>>;

export type ReadRequest =
  | { kind: 'request'; request: SentRequest }
  /** Written by a later version of the program: left where it is. */
  | { kind: 'newer' }
  | { kind: 'corrupt'; reason: string };

/** A stored record, checked. */
export function readRequest(stored: unknown): ReadRequest {
  const parsed = v.safeParse(RequestSchema, stored);
  if (parsed.success) return { kind: 'request', request: parsed.output };
  const version = v.safeParse(v.object({ version: v.number() }), stored);
  if (version.success && version.output.version > REQUEST_VERSION) return { kind: 'newer' };
  return { kind: 'corrupt', reason: parsed.issues[0].message };
}

/** Whether a reply is still awaited though the orientation date has passed. `today`: `YYYY-MM-DD`. */
export function isOverdue({ state, sent }: SentRequest, today: string): boolean {
  return (state === 'sent' || state === 'no-answer') && isPast(replyDates(sent).due, today);
}

function isDay(date: string): boolean {
  try {
    utcOf(date);
    return true;
  } catch {
    return false;
  }
}
