/** The policy section as a person meets it. Import before anything that imports the browser. */
import './fake-browser.ts';
import { cleanup, fireEvent, render, within } from '@testing-library/preact';
import { Policy } from '../../../extension/options/policy/policy.tsx';
import { newestEdition } from '../../../src/policy/editions.ts';
import { DEFAULTS, type Settings } from '../../../src/settings/settings.ts';

interface Circumstances {
  settings?: Partial<Settings>;
  /** Milliseconds since the epoch. */
  now?: number;
}

export function openPolicy({ settings = {}, now = Date.UTC(2026, 10, 22) }: Circumstances = {}) {
  cleanup();
  const { container } = render(
    <Policy edition={newestEdition()} settings={{ ...DEFAULTS, ...settings }} now={now} />,
  );
  const part = (id: string): HTMLElement => {
    const found = container.querySelector<HTMLElement>(`#policy-${id}`);
    if (found === null) throw new Error(`The policy section has no part ${id}.`);
    return found;
  };
  return {
    container,
    part,
    /** What the shown edition says in a statement. */
    fact: (statement: string) => part(`fact-${statement}`).querySelector('dd')?.textContent ?? '',
    /** The addresses to which a part leads. */
    links: (id: string) => [...part(id).querySelectorAll('a')].map((link) => link.getAttribute('href') ?? ''),
    /** What the two editions say in a statement that differs; null: it does not differ. */
    difference: (statement: string): { before: string; after: string } | null => {
      const row = within(part('differences'))
        .getAllByRole('row')
        .find((each) => each.dataset['statement'] === statement);
      if (row === undefined) return null;
      const [before, after] = row.querySelectorAll('td');
      return { before: before?.textContent ?? '', after: after?.textContent ?? '' };
    },
    choose: (name: RegExp) => {
      fireEvent.click(within(document.body).getByRole('radio', { name }));
    },
    chosen: () =>
      within(document.body)
        .getAllByRole('radio', { checked: true })
        .map((radio) => radio.parentElement?.textContent ?? ''),
  };
}
