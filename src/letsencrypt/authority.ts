/** A certification authority of Let's Encrypt, as the facts record it. */
import type { Environment } from './issuer.ts';

export interface Authority {
  /** The CA's common name, which its certificates carry as issuer: `YE1`, `ISRG Root X1`. */
  commonName: string;
  organization: string | null;
  country: string | null;
  role: 'root' | 'intermediate';
  environment: Environment;
  status:
    'root' | 'root-pending' | 'active' | 'backup' | 'retired' | 'expired' | 'listed' | 'removed-from-docs';
  /** SubjectPublicKeyInfo, base64 of its DER. */
  spki: string;
  /** Subject key identifier, lower-case hex. */
  keyIdentifier: string;
}

/** The shape of `authorities.json`. */
export interface AuthorityFacts {
  /** The day of the facts, `YYYY-MM-DD`. */
  asOf: string;
  source: { title: string; url: string; date: string };
  authorities: Authority[];
}
