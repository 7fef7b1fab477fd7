/** One tab's record: the pages it shows, is about to show or may return to, and what was seen of their hosts. */
import * as v from 'valibot';
import { CHANNELS } from '../../src/revocation/channel.ts';
import { Instant, Origin } from '../platform/stored-values.ts';

/** A request seen leaving for an endpoint that the host's certificate names; `Contact` of `src/exposure/evidence.ts`. */
const ContactSchema = v.object({
  channel: v.picklist(CHANNELS),
  endpoint: v.string(),
  /** Milliseconds since the epoch. */
  at: Instant,
  means: v.picklist(['proxy-request', 'web-request']),
});

const HostSchema = v.object({
  origin: Origin,
  /** SHA-256 of the end-entity certificate; null: none was shown. */
  certificate: v.nullable(v.string()),
  builtInRoot: v.nullable(v.boolean()),
  usedOcsp: v.nullable(v.boolean()),
  fromCache: v.boolean(),
  /** When the certificate was seen, milliseconds since the epoch. */
  at: Instant,
  /** When the browser reported that it tried OCSP, milliseconds since the epoch. */
  triedAt: v.nullable(Instant),
  /** Its certificate names an OCSP responder: each connection may bring a try. */
  namesResponder: v.boolean(),
  /** In order of time, at most `CONTACTS`. */
  contacts: v.optional(v.array(ContactSchema), []),
});

const PageSchema = v.object({
  /** Counts the pages of the tab. */
  id: v.number(),
  /** The request that brought the page; null: none was seen. */
  requestId: v.nullable(v.string()),
  /** The origin of the page, or of its latest redirect while it is on its way. */
  origin: Origin,
  /** Marks of the page's addresses, the present one last: a script can change it without loading anything. */
  addresses: v.array(v.number()),
  /** The browser's names for the page's document, which comes first, and its frames'. */
  documents: v.array(v.string()),
  /** Milliseconds since the epoch. */
  startedAt: Instant,
  /** The tab has shown it. Otherwise it is on its way, loaded ahead, or never came. */
  committed: v.boolean(),
  /** When the tab last showed it without a response: what was seen before that is reused. */
  shownAgainAt: v.nullable(Instant),
  /** When its address changed without a response, and it could not be told whether its document did. */
  movedAt: v.nullable(Instant),
  /** In order of appearance; the page's own host is one of them. */
  hosts: v.array(HostSchema),
  /** Marks of the hosts that were seen and not kept. */
  omitted: v.array(v.number()),
});

export const VisitSchema = v.object({
  version: v.literal(2),
  private: v.boolean(),
  /** Newest first. */
  pages: v.array(PageSchema),
  /** Number of the page that the tab shows; null: not known, or it shows no site. */
  shown: v.nullable(v.number()),
  /** Number of the next page. */
  next: v.number(),
});

export type HostRecord = v.InferOutput<typeof HostSchema>;
export type PageRecord = v.InferOutput<typeof PageSchema>;
export type VisitRecord = v.InferOutput<typeof VisitSchema>;

export function emptyVisit(isPrivate: boolean): VisitRecord {
  return { version: 2, private: isPrivate, pages: [], shown: null, next: 1 };
}
