/**
 * The development build's identity. Chromium derives an extension's id from the `key` of its manifest, so that with this
 * one the id is the same on every machine, and the companion can be installed for it. A store gives its own key and id:
 * a package for a store has no `key`. The private half was thrown away: nothing signed with it can exist.
 */

/** Base64 of an RSA public key, DER SubjectPublicKeyInfo. */
export const DEVELOPMENT_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAqZlm8mqZWvel90VqDx2/9r9AyFL1yFgoPJozZM/tww6APctP6gc1' +
  'QDxp5TfADp597J+DvortyEqAKnXwOvhsXAUmVp05tLe/ZDVHlwhfNzd1pVhA8VQHf2Itopa7jN24RpRuMEpvvVuCK/YJZaoo' +
  'X8snZ/j6/InTCas4wRd1l3zxw4Mhn/RE1Q5NuxKRU78IEfx33xITFKAQej8cYKgFaIgs+cbjZ2RAGbhJ3wzhiiUfqLQRbbxA' +
  'zp0xxi8jiTNR4G0cgusEK4zpqUpbyPAWLk0GbosvVFBN8bIq+zczMLTwWsReKVU8H/FrPI3sqpDXSorF8U/QdRgpgD0pS2Zo' +
  'pQIDAQAB';

/** The first 128 bits of the key's SHA-256, each hexadecimal digit as a letter from a to p. */
export const DEVELOPMENT_EXTENSION_ID = 'ifmjjikpndleblbfbllbfkjbhankahfk';
