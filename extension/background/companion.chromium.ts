/**
 * Has the companion look at sites, and keeps what it found.
 *
 * Life of a finding: born when the companion answered about an origin; replaced by the next answer; kept in
 * `storage.session` up to a bound, so that it survives the worker; gone with the browser. Private windows have none:
 * neither do they ask, nor are they shown what others found.
 */
import type { CompanionFinding } from '../../src/companion/finding.ts';
import { targetOf, type Target } from '../../src/companion/target.ts';
import type { PageReport } from '../../src/exposure/exposure.ts';
import { putBeside } from '../../src/exposure/beside.ts';
import { browser } from '../platform/browser.ts';
import {
  answerCompanionLooks,
  canConnect,
  mayAskCompanion,
  onCompanionWithdrawn,
} from '../platform/companion.ts';
import { sendOnErrand } from '../platform/companion-errands.chromium.ts';
import { CompanionPort, type Looked } from '../platform/companion-port.chromium.ts';
import { loadSettings, onSettingsChanged } from '../platform/settings.ts';
import { findingStore, outcomeOf } from './companion-finding.chromium.ts';
import { webOrigin } from './observation.ts';
import { Turns } from './turns.ts';
import type { PageRecord } from './visit.ts';

/** While every visited site is looked at, a finding is good for an hour; that there was no companion, for a minute. */
const goodFor = ({ outcome }: CompanionFinding): number => (outcome.is === 'unavailable' ? 1 : 60) * 60_000;

/** Looks that nobody pressed a button for, at a time: the companion takes eight, and a press of the button comes first. */
const UNASKED = 4;

/** Made when the background starts, in Chromium alone: nothing of it is in the build for Firefox. */
export class Companion {
  private readonly port = new CompanionPort();
  private readonly findings = findingStore();
  /** Origins that are being looked at, and whether somebody pressed the button for it. */
  private readonly looking = new Map<string, { asked: boolean; done: Promise<boolean> }>();
  private readonly turns = new Turns(UNASKED);

  /**
   * Answers the popup's button from now on; to be called synchronously when the worker starts.
   *
   * @param changed told the tab whose report may have changed
   */
  constructor(private readonly changed: (tabId: number) => void) {
    answerCompanionLooks(async (tabId) => {
      const origin = (await siteOf(tabId))?.origin;
      if (origin === undefined) return;
      if (await this.lookAt(origin, true)) changed(tabId);
    });
    onCompanionWithdrawn(() => this.port.close('not-allowed'));
    onSettingsChanged(({ companionAlways }) => {
      if (companionAlways) this.lookAtShown().catch(tell);
      else this.stopUnasked();
    });
  }

  /** The report on a tab with what the companion found on its site. */
  async beside(tabId: number, report: PageReport): Promise<PageReport> {
    const site = report.kind === 'https' ? await siteOf(tabId) : null;
    return site === null ? report : putBeside(report, await this.findings.get(site.origin));
  }

  /**
   * A page was shown: where the user wants every visited site looked at, so is this one. Only one that answered the browser:
   * a link to a port or a network that the browser does not let pages reach leads to its error page, and no further.
   *
   * @param page what was seen of it
   */
  visited(tabId: number, report: PageReport, page: PageRecord | null): void {
    if (report.kind !== 'https') return;
    const { origin } = report.page.main;
    if (page?.hosts.some((host) => host.origin === origin) === true) this.lookUnasked(tabId).catch(tell);
  }

  private async lookUnasked(tabId: number): Promise<void> {
    if (!(await this.wanted(tabId))) return;
    await this.turns.take(async () => {
      // While it waited, the tab may have gone on, or the user have changed their mind.
      const origin = await this.wanted(tabId);
      if (origin !== null && (await this.lookAt(origin, false))) this.changed(tabId);
    });
  }

  /** The site in the tab, if it is to be looked at without a press of the button; else null. */
  private async wanted(tabId: number): Promise<string | null> {
    if (!(await loadSettings()).companionAlways || !(await mayAskCompanion())) return null;
    const site = await siteOf(tabId);
    // A tab in the background is looked at when the user turns to it.
    if (site === null || !site.inFront || this.looking.has(site.origin)) return null;
    const known = await this.findings.get(site.origin);
    return known !== null && Date.now() - known.at < goodFor(known) ? null : site.origin;
  }

  /** The setting was turned on: what is in front of the user is visited, too. */
  private async lookAtShown(): Promise<void> {
    for (const { id } of await browser.tabs.query({ active: true })) if (id !== undefined) this.changed(id);
  }

  /** The setting was turned off: what runs for it alone ends. */
  private stopUnasked(): void {
    const looks = [...this.looking.values()];
    if (looks.length > 0 && looks.every(({ asked }) => !asked)) this.port.close('not-allowed');
  }

  /** Those who ask while the answer is under way share it. True: there is a new finding. */
  private async lookAt(origin: string, asked: boolean): Promise<boolean> {
    const under = this.looking.get(origin);
    if (under !== undefined) {
      under.asked ||= asked;
      return under.done;
    }
    const done = this.look(origin, asked).finally(() => this.looking.delete(origin));
    this.looking.set(origin, { asked, done });
    return done;
  }

  private async look(origin: string, asked: boolean): Promise<boolean> {
    const target = targetOf(origin);
    const looked: Looked | null =
      target === null
        ? { type: 'failure', id: null, why: 'bad-request', message: '' }
        : await this.ask(target);
    if (looked === null) return false;
    // Whoever did not press a button is not told that there was nobody to ask: what was withdrawn just ended.
    if (!asked && looked.type === 'unavailable' && looked.why === 'not-allowed') return false;
    await this.findings.set(origin, { at: Date.now(), outcome: await outcomeOf(looked) });
    return true;
  }

  /** null: this background cannot ask yet, and no page is open that could. */
  private async ask(target: Target): Promise<Looked | null> {
    if (!(await mayAskCompanion())) return { type: 'unavailable', why: 'not-allowed' };
    return canConnect() ? this.port.look(target) : sendOnErrand(target);
  }
}

function tell(error: unknown): void {
  console.error('The companion could not be asked.', error);
}

/** The site in a tab, and whether its tab is in front of its window; null: none that may be looked at. */
async function siteOf(tabId: number): Promise<{ origin: string; inFront: boolean } | null> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  // A private window's sites are looked at never, whoever asks.
  if (tab === null || tab.incognito || tab.url === undefined) return null;
  const origin = webOrigin(tab.url);
  return origin === null ? null : { origin, inFront: tab.active };
}
