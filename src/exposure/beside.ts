/** Puts what the companion saw beside the report on a page: the answer stays the browser's. */
import { agrees, type CompanionFinding } from '../companion/finding.ts';
import type { CertificateSummary, PageReport } from './exposure.ts';
import type { Reason } from './reason.ts';
import type { Source } from './source.ts';

const COMPANION: Source = { kind: 'this-visit', api: 'companion' };

/** The report with the finding, and with its reasons after those of the browser. Only https pages have one. */
export function putBeside(report: PageReport, finding: CompanionFinding | null): PageReport {
  if (report.kind !== 'https' || finding === null) return report;
  const { page } = report;
  const reasons = [...page.reasons, ...companionReasons(finding, page.main.certificate)];
  return { ...report, beside: finding, page: { ...page, reasons } };
}

/** What the companion's finding adds to the reasons; nothing where it saw nothing. */
export function companionReasons(
  { at, outcome }: CompanionFinding,
  browserSaw: CertificateSummary | null,
): Reason[] {
  if (outcome.is !== 'saw') return [];
  const { issuer, staple, stapleSignature } = outcome;
  const differs = agrees(outcome, browserSaw) === false;
  return [
    { id: 'companion-saw', at, issuer, source: COMPANION },
    ...(differs ? [{ id: 'companion-disagrees' as const, at, source: COMPANION }] : []),
    // A response that the issuer did not make is none that a browser takes.
    ...(staple.is === 'answer' && stapleSignature !== 'not-verified'
      ? [{ id: 'companion-staple' as const, producedAt: staple.producedAt, source: COMPANION }]
      : []),
  ];
}
