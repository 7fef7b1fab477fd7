/**
 * A request that was seen leaving for a CA and that no page could be matched with: it belongs to a day and to no site, so it
 * has a record of its own beside the entries. To put it with one of the sites that it may be about would be a guess.
 */
import * as v from 'valibot';
import { recipientOf, type Recipient } from '../letsencrypt/recipient.ts';
import { CHANNELS, type Channel } from '../revocation/channel.ts';
import { DaySchema, Host, Time } from './entry.ts';
import type { HistoryFilter } from './filter.ts';
import { siteMatcher } from './filter.ts';

/** Sites kept that it may be about, and requests kept of a day. What does not fit is left out. */
export const CANDIDATES = 20;
export const UNMATCHED_A_DAY = 200;

export const UnmatchedSchema = v.object({
  day: DaySchema,
  /** Milliseconds since the epoch. */
  at: Time,
  channel: v.picklist(CHANNELS),
  /** Without what identifies the certificate. */
  endpoint: v.string(),
  recipient: v.picklist(['lets-encrypt', 'another', 'unknown'] satisfies Recipient[]),
  /** ASCII hosts that were connecting at that time and whose certificates name the endpoint; empty: none was known. */
  candidates: v.pipe(v.array(Host), v.maxLength(CANDIDATES)),
});

export type UnmatchedContact = v.InferOutput<typeof UnmatchedSchema>;

/** What is told of the request. */
export interface UnmatchedRequest {
  channel: Channel;
  endpoint: string;
  /** Milliseconds since the epoch. */
  at: number;
  /** Origins. */
  candidates: string[];
}

/** The record of a request. `day`: that of its time, where the user is, `YYYY-MM-DD`. */
export function unmatchedContact(
  { channel, endpoint, at, candidates }: UnmatchedRequest,
  day: string,
): UnmatchedContact {
  const hosts = [...new Set(candidates.map((origin) => new URL(origin).hostname))];
  return {
    day,
    at,
    channel,
    endpoint,
    // No certificate is known to have named it, so Let's Encrypt's own table alone decides.
    recipient: recipientOf(endpoint, { is: 'unknown', why: 'not-seen' }),
    candidates: hosts.slice(0, CANDIDATES),
  };
}

/** A test for single requests: a CA that issued is not known of any, so with that filter none is left. */
export function unmatchedMatcher(filter: HistoryFilter) {
  const { authority, from, to } = filter;
  const site = siteMatcher(filter);
  return ({ day, candidates }: UnmatchedContact): boolean =>
    authority === null &&
    (from === null || day >= from) &&
    (to === null || day <= to) &&
    (filter.site.trim() === '' || candidates.some(site));
}
