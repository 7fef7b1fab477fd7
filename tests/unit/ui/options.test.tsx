// @vitest-environment happy-dom
import './fake-browser.ts';
import { cleanup, render, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it } from 'vitest';
import { newestEdition } from '../../../src/policy/editions.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { Options } from '../../../extension/options/options.tsx';
import { tabOfAddress } from '../../../extension/popup/tab-of-address.ts';
import { SECTIONS, type OptionsAnchor } from '../../../extension/ui/options-address.ts';
import { DEFAULTS } from '../../../src/settings/settings.ts';
import { openPopup } from './popup-view.tsx';
import { SAMPLE } from './sample-reports.ts';

interface Surroundings {
  edition?: PolicyEdition;
  firefox?: boolean;
}

function openOptions(
  anchor: OptionsAnchor,
  { edition = newestEdition(), firefox = true }: Surroundings = {},
): Element {
  cleanup();
  location.hash = anchor;
  return render(
    <Options
      edition={edition}
      settings={DEFAULTS}
      fixed={[]}
      version="0.1.0"
      firefox={firefox}
      now={Date.UTC(2026, 10, 22)}
    />,
  ).container;
}

beforeEach(cleanup);

describe('the options page', () => {
  it('has every place that the popup leads to', () => {
    const wanted = Object.values(SAMPLE)
      .flatMap((report) => openPopup(report).addresses())
      .filter((address) => address.startsWith('../options/'))
      .map((address) => address.split('#')[1] ?? '');
    const places = [...new Set(wanted)];
    expect(places.length).toBeGreaterThan(6);
    const missing = places.filter(
      (id) =>
        openOptions(id as OptionsAnchor).querySelector(
          `:not([hidden]) > section#${id}, section section#${id}`,
        ) === null,
    );
    expect(missing).toEqual([]);
  });

  it.each(SECTIONS)('has a heading for each part of %s and no identifier twice', (section) => {
    const container = openOptions(section);
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const part of container.querySelectorAll('section'))
      expect(container.querySelector(`#${part.getAttribute('aria-labelledby')}`)).not.toBeNull();
  });

  it('names each right with its article and address, and the address not to use', () => {
    const container = openOptions('rights');
    const erasure = within(document.body).getByRole('region', { name: 'Deletion' });
    expect(erasure.textContent).toContain('IP addresses among them, may be impossible to delete');
    expect(erasure.textContent).toContain('Art. 17');
    expect(erasure.querySelector('.ways a')?.getAttribute('href')).toBe('mailto:privacy@abetterinternet.org');
    expect(
      within(document.body).getByRole('region', { name: 'Restriction of processing' }).textContent,
    ).toContain('The policy does not mention this right');
    const complaint = within(document.body).getByRole('region', { name: 'Complaint' });
    expect(complaint.querySelector('a[href^="mailto:"]')).toBeNull();
    expect(container.textContent).toContain('security@letsencrypt.org is the address of an earlier edition');
  });
});

describe('the address of the popup in a tab', () => {
  it.each([
    ['?tab=12', 12],
    ['', null],
    ['?tab=', null],
    ['?tab=-1', null],
    ['?tab=1e3', null],
    ['?tab=https://example.org', null],
  ])('%s', (search, tab) => {
    expect(tabOfAddress(search)).toBe(tab);
  });
});
