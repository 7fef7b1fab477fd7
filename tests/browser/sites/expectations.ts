/** What the extension must say of each site of the world: its answer, the issuer, and the three channels. */
import type { Answer, ChannelState } from '../../../src/exposure/exposure.ts';
import type { Issuer } from '../../../src/letsencrypt/issuer.ts';

/** Answer, issuer, OCSP, CRL, issuer fetch. */
export type Row = [Answer, Issuer['is'], ChannelState, ChannelState, ChannelState];

/** As certificates are issued today: no responder named, and Firefox fetches neither CRLs nor issuers. */
const QUIET: Row = ['probably-not-asked', 'proven', 'not-named', 'not-expected', 'not-expected'];
const ASKED: Row = ['asked', 'proven', 'tried', 'not-named', 'not-expected'];
const STAPLED: Row = ['probably-not-asked', 'proven', 'not-observed', 'not-named', 'not-expected'];

/** Firefox, the world's roots imported by the user: below such a root it asks responders. */
export const FIREFOX_IMPORTED: Record<string, Row> = {
  today: QUIET,
  'today-rsa': QUIET,
  'before-2025': ASKED,
  'before-2025-ec': ASKED,
  stapled: STAPLED,
  'must-staple': STAPLED,
  'six-day': QUIET,
  'ip-address': QUIET,
  wildcard: QUIET,
  'hundred-names': QUIET,
  // Its root did not come with the browser: Firefox tells, so it counts as local.
  'another-ca': ['no-lets-encrypt', 'local', 'tried', 'not-expected', 'not-expected'],
  staging: QUIET,
  imitation: ['probably-not-asked', 'claimed', 'not-named', 'not-expected', 'not-expected'],
  // Firefox hands over the whole chain, and its root is in the table.
  'newer-intermediate': QUIET,
  'own-site': ['own-site', 'proven', 'not-named', 'not-expected', 'not-expected'],
  // The page's own host is quiet; the host of its WebSocket names a responder, and Firefox does not tell of it.
  'many-hosts': ['may-have-asked', 'proven', 'not-named', 'not-expected', 'not-expected'],
  // The site that redirected is part of the visit, and has a certificate of Let's Encrypt.
  redirect: ['probably-not-asked', 'local', 'tried', 'not-expected', 'not-expected'],
};

/** Firefox, the world's roots built in, as users meet Let's Encrypt's: it asks nobody. */
export const FIREFOX_BUILT_IN: Record<string, Row> = {
  today: QUIET,
  'before-2025': ['probably-not-asked', 'proven', 'not-expected', 'not-named', 'not-expected'],
  'must-staple': ['probably-not-asked', 'proven', 'not-expected', 'not-named', 'not-expected'],
  'another-ca': ['no-lets-encrypt', 'other', 'not-expected', 'not-expected', 'not-expected'],
};

const CHROMIUM_QUIET: Row = ['probably-not-asked', 'proven', 'not-named', 'not-expected', 'unlikely'];
const CHROMIUM_OLD: Row = ['probably-not-asked', 'proven', 'not-expected', 'not-named', 'unlikely'];

/** Chromium that shows certificates: the end-entity certificate alone. */
export const CHROMIUM_WITH_FLAG: Record<string, Row> = {
  today: CHROMIUM_QUIET,
  'today-rsa': CHROMIUM_QUIET,
  'before-2025': CHROMIUM_OLD,
  'before-2025-ec': CHROMIUM_OLD,
  stapled: CHROMIUM_OLD,
  'must-staple': CHROMIUM_OLD,
  'must-staple-unstapled': CHROMIUM_OLD,
  'six-day': CHROMIUM_QUIET,
  'ip-address': CHROMIUM_QUIET,
  wildcard: CHROMIUM_QUIET,
  'hundred-names': CHROMIUM_QUIET,
  'another-ca': ['no-lets-encrypt', 'other', 'not-expected', 'not-expected', 'unlikely'],
  staging: CHROMIUM_QUIET,
  imitation: ['probably-not-asked', 'claimed', 'not-named', 'not-expected', 'unlikely'],
  // No chain comes with it, so the root that signed its unknown CA cannot be found.
  'newer-intermediate': ['probably-not-asked', 'claimed', 'not-named', 'not-expected', 'unlikely'],
  // Chromium fetches the intermediate here, and no extension can see that.
  'omits-intermediate': CHROMIUM_QUIET,
  'own-site': ['own-site', 'proven', 'not-named', 'not-expected', 'unlikely'],
  'many-hosts': CHROMIUM_QUIET,
  redirect: ['probably-not-asked', 'other', 'not-expected', 'not-expected', 'unlikely'],
};
