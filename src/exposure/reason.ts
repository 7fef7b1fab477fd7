/** Why an assessment says what it says: one typed reason for each sentence on the screen, with its source. */
import type { Channel } from '../revocation/channel.ts';
import type { Environment, Issuer, Proof, UnknownIssuer } from '../letsencrypt/issuer.ts';
import type { Service } from '../letsencrypt/endpoint.ts';
import type { Source } from './source.ts';

type ReasonContent =
  // Who issued the certificate
  | { id: 'issuer-proven'; authority: string; proof: Proof }
  | { id: 'issuer-staging'; authority: string }
  | {
      id: 'issuer-claimed';
      authority: string | null;
      why: 'no-known-key' | 'signature-fails' | 'cannot-verify';
    }
  | { id: 'issuer-local'; authority: string | null }
  | { id: 'issuer-other'; authority: string | null; organization: string | null }
  | { id: 'issuer-unknown'; why: UnknownIssuer }
  | { id: 'local-root'; authority: string | null }
  | { id: 'fact-reused'; at: number }
  // Whether the CA was asked
  | { id: 'seen-leaving'; channel: Channel; endpoint: string; at: number }
  | { id: 'tried'; channel: 'ocsp'; endpoint: string | null; at: number }
  | { id: 'not-named'; channel: Channel }
  | {
      id: 'not-expected';
      channel: Channel;
      browser: string;
      changedBy: 'about-config' | 'enterprise-policy' | null;
    }
  | { id: 'not-observed'; channel: Channel }
  | { id: 'unlikely'; channel: Channel; browser: string }
  | { id: 'possible'; channel: Channel; browser: string; endpoint: string | null }
  | { id: 'cannot-tell'; channel: Channel }
  // What stands around it
  | { id: 'checks-unseen'; browser: string }
  | { id: 'certificate-allows'; places: { channel: Channel; endpoint: string }[] }
  | { id: 'responders-off'; environment: Environment; date: string }
  | { id: 'own-site'; host: string; service: Service }
  | { id: 'another-operator'; channel: Channel; endpoint: string }
  // What the companion saw, on a connection of its own
  | { id: 'companion-saw'; at: number; issuer: Issuer }
  | { id: 'companion-disagrees'; at: number }
  | { id: 'companion-staple'; producedAt: string };

export type Reason = ReasonContent & {
  source: Source;
  /** The host that it is about, where a page's reasons are about several. */
  about?: string;
};
