// @vitest-environment happy-dom
import { openPolicy } from './policy-view.tsx';
import { cleanup, fireEvent, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { differences } from '../../../src/policy/compare.ts';
import { EDITIONS, newestEdition } from '../../../src/policy/editions.ts';
import { CONTRADICTIONS } from '../../../src/policy/contradictions.ts';
import { countChanges, POLICY_HISTORY } from '../../../src/policy/history/history.ts';
import { browser } from '../../../extension/platform/browser.ts';

beforeEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

describe('the two editions beside each other', () => {
  it('show what each says, only where they differ', () => {
    const page = openPolicy();
    expect(page.difference('relying-party-record')).toEqual({
      before: expect.stringContaining('Its servers record') as string,
      after: expect.stringContaining('Its servers may record') as string,
    });
    expect(page.difference('contact')?.before).toContain('security@letsencrypt.org');
    expect(page.difference('contact')?.after).toContain('privacy@abetterinternet.org');
    expect(page.difference('sale')).toBeNull();
    expect(page.difference('log-retention')).toBeNull();
  });

  it('never look the same in a row', () => {
    const page = openPolicy();
    const [before] = EDITIONS;
    const found = before === undefined ? [] : differences(before, newestEdition());
    expect(found.length).toBeGreaterThan(20);
    const alike = found.filter(({ statement }) => {
      const row = page.difference(statement.id);
      return row === null || row.before === row.after;
    });
    expect(alike.map(({ statement }) => statement.id)).toEqual([]);
  });

  it('mark the sentences that differ, and only those', () => {
    const page = openPolicy();
    const row = page.container.querySelector('[data-statement="profiles"]');
    const marked = [...(row?.querySelectorAll('.differs') ?? [])].map((line) => line.textContent);
    expect(marked).toHaveLength(2);
    expect(marked[0]).toContain('data from OCSP requests');
    expect(marked[1]).toContain('all data recorded here');
    expect(page.part('fact-profiles').querySelector('.differs')).toBeNull();
    const partners = page.container.querySelectorAll('[data-statement="processors"] li.differs');
    const names = [...partners].map((partner) => partner.textContent);
    expect(names.some((name) => name.startsWith('SHIPHERO'))).toBe(true);
    expect(names.some((name) => name.startsWith('Stripe'))).toBe(false);
  });

  it('tell statements of one name apart by what they are about', () => {
    const names = [...openPolicy().part('differences').querySelectorAll('tbody th')].map((name) =>
      [...name.querySelectorAll(':scope > span')].map((part) => part.textContent).join(' · '),
    );
    expect(names).toContain('Measurement · How long · visitor');
    expect(new Set(names).size).toBe(names.length);
  });

  it('lead to the editions that brought the difference, whatever the list is filtered for', () => {
    const page = openPolicy();
    page.choose(/^visitor/);
    expect(page.container.querySelector('#policy-changes-2023-08-23')).not.toBeNull();
    page.choose(/^relying party/);
    expect(page.container.querySelector('#policy-changes-2022-08-29')).toBeNull();
    const row = page.container.querySelector('[data-statement="mailing-opt-out"]');
    const link = within(row as HTMLElement).getByRole('link', { name: '28 February 2023' });
    expect(link.getAttribute('href')).toBe('#policy-changes-2023-02-28');
    fireEvent.click(link);
    expect(page.container.querySelector('#policy-changes-2023-02-28')).not.toBeNull();
  });
});

describe('the list of changes', () => {
  it('has all editions, newest first, each with its text', () => {
    const page = openPolicy();
    const dates = [...page.part('changes').querySelectorAll('time')].map((time) => time.dateTime);
    expect(dates).toEqual(POLICY_HISTORY.map(({ id }) => id).toReversed());
    expect(page.links('changes')).toEqual(POLICY_HISTORY.map(({ url }) => url).toReversed());
    expect(page.part('changes').textContent).toContain(`${countChanges(POLICY_HISTORY)} changes shown.`);
  });

  it('can be filtered by context', () => {
    const page = openPolicy();
    page.choose(/^relying party/);
    const text = page.part('changes').textContent;
    expect(text).toContain('Requests may be recorded; before, they were.');
    expect(text).toContain('changed from security@letsencrypt.org to privacy@abetterinternet.org');
    expect(text).not.toContain('MailChimp');
    page.choose(/^visitor/);
    expect(page.part('changes').textContent).toContain('MailChimp');
    page.choose(/^everybody/);
    expect(page.part('changes').textContent).toContain(
      'Subscriber records. Before: At least 7 years, at most 10 years',
    );
  });

  it('says where a text kept the date of the one before', () => {
    const kept = [...openPolicy().part('changes').querySelectorAll('li[id]')].filter((edition) =>
      edition.textContent.includes('This text kept the date of the one before'),
    );
    expect(kept.map(({ id }) => id)).toEqual(['policy-changes-2019-03-26', 'policy-changes-2018-08-09']);
  });
});

describe('the timeline', () => {
  it('goes from the launch to the newest edition, every event with a source', () => {
    const page = openPolicy();
    const events = [...page.part('timeline').querySelectorAll('.dated > li')];
    expect(events[0]?.textContent).toContain('2015');
    expect(page.part('timeline-responders-off').textContent).toContain('6 August 2025');
    expect(page.links('timeline-ocsp-urls-gone')).toEqual(['https://letsencrypt.org/2024/12/05/ending-ocsp']);
    expect(events.filter((event) => event.querySelector('a[href^="https://"]') === null)).toEqual([]);
  });
});

describe('contradictions', () => {
  it('stand beside each other, each statement with its source', () => {
    const articles = within(openPolicy().part('contradictions')).getAllByRole('article');
    expect(articles).toHaveLength(CONTRADICTIONS.length);
    for (const article of articles) {
      const sides = [...article.querySelectorAll('.beside > div')];
      expect(sides).toHaveLength(2);
      for (const side of sides) expect(side.querySelector('a')).not.toBeNull();
    }
    expect(articles[0]?.textContent).toContain('These contradict each other.');
    expect(articles[3]?.textContent).toContain('agree when read closely');
  });
});

describe('the policy in other languages', () => {
  const inLanguage = (tag: string) => {
    vi.spyOn(browser.i18n, 'getUILanguage').mockReturnValue(tag);
    return openPolicy().part('languages');
  };

  it('begins with the reader’s, and warns where it is older than the English text', () => {
    const german = inLanguage('de-AT').querySelector('.facts');
    expect(german?.textContent).toContain('Deutsch');
    expect(german?.textContent).toMatch(
      /Older than the English text: follows the edition of August 23, 2023/,
    );
    const french = inLanguage('fr').querySelector('.facts');
    expect(french?.textContent).toContain('Follows the newest edition known.');
    expect(inLanguage('da').querySelector('.facts')?.textContent).toContain('keeps passages of an older one');
  });

  it('says so where there is none', () => {
    expect(inLanguage('pl').textContent).toContain("no translation into your browser's language");
    expect(inLanguage('en-GB').textContent).not.toContain('no translation');
  });

  it('says that English is authoritative, and holds no address', () => {
    const { textContent } = inLanguage('ru');
    expect(textContent).toContain('English alone is authoritative');
    expect(textContent).not.toContain('@');
  });
});
