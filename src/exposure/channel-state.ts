/** The state of one channel for one host: the table of docs/architecture.md, first match. */
import type { Extension } from '../certificate/certificate.ts';
import type { Behaviour } from '../revocation/browser.ts';
import type { ChannelState } from './exposure.ts';

export interface ChannelEvidence {
  /** A request to the endpoint was seen leaving. */
  seenLeaving: boolean;
  /** The browser reported a try; OCSP only. */
  tried: boolean;
  /** The endpoints that the certificate names; null: the certificate is unknown. */
  named: Extension<string[]> | null;
  behaviour: Behaviour;
  /** A request on this channel would have been seen, or a try reported. */
  observable: boolean;
}

/** First match wins, so that a stronger kind of evidence is never hidden by a weaker one. */
export function channelState(evidence: ChannelEvidence): ChannelState {
  const { named, behaviour } = evidence;
  if (evidence.seenLeaving) return 'seen-leaving';
  if (evidence.tried) return 'tried';
  if (named !== null && named !== 'unreadable' && named.length === 0) return 'not-named';
  if (behaviour.use === 'never') return 'not-expected';
  if (evidence.observable) return 'not-observed';
  if (behaviour.use === 'rarely') return 'unlikely';
  if (named === null || named === 'unreadable') return 'cannot-tell';
  return 'possible';
}
