/**
 * What the extension and its companion say to each other: JSON, one message a frame.
 *
 * The extension begins with `hello`; the companion answers with its own, or with a `refusal` that lists the versions
 * it knows. Then each `look` gets one answer with its `id`: a `sighting` or a `failure`. Answers may overtake each
 * other.
 */
import * as v from 'valibot';
import { isHost, isPort } from './target.ts';

/** Grows whenever one side could no longer understand the other. */
export const PROTOCOL = 1;
/** The name under which browsers find the companion. */
export const HOST_NAME = 'example.relying_party.companion';
/** A request has some 300 bytes; what says to be longer is none. */
export const MAX_REQUEST_BYTES = 4096;
/** Chromium takes 1 MB from a host in one message, and ends a host that sends more. */
export const MAX_ANSWER_BYTES = 1_000_000;

const Id = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));

export const HelloSchema = v.strictObject({ type: v.literal('hello'), protocol: v.number() });
export const LookSchema = v.strictObject({
  type: v.literal('look'),
  id: Id,
  host: v.pipe(v.string(), v.check(isHost)),
  port: v.pipe(v.number(), v.check(isPort)),
});

const Base64 = v.pipe(v.string(), v.base64());

/** What a stapled OCSP response says (RFC 6960, 4.2.1), whoever signed it. Times: ISO 8601, UTC. */
export const StapleSchema = v.variant('is', [
  v.object({
    is: v.literal('answer'),
    producedAt: v.string(),
    thisUpdate: v.string(),
    nextUpdate: v.nullable(v.string()),
    status: v.picklist(['good', 'revoked', 'unknown']),
  }),
  v.object({ is: v.literal('none') }),
  /** It was there, and is no answer about this certificate, or cannot be read. */
  v.object({ is: v.literal('unfit') }),
]);

export const FAILURES = [
  /** The request is none, or names no host or port that may be looked at. */
  'bad-request',
  /** More requests wait than the companion keeps. */
  'busy',
  'name-not-found',
  'refused',
  'unreachable',
  'timed-out',
  /** Something answers, and no TLS comes about. */
  'no-tls',
  'too-large',
  /** The companion's file was replaced: it ends, and the next start is the new one. */
  'replaced',
] as const;

const AnswerSchema = v.variant('type', [
  v.object({
    type: v.literal('hello'),
    protocol: v.literal(PROTOCOL),
    version: v.pipe(v.string(), v.maxLength(40)),
  }),
  v.object({ type: v.literal('refusal'), protocols: v.array(v.number()) }),
  v.object({
    type: v.literal('sighting'),
    id: Id,
    /** DER, the end-entity certificate first. Node adds and drops issuers: not necessarily what the server sent. */
    certificatesAsNodeReports: v.pipe(v.array(Base64), v.minLength(1)),
    tlsVersion: v.nullable(v.string()),
    /** Node's own verdict, name and roots included; null: it finds nothing wrong. */
    nodeRejects: v.nullable(v.string()),
    staple: StapleSchema,
    /** DER of the stapled OCSPResponse, for checking who signed it; null: none came. */
    ocspResponse: v.nullable(Base64),
    /** From the first packet to the end of the handshake, name resolution included. */
    handshakeMilliseconds: v.number(),
  }),
  v.object({
    type: v.literal('failure'),
    id: v.nullable(Id),
    why: v.picklist(FAILURES),
    message: v.string(),
  }),
]);

export type Look = v.InferOutput<typeof LookSchema>;
export type Staple = v.InferOutput<typeof StapleSchema>;
export type FailureReason = (typeof FAILURES)[number];
export type Answer = v.InferOutput<typeof AnswerSchema>;
export type Sighted = Extract<Answer, { type: 'sighting' }>;
export type Failure = Extract<Answer, { type: 'failure' }>;

/** What came from the companion; null: nothing that this version understands. */
export function readAnswer(message: unknown): Answer | null {
  const parsed = v.safeParse(AnswerSchema, message);
  return parsed.success ? parsed.output : null;
}
