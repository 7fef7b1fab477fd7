/** One entry of the history: one site on one day. Times are milliseconds since the epoch. */
import * as v from 'valibot';
import { ANSWERS } from '../exposure/page.ts';
import type { Answer } from '../exposure/exposure.ts';
import { IssuerSchema } from '../letsencrypt/issuer-schema.ts';

/** Bounds of one entry, so that no site can make it grow for ever. What does not fit is left out. */
export const ISSUERS = 20;
export const CERTIFICATES = 20;
export const CONTACTS = 100;

/** Some browsers tell fractions of a millisecond. The upper bound is that of dates (ECMA-262, 21.4.1.1). */
export const Time = v.pipe(v.number(), v.minValue(0), v.maxValue(8.64e15));
const Count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const Host = v.pipe(v.string(), v.nonEmpty(), v.maxLength(255));
/** A day of the calendar where the user was, `YYYY-MM-DD`. */
export const DaySchema = v.pipe(v.string(), v.isoDate());

const SeenIssuerSchema = v.object({
  issuer: IssuerSchema,
  /** When it was first seen; a later element of the list replaced the one before it. */
  since: Time,
  /** SHA-256 of its end-entity certificates, lower-case hex, in order of appearance. */
  certificates: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), v.maxLength(CERTIFICATES)),
});

const RecordedContactSchema = v.object({
  /** The host of the page whose certificate names the endpoint: the site's own, or another one on the page. */
  host: Host,
  channel: v.picklist(['ocsp', 'crl', 'issuer']),
  /** Without what identifies the certificate; null: the certificate was not known. */
  endpoint: v.nullable(v.string()),
  at: Time,
  /** `browser-report`: the browser said that it tried. The others: a request was seen leaving. */
  means: v.picklist(['proxy-request', 'web-request', 'browser-report']),
  recipient: v.picklist(['lets-encrypt', 'another', 'unknown']),
});

/** How many page views came to each answer. */
const Views = v.object({
  'own-site': Count,
  asked: Count,
  'may-have-asked': Count,
  'cannot-tell': Count,
  'probably-not-asked': Count,
  'no-lets-encrypt': Count,
} satisfies Record<Answer, typeof Count>);

export const EntrySchema = v.object({
  day: DaySchema,
  /** ASCII (A-label) host of the page, without the port. */
  site: Host,
  firstAt: Time,
  lastAt: Time,
  views: Views,
  /** The page's own, in order of appearance. Unknown only while it is the only one. */
  issuers: v.pipe(v.array(SeenIssuerSchema), v.minLength(1), v.maxLength(ISSUERS)),
  /** In order of appearance. */
  contacts: v.pipe(v.array(RecordedContactSchema), v.maxLength(CONTACTS)),
  /** There were more contacts than there was room for. */
  moreContacts: v.boolean(),
});

export type HistoryEntry = v.InferOutput<typeof EntrySchema>;
export type SeenIssuer = v.InferOutput<typeof SeenIssuerSchema>;
export type RecordedContact = v.InferOutput<typeof RecordedContactSchema>;

/** The strongest answer of the day. */
export function answerOf(entry: HistoryEntry): Answer {
  return ANSWERS.find((answer) => entry.views[answer] > 0) ?? 'cannot-tell';
}

/** How often a page of the site was loaded on that day. */
export function viewsOf(entry: HistoryEntry): number {
  return ANSWERS.reduce((sum, answer) => sum + entry.views[answer], 0);
}
