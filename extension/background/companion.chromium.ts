/**
 * Has the companion look at sites, and keeps what it found.
 *
 * Life of a finding: born when the companion answered about an origin; replaced by the next answer; kept in
 * `storage.session` up to a bound, so that it survives the worker; gone with the browser. Private windows have none:
 * neither do they ask, nor are they shown what others found.
 */
import * as v from 'valibot';
import { hex } from '../../src/certificate/hex.ts';
import { UNAVAILABLE, type CompanionFinding, type CompanionOutcome } from '../../src/companion/finding.ts';
import { FAILURES, StapleSchema } from '../../src/companion/protocol.ts';
import { targetOf } from '../../src/companion/target.ts';
import type { CertificateSummary, PageReport } from '../../src/exposure/exposure.ts';
import { putBeside } from '../../src/exposure/beside.ts';
import { IssuerSchema } from '../../src/letsencrypt/issuer-schema.ts';
import { browser } from '../platform/browser.ts';
import { answerCompanionLooks, canConnect, mayAskCompanion } from '../platform/companion.ts';
import { loadSettings } from '../platform/settings.ts';
import { BoundedSessionStore } from '../platform/storage.ts';
import { readChain } from './certificate-facts.ts';
import { CompanionPort, readLooked, type Looked } from '../platform/companion-port.chromium.ts';
import { webOrigin } from './observation.ts';
import { verifyStaple } from './staple-signature.chromium.ts';

/** While every visited site is looked at, a finding is good for this long; milliseconds. */
const FRESH = 60 * 60 * 1000;

/** Made when the background starts, in Chromium alone: nothing of it is in the build for Firefox. */
export class Companion {
  private readonly port = new CompanionPort();
  private readonly findings = findingStore();
  /** Origins that are being looked at. */
  private readonly looking = new Map<string, Promise<void>>();

  /**
   * Answers the popup's button from now on; to be called synchronously when the worker starts.
   *
   * @param changed told the tab whose report may have changed
   */
  constructor(private readonly changed: (tabId: number) => void) {
    answerCompanionLooks(async (tabId, told) => {
      const origin = await originOf(tabId);
      if (origin === null) return null;
      const looked = readLooked(told);
      // The popup that was opened after the permission was given can do what this worker cannot yet.
      if (looked === null && !canConnect() && (await mayAskCompanion())) return targetOf(origin);
      if (looked === null) await this.lookAt(origin);
      else await this.findings.set(origin, { at: Date.now(), outcome: await outcomeOf(looked) });
      changed(tabId);
      return null;
    });
  }

  /** The report on a tab with what the companion found on its site. */
  async beside(tabId: number, report: PageReport): Promise<PageReport> {
    const origin = report.kind === 'https' ? await originOf(tabId) : null;
    return origin === null ? report : putBeside(report, await this.findings.get(origin));
  }

  /** A page was shown: where the user wants every visited site looked at, so is this one. */
  visited(tabId: number, report: PageReport): void {
    this.lookUnasked(tabId, report).catch((error: unknown) => {
      console.error('The companion could not be asked.', error);
    });
  }

  private async lookUnasked(tabId: number, report: PageReport): Promise<void> {
    if (report.kind !== 'https') return;
    if (!(await loadSettings()).companionAlways || !(await mayAskCompanion()) || !canConnect()) return;
    const origin = await originOf(tabId);
    if (origin === null || this.looking.has(origin)) return;
    const known = await this.findings.get(origin);
    if (known !== null && Date.now() - known.at < FRESH) return;
    await this.lookAt(origin);
    this.changed(tabId);
  }

  /** Those who ask while the answer is under way share it. */
  private lookAt(origin: string): Promise<void> {
    const under = this.looking.get(origin) ?? this.look(origin).finally(() => this.looking.delete(origin));
    this.looking.set(origin, under);
    return under;
  }

  private async look(origin: string): Promise<void> {
    const target = targetOf(origin);
    const outcome: CompanionOutcome =
      target === null ? { is: 'failed', why: 'bad-request' } : await outcomeOf(await this.port.look(target));
    await this.findings.set(origin, { at: Date.now(), outcome });
  }
}

/** The site in a tab; null: none that may be looked at, as in a private window. */
async function originOf(tabId: number): Promise<string | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  return tab === null || tab.incognito || tab.url === undefined ? null : webOrigin(tab.url);
}

async function outcomeOf(looked: Looked): Promise<CompanionOutcome> {
  if (looked.type === 'unavailable') return { is: 'unavailable', why: looked.why };
  if (looked.type === 'failure') return { is: 'failed', why: looked.why };
  const { tlsVersion, nodeRejects, staple, ocspResponse, handshakeMilliseconds } = looked;
  const chain = looked.certificatesAsNodeReports.map(octets);
  const [leaf] = chain;
  const checkable = staple.is === 'answer' && ocspResponse !== null && leaf !== undefined;
  // Which roots came with the browser is nothing that the companion could know.
  const known = await readChain(chain, null);
  const certificate = known?.facts ?? null;
  return {
    is: 'saw',
    sha256: await sha256Of(leaf),
    issuer: known?.issuer ?? { is: 'unknown', why: 'unreadable' },
    certificate: certificate && summaryOf(certificate),
    tlsVersion,
    nodeRejects,
    staple,
    stapleSignature: checkable ? await verifyStaple(octets(ocspResponse), leaf) : null,
    handshakeMilliseconds,
  };
}

function summaryOf({ sha256, serialNumber, notBefore, notAfter, mustStaple }: CertificateSummary) {
  return { sha256, serialNumber, notBefore, notAfter, mustStaple };
}

function octets(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (octet) => octet.charCodeAt(0));
}

async function sha256Of(der: Uint8Array<ArrayBuffer> | undefined): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', der ?? new Uint8Array())));
}

function findingStore(): BoundedSessionStore<CompanionFinding> {
  const Text = v.nullable(v.string());
  const outcome: v.GenericSchema<unknown, CompanionOutcome> = v.variant('is', [
    v.object({
      is: v.literal('saw'),
      sha256: v.string(),
      issuer: IssuerSchema,
      certificate: v.nullable(
        v.object({
          sha256: v.string(),
          serialNumber: v.string(),
          notBefore: v.string(),
          notAfter: v.string(),
          mustStaple: v.boolean(),
        }),
      ),
      tlsVersion: Text,
      nodeRejects: Text,
      staple: StapleSchema,
      stapleSignature: v.nullable(v.picklist(['verified', 'not-verified', 'cannot-verify'])),
      handshakeMilliseconds: v.number(),
    }),
    v.object({ is: v.literal('failed'), why: v.picklist(FAILURES) }),
    v.object({ is: v.literal('unavailable'), why: v.picklist(UNAVAILABLE) }),
  ]);
  return new BoundedSessionStore('companion:', v.object({ at: v.number(), outcome }), 500);
}
