/** What `supervisory-authorities.json` must look like: a wrong edit fails when the file is loaded, and so in every test. */
import * as v from 'valibot';

const NonEmpty = v.pipe(v.string(), v.minLength(1));
const WebAddress = v.pipe(v.string(), v.url(), v.regex(/^https?:\/\//));

/** Reasons for care with an entry, besides its age. */
const Caution = v.picklist([
  'website-without-https',
  'form-without-https',
  'form-likely-moved',
  'no-mail-address',
]);

const Authority = v.strictObject({
  /** ISO 3166-1, or ISO 3166-2 for a German state. */
  code: v.pipe(v.string(), v.regex(/^[A-Z]{2}(?:-[A-Z]{2})?$/)),
  /** A state's name as it calls itself; null: a country, which the browser names in every language. */
  state: v.nullable(NonEmpty),
  /** In its own language, and in English where the source adds it. */
  name: NonEmpty,
  website: WebAddress,
  mail: v.nullable(v.pipe(v.string(), v.email())),
  form: v.nullable(WebAddress),
  phone: NonEmpty,
  /** BCP 47: in which language to write; null: the source does not say, or there are several. */
  language: v.nullable(NonEmpty),
  /** When the source's record was last edited. */
  edited: v.pipe(v.string(), v.isoDate()),
  cautions: v.array(Caution),
  /** The record's name in the source. */
  source: NonEmpty,
});

export const AuthorityFactsSchema = v.strictObject({
  source: v.strictObject({
    url: WebAddress,
    commit: v.pipe(v.string(), v.regex(/^[0-9a-f]{40}$/)),
    date: v.pipe(v.string(), v.isoDate()),
    licence: v.literal('CC0-1.0'),
  }),
  /** Nobody has looked whether the addresses still work. */
  verified: v.literal(false),
  leftOut: NonEmpty,
  /** The European Data Protection Board's list of its members. */
  directory: WebAddress,
  authorities: v.pipe(v.array(Authority), v.minLength(1)),
});

export type SupervisoryAuthority = v.InferOutput<typeof Authority>;
export type AuthorityCaution = SupervisoryAuthority['cautions'][number];
