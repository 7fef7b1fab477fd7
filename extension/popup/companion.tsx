import { useEffect, useRef, useState } from 'preact/hooks';
import type { PageReport } from '../../src/exposure/exposure.ts';
import { text } from '../ui/text.ts';
import { FindingOfCompanion } from './companion-finding.tsx';

/** What the popup can do with the companion. */
export interface CompanionAccess {
  /** Whether the user allowed the extension to talk to it. */
  allowed: boolean;
  /** The origin for which an earlier popup asked, which the browser's dialog closed; null: none. */
  wish: string | null;
  /** The user wants every visited site looked at. */
  always: boolean;
  /** Asks the browser for that; has to run inside a click. True: given. */
  request: (origin: string) => Promise<boolean>;
  /** Looks at the site; resolves when the report tells what was found. */
  look: (origin: string) => Promise<void>;
  extensionId: string;
}

interface CompanionProps {
  report: PageReport & { kind: 'https' };
  access: CompanionAccess;
  /** The report has changed. */
  onLooked: () => void;
  now: number;
}

type Step = 'offer' | 'explain' | 'refused' | 'looking' | 'lost';

/** Offers the companion's look at the site, explains before it asks for leave, and shows what was found. */
export function Companion({ report, access, onLooked, now }: CompanionProps) {
  const { origin } = report.page.main;
  const wished = access.wish === origin;
  const [step, setStep] = useState<Step>(wished && !access.allowed ? 'refused' : 'offer');
  const [allowed, setAllowed] = useState(access.allowed);
  const hidden = report.page.main.issuer.is === 'unknown';
  const look = () => {
    setStep('looking');
    access.look(origin).then(
      () => {
        setStep('offer');
        onLooked();
      },
      () => setStep('lost'),
    );
  };
  // Once, when the popup opens: what an earlier one began, or what is done for every visited site.
  const goOn = useRef(allowed && (wished || (access.always && report.beside === undefined)) ? look : null);
  useEffect(() => goOn.current?.(), []);
  // Where the browser shows the certificate, nobody needs another program for it.
  if (!hidden && !allowed && report.beside === undefined) return null;

  const ask = () => {
    // Browsers ask the person only while the click is being handled: nothing may be awaited before this call.
    access.request(origin).then(
      (given) => {
        setAllowed(given);
        if (given) look();
        else setStep('refused');
      },
      () => setStep('refused'),
    );
  };
  return (
    <section class="notice companion" aria-labelledby="companion-title">
      <h2 id="companion-title">{allowed ? text('companionTitleHeld') : text('companionTitle')}</h2>
      {report.beside !== undefined && (
        <FindingOfCompanion
          finding={report.beside}
          browserSaw={report.page.main.certificate}
          extensionId={access.extensionId}
          now={now}
        />
      )}
      {allowed && report.beside === undefined && (
        <p class="aside">
          {text('companionExplainAgain')} {text('companionExplainAddress')}
        </p>
      )}
      {!allowed && step !== 'explain' && (
        <>
          <p>{text('companionOffer')}</p>
          <p>{text('companionCost')}</p>
        </>
      )}
      {step === 'explain' ? (
        <Explanation onAllow={ask} />
      ) : (
        <button
          type="button"
          class="button"
          disabled={step === 'looking'}
          onClick={allowed ? look : () => setStep('explain')}
        >
          {report.beside === undefined ? text('companionCheck') : text('companionCheckAgain')}
        </button>
      )}
      <output class="outcome">
        {step === 'looking' && text('companionLooking')}
        {step === 'refused' && text('companionRefused')}
        {step === 'lost' && text('companionLost')}
      </output>
    </section>
  );
}

/** What it means to ask the companion, before the browser asks for leave. */
function Explanation({ onAllow }: { onAllow: () => void }) {
  return (
    <>
      <p>
        <strong>{text('companionExplainTitle')}</strong>
      </p>
      <ul>
        <li>{text('companionExplainAgain')}</li>
        <li>{text('companionExplainAddress')}</li>
        <li>{text('companionExplainDiffers')}</li>
        <li>{text('companionPrivate')}</li>
      </ul>
      <p class="aside">{text('companionExplainDialog')}</p>
      <button type="button" class="button primary" onClick={onAllow}>
        {text('companionAllow')}
      </button>
    </>
  );
}
