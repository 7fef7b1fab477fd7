import { describe, expect, it } from 'vitest';
import type { CompanionFinding, CompanionSighting } from '../../../src/companion/finding.ts';
import { putBeside } from '../../../src/exposure/beside.ts';
import type { PageReport } from '../../../src/exposure/exposure.ts';
import { ISSUER, SAMPLE } from '../ui/sample-reports.ts';

const AT = Date.UTC(2026, 10, 22, 14, 3);
const COMPANION = { kind: 'this-visit', api: 'companion' };
const SAME = 'ab'.repeat(32);
const NO_STAPLE = { staple: { is: 'none' }, stapleSignature: null } as const;
const answer = {
  is: 'answer',
  producedAt: '2026-11-22T14:00:00Z',
  thisUpdate: '2026-11-22T14:00:00Z',
  nextUpdate: null,
  status: 'good',
} as const;

function saw(more: Partial<CompanionSighting> = {}): CompanionFinding {
  const outcome: CompanionSighting = {
    is: 'saw',
    sha256: SAME,
    issuer: ISSUER.letsEncrypt,
    certificate: null,
    tlsVersion: 'TLSv1.3',
    nodeRejects: null,
    handshakeMilliseconds: 9,
    ...NO_STAPLE,
    ...more,
  };
  return { at: AT, outcome };
}

/** What the finding adds to the reasons of a report; the reasons that were there have to stay in front. */
function added(finding: CompanionFinding, report: PageReport = SAMPLE.common): unknown[] {
  const { page, ...together } = https(putBeside(report, finding));
  const { page: before, ...alone } = https(report);
  expect(together).toEqual({ ...alone, beside: finding });
  expect({ ...page, reasons: [] }).toEqual({ ...before, reasons: [] });
  expect(page.reasons.slice(0, before.reasons.length)).toEqual(before.reasons);
  return page.reasons.slice(before.reasons.length);
}

function https(report: PageReport): PageReport & { kind: 'https' } {
  if (report.kind !== 'https') throw new Error(report.kind);
  return report;
}

const SAW = { id: 'companion-saw', at: AT, issuer: ISSUER.letsEncrypt, source: COMPANION };

describe('what the companion found', () => {
  it('stands after what the browser reported, and changes no answer', () => {
    expect(added(saw())).toEqual([SAW]);
  });

  it('is said to differ where both saw a certificate and not the same', () => {
    const differs = saw({ sha256: 'cd'.repeat(32) });
    expect(added(differs)).toEqual([SAW, { id: 'companion-disagrees', at: AT, source: COMPANION }]);
    // Without the flag Chromium shows none: there is nothing to differ from.
    expect(added(differs, SAMPLE.hidden)).toEqual([SAW]);
  });

  it.each(['verified', 'cannot-verify'] as const)(
    'tells of a staple whose signature is %s',
    (stapleSignature) => {
      expect(added(saw({ staple: answer, stapleSignature }))).toEqual([
        SAW,
        { id: 'companion-staple', producedAt: answer.producedAt, source: COMPANION },
      ]);
    },
  );

  it('tells of no staple that the issuer did not make, nor of one that is no answer', () => {
    expect(added(saw({ staple: answer, stapleSignature: 'not-verified' }))).toEqual([SAW]);
    expect(added(saw({ staple: { is: 'unfit' } }))).toEqual([SAW]);
  });

  it('adds no reason where it saw nothing, and is in the report all the same', () => {
    expect(added({ at: AT, outcome: { is: 'failed', why: 'timed-out' } })).toEqual([]);
    expect(added({ at: AT, outcome: { is: 'unavailable', why: 'missing' } })).toEqual([]);
  });

  it('leaves a report alone that is about no https page, or that it says nothing of', () => {
    for (const report of [SAMPLE.http, SAMPLE.notASite, SAMPLE.notVisible])
      expect(putBeside(report, saw())).toBe(report);
    expect(putBeside(SAMPLE.common, null)).toBe(SAMPLE.common);
  });
});
