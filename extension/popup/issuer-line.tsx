import type { PageExposure } from '../../src/exposure/exposure.ts';
import type { Issuer } from '../../src/letsencrypt/issuer.ts';
import { authorityName, issuerSummary } from '../ui/issuer-name.ts';
import { text } from '../ui/text.ts';

/** Who issued the page's own certificate, and how that is known; nothing where the answer above says it already. */
export function IssuerLine({ page: { answer, main } }: { page: PageExposure }) {
  // That answer is the name of the other CA.
  if (answer === 'no-lets-encrypt' && main.issuer.is === 'other') return null;
  const line = issuerLine(main.issuer);
  return line === null ? null : <p class="issued-by">{line}</p>;
}

function issuerLine(issuer: Issuer): string | null {
  switch (issuer.is) {
    case 'proven':
      return text('issuedBy', issuerSummary(issuer));
    case 'claimed':
      return text('issuedByClaimed', authorityName(issuer.authority));
    case 'local':
    case 'other':
      return text('issuedBy', authorityName(issuer.authority, issuer.organization));
    case 'unknown':
      return null;
  }
}
