/** How long server logs are kept, and until when the record of one contact is normally gone. */

export interface LogRetention {
  /** Logs are normally deleted in less than this many days. */
  normallyLessThanDays: number;
  exceptions: LongerRetention[];
}

/** A case in which part of the logs is kept longer. */
export interface LongerRetention {
  reason: 'software-failures' | 'abuse';
  scope: 'subset-of-logs';
  certainty: 'may';
  until: 'investigation-ends';
}
