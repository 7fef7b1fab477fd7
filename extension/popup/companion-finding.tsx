import { agrees, type CompanionFinding, type CompanionSighting } from '../../src/companion/finding.ts';
import type { CertificateSummary } from '../../src/exposure/exposure.ts';
import { inert } from '../ui/inert.ts';
import { day, number } from '../ui/locale.ts';
import { text } from '../ui/text.ts';
import {
  FAILURE_TEXT,
  sawText,
  stapleSignatureText,
  stapleText,
  UNAVAILABLE_TEXT,
} from './companion-text.ts';

interface CompanionFindingProps {
  finding: CompanionFinding;
  /** What the browser reported; null: nothing. */
  browserSaw: CertificateSummary | null;
  /** Of this extension, in this browser. */
  extensionId: string;
  now: number;
}

/** What the companion found on the site, or why it found nothing and what to do. */
export function FindingOfCompanion({ finding, browserSaw, extensionId, now }: CompanionFindingProps) {
  const { at, outcome } = finding;
  switch (outcome.is) {
    case 'unavailable':
      return (
        <p class="wrong" role="alert">
          {outcome.why === 'forbidden'
            ? text('companionForbidden', extensionId)
            : text(UNAVAILABLE_TEXT[outcome.why])}
        </p>
      );
    case 'failed':
      return (
        <p class="wrong" role="alert">
          {text(FAILURE_TEXT[outcome.why])}
        </p>
      );
    case 'saw':
      return <Sighting sighting={outcome} at={at} browserSaw={browserSaw} now={now} />;
  }
}

function Sighting({
  sighting,
  at,
  browserSaw,
  now,
}: {
  sighting: CompanionSighting;
  at: number;
  browserSaw: CertificateSummary | null;
  now: number;
}) {
  const { certificate, nodeRejects, staple, tlsVersion, handshakeMilliseconds } = sighting;
  const same = agrees(sighting, browserSaw);
  return (
    <>
      <p>{sawText(sighting, at, now)}</p>
      {same === true && <p>{text('companionAgrees')}</p>}
      {same === false && (
        <div class="warning" role="alert">
          <p>
            <strong>{text('companionDisagreesTitle')}</strong>
          </p>
          <p>{text('companionDisagrees')}</p>
        </div>
      )}
      {nodeRejects !== null && <p>{text('companionNodeRejects', inert(nodeRejects))}</p>}
      <p>
        {stapleText(staple, now)} {stapleSignatureText(sighting)}
      </p>
      <p class="aside">
        {certificate !== null &&
          text(
            'companionValid',
            day(Date.parse(certificate.notBefore)),
            day(Date.parse(certificate.notAfter)),
          )}{' '}
        {tlsVersion !== null &&
          text('companionConnection', inert(tlsVersion), number(Math.round(handshakeMilliseconds)))}
      </p>
    </>
  );
}
