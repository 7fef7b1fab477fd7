/** The shape of an issuer where one was stored and comes back. */
import * as v from 'valibot';
import type { Issuer } from './issuer.ts';

const Name = v.nullable(v.string());

export const IssuerSchema: v.GenericSchema<unknown, Issuer> = v.variant('is', [
  v.object({
    is: v.literal('proven'),
    authority: v.string(),
    environment: v.picklist(['production', 'staging']),
    proof: v.variant('by', [
      v.object({ by: v.literal('authority-key') }),
      v.object({ by: v.literal('root-key'), root: v.string() }),
    ]),
  }),
  v.object({
    is: v.literal('claimed'),
    authority: Name,
    organization: Name,
    why: v.picklist(['no-known-key', 'signature-fails', 'cannot-verify']),
    localRoot: v.nullable(v.boolean()),
  }),
  v.object({ is: v.literal('local'), authority: Name, organization: Name }),
  v.object({ is: v.literal('other'), authority: Name, organization: Name }),
  v.object({
    is: v.literal('unknown'),
    why: v.picklist(['hidden-by-browser', 'browser-too-old', 'no-site-access', 'not-seen', 'unreadable']),
  }),
]);
