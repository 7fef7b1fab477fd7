// @vitest-environment happy-dom
import { openPolicy } from './policy-view.tsx';
import { cleanup, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { EDITIONS } from '../../../src/policy/editions.ts';
import { STATEMENTS } from '../../../src/policy/statements.ts';

beforeEach(cleanup);

describe('the policy section', () => {
  it('shows the newest edition first, and the founding one on request', () => {
    const page = openPolicy();
    expect(page.chosen()[0]).toBe('6 July 2026 (newest known)');
    expect(page.fact('relying-party-record')).toContain('may record');
    page.choose(/7 March 2021/);
    expect(page.fact('relying-party-record')).toContain('Its servers record');
    expect(page.fact('relying-party-trigger')).toContain('OCSP');
    page.choose(/newest known/);
    expect(page.fact('relying-party-trigger')).not.toContain('OCSP');
  });

  it('shows the edition first that the settings name, and the newest for one that is not held', () => {
    expect(openPolicy({ settings: { edition: '2021-03-07' } }).fact('contact')).toContain(
      'security@letsencrypt.org',
    );
    expect(openPolicy({ settings: { edition: '2019-09-19' } }).fact('contact')).toContain(
      'privacy@abetterinternet.org',
    );
  });

  it('has the three contexts beside each other, each with the same aspects', () => {
    const page = openPolicy();
    const aspects = ['relying-party', 'subscriber', 'visitor'].map((context) =>
      [...page.part(context).querySelectorAll('h5')].map((heading) => heading.textContent),
    );
    expect(aspects[0]).toEqual([
      'When',
      'What is collected',
      'What for',
      'Lawful basis',
      'How long',
      'What may become public',
      'Who else',
      'How to opt out',
    ]);
    expect(aspects[1]).toEqual(aspects[0]);
    expect(aspects[2]).toEqual(aspects[0]);
    expect(page.part('relying-party').textContent).toContain('The policy says nothing about this here.');
  });

  it('tells a relying party what a visit may leave behind', () => {
    const page = openPolicy();
    expect(page.fact('relying-party-record')).toContain('IP address, browser and operating system');
    expect(page.fact('log-retention')).toContain('normally deleted in less than 7 days');
    expect(page.fact('status-basis')).toContain('legitimate interests');
    expect(page.fact('status-basis')).toContain('The policy adds: reliable information on status.');
    expect(page.fact('sale')).toContain('not sold');
  });

  it('tells a subscriber how long, how publicly and with which way out', () => {
    const page = openPolicy();
    expect(page.fact('subscriber-retention')).toContain('At least 2 years; no limit is named.');
    expect(page.fact('publication')).toContain('Certificate Transparency logs');
    expect(page.fact('service-mail-opt-out')).toContain('privacy@abetterinternet.org');
    page.choose(/7 March 2021/);
    expect(page.fact('subscriber-retention')).toContain('At least 7 years, at most 10 years');
    expect(page.fact('contact-marketing')).toContain('not used');
  });

  it('tells a visitor of cookies what they are said to hold, and what they can do all the same', () => {
    const page = openPolicy({ settings: { edition: '2021-03-07' } });
    expect(page.fact('cookies')).toContain('said to hold no personal data');
    expect(page.fact('cookies')).toContain('can tell your browser from all others, over time');
    expect(page.fact('do-not-track')).toContain('Honoured');
    page.choose(/newest known/);
    expect(page.fact('cookies')).toContain('Not mentioned');
  });

  it('tells what happens with authorities, and when one does not object', () => {
    const page = openPolicy();
    expect(page.fact('disclosure')).toContain('a subpoena, a court order or an administrative order');
    expect(page.fact('disclosure-notice')).toContain('so that you can object');
    expect(page.fact('disclosure-unchallenged')).toContain('may then have to hand the data over');
    expect(page.fact('contact')).toContain('privacy issue: privacy@abetterinternet.org');
    expect(page.fact('not-stated')).toContain('a data protection officer');
  });

  it('links every partner’s own policy', () => {
    const links = openPolicy().links('fact-processors');
    expect(links).toContain('https://stripe.com/privacy/');
    expect(links).toContain('https://www.mondaymerch.com/us/legal/privacy-policy');
    expect(links.length).toBeGreaterThan(12);
  });

  it.each(EDITIONS)('leads from every line to its section of $id', (edition) => {
    const page = openPolicy({ settings: { edition: edition.id } });
    const wrong = STATEMENTS.filter(({ id, section }) => {
      const source = page.part(`fact-${id}`).querySelector('.source a')?.getAttribute('href') ?? '';
      const at = section(edition);
      const fragment = at !== null && at !== 'introduction';
      return !source.startsWith(edition.textUrl) || source.includes('#') !== fragment;
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('leaves nothing empty', () => {
    for (const { id } of EDITIONS) {
      const page = openPolicy({ settings: { edition: id } });
      const empty = STATEMENTS.filter(
        (statement) =>
          page
            .fact(statement.id)
            .replace(/Original.*$/, '')
            .trim() === '',
      );
      expect(empty.map((statement) => statement.id)).toEqual([]);
    }
  });
});

describe('the age of the facts', () => {
  it('is always told, and is a warning after a year', () => {
    const warning = /newer editions of the policy and newer CAs may exist/;
    const fresh = openPolicy({ now: Date.UTC(2027, 7, 20) });
    expect(fresh.container.textContent).toContain('Facts of 21 August 2026');
    expect(fresh.container.textContent).not.toMatch(warning);
    expect(openPolicy({ now: Date.UTC(2027, 7, 23) }).container.textContent).toMatch(warning);
  });
});

describe('the parts of the policy section', () => {
  it.each(['relying-party', 'subscriber', 'visitor', 'changes', 'timeline', 'differences', 'languages'])(
    'have the address #policy-%s',
    (id) => {
      expect(openPolicy().part(id).tagName).toBe('SECTION');
    },
  );

  it('are listed at the top, each leading to a place that exists', () => {
    const { container } = openPolicy();
    const contents = within(document.body).getByRole('navigation', { name: 'In this section' });
    const places = [...contents.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(places).toHaveLength(7);
    expect(places.filter((place) => container.querySelector(place) === null)).toEqual([]);
  });
});
