/** What `npm start` tells of one visited site. */
import type { PageReport } from '../../src/exposure/exposure.ts';
import type { BrowserKind } from '../../tests/browser/driver/driver.ts';

export interface Visited {
  browser: BrowserKind;
  /** Chromium: whether the feature that shows certificates was on; null: Firefox needs none. */
  flag: boolean | null;
  site: string;
  answer: string;
  issuer: { is: string; authority: string | null } | null;
  channels: { ocsp: string; crl: string; issuer: string } | null;
  /** The toolbar button's title. */
  title: string;
  /** The popup's text, as a person reads it. */
  text: string;
  /** Path of the popup's picture. */
  screenshot: string;
}

/** The parts of a report that a line of `--json` names. Pages without TLS have no issuer and no channels. */
export function reported(report: PageReport): Pick<Visited, 'answer' | 'issuer' | 'channels'> {
  switch (report.kind) {
    case 'not-a-site':
    case 'not-visible':
      return { answer: report.kind, issuer: null, channels: null };
    case 'http':
      return { answer: 'http', issuer: null, channels: null };
    case 'https': {
      const { issuer, channels } = report.page.main;
      return {
        answer: report.page.answer,
        issuer: { is: issuer.is, authority: 'authority' in issuer ? issuer.authority : null },
        channels: { ocsp: channels.ocsp.state, crl: channels.crl.state, issuer: channels.issuer.state },
      };
    }
  }
}

/** A few lines for a person: the site, what the icon says, and what the popup says. */
export function forPeople(
  { browser, flag, site, title, text, screenshot }: Visited,
  description: string,
): string {
  const where = flag === null ? browser : `${browser}, ${flag ? 'with' : 'without'} the certificate flag`;
  const said = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => `    ${line}`);
  return [
    `\n■ ${site} (${where})`,
    `  ${description}`,
    `  Icon: ${title}`,
    ...said,
    `  Picture: ${screenshot}`,
  ].join('\n');
}
