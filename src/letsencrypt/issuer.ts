/** Who issued a certificate, and how that is known. */

/** `staging` is Let's Encrypt's test environment: browsers do not trust it. */
export type Environment = 'production' | 'staging';

/** How Let's Encrypt's signature was established. */
export type Proof =
  /** The key of a CA in the facts verifies the certificate's signature. */
  | { by: 'authority-key' }
  /** A CA that is not in the facts verifies it, and a root in the facts signed that CA. */
  | { by: 'root-key'; root: string };

export type Issuer =
  | { is: 'proven'; authority: string; environment: Environment; proof: Proof }
  /** The names say Let's Encrypt and nothing proves it. */
  | {
      is: 'claimed';
      authority: string | null;
      organization: string | null;
      why: 'no-known-key' | 'signature-fails' | 'cannot-verify';
      /** The chain ends in a root that did not come with the browser, where the browser tells. */
      localRoot: boolean | null;
    }
  /** The chain ends in a root that did not come with the browser: a proxy, an antivirus, a private CA. */
  | { is: 'local'; authority: string | null; organization: string | null }
  | { is: 'other'; authority: string | null; organization: string | null }
  | { is: 'unknown'; why: UnknownIssuer };

export type UnknownIssuer =
  /** Chromium: the feature that shows certificates to extensions is off. */
  | 'hidden-by-browser'
  /** The browser's API is too old to show certificates. */
  | 'browser-too-old'
  /** The user has not allowed the extension to look at this site. */
  | 'no-site-access'
  /** No response of this site was seen since the extension started: a reload shows it. */
  | 'not-seen'
  /** The browser handed over bytes that are no readable certificate. */
  | 'unreadable';
