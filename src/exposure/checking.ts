/** How this browser checks the certificate of this host, by what is known of both. */
import { behaviour } from '../revocation/behaviour.ts';
import type { CheckingBehaviour, RootKind } from '../revocation/browser.ts';
import type { Context } from './context.ts';
import type { CertificateFacts, HostEvidence, Sighting } from './evidence.ts';

const DAY = 86_400_000;

export function behaviourFor(
  { sighting, certificate }: HostEvidence,
  { browser }: Context,
): CheckingBehaviour {
  return behaviour(browser, rootKind(sighting), certificate === null ? null : lifetimeDays(certificate));
}

/** How the chain's root came to be trusted, as far as the browser tells. */
function rootKind(sighting: Sighting | null): RootKind {
  if (sighting === null || sighting.builtInRoot === null) return 'unknown';
  return sighting.builtInRoot ? 'built-in' : 'imported';
}

function lifetimeDays({ notBefore, notAfter }: CertificateFacts): number {
  return (Date.parse(notAfter) - Date.parse(notBefore)) / DAY;
}
