/** How long server logs are kept, and by when the record of one contact is normally gone. */

export interface LogRetention {
  /** Logs are normally deleted in less than this many days. */
  normallyLessThanDays: number;
  exceptions: LongerRetention[];
}

/** A case in which part of the logs is kept longer, with no date set beforehand. */
export interface LongerRetention {
  reason: 'software-failures' | 'abuse';
  scope: 'subset-of-logs';
  certainty: 'may';
  until: 'investigation-ends';
}

/** What can be said of the record of one contact. */
export interface RecordEnd {
  /** Milliseconds since the epoch: the record is normally gone before this moment. A limit, not a promise. */
  normallyBefore: number;
  /** Cases in which it may be there longer. */
  exceptions: LongerRetention[];
}

const DAY = 86_400_000;

/**
 * By when the record of a contact is normally gone.
 *
 * A day is 24 hours here: the policy counts from the record, in no time zone, so summer time plays no part.
 *
 * @param contactAt when the contact was seen, milliseconds since the epoch
 * @throws RangeError when the moment, or the limit, is no time that a `Date` can hold
 */
export function recordEnd(retention: LogRetention, contactAt: number): RecordEnd {
  const normallyBefore = contactAt + retention.normallyLessThanDays * DAY;
  if (Number.isNaN(new Date(contactAt).getTime()) || Number.isNaN(new Date(normallyBefore).getTime()))
    throw new RangeError(`No time for a contact: ${contactAt}`);
  return { normallyBefore, exceptions: retention.exceptions };
}
