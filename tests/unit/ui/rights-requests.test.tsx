// @vitest-environment happy-dom
import { forget, openRights } from './rights-view.tsx';
import './fake-locks.ts';
import { fakeStorage } from './fake-storage.ts';
import { fireEvent, waitFor, within } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { SentRequest } from '../../../src/rights/request.ts';
import { NOW } from './sample-reports.ts';

const REQUEST: SentRequest = {
  version: 1,
  reference: 'RP-7K3M-Q9TX',
  right: 'access',
  sent: '2026-10-22',
  contacts: [{ channel: 'ocsp', host: 'ye1.o.lencr.org', at: Date.UTC(2026, 9, 21, 12) }],
  state: 'sent',
  notes: '',
};
const at = (day: string) => new Date(`${day}T12:00:00`).getTime();

async function keep(...requests: unknown[]): Promise<void> {
  for (const [position, request] of requests.entries()) {
    const reference =
      typeof request === 'object' && request !== null
        ? String(Reflect.get(request, 'reference'))
        : `BAD-${position}`;
    await fakeStorage.local.set({ [`request:${reference}`]: request });
  }
}

async function openRequests(today = '2026-11-22') {
  const page = openRights('#rights-requests', {}, at(today));
  await waitFor(() =>
    expect(page.container.querySelector('.request, #rights-requests > p:not(.aside)')).not.toBeNull(),
  );
  return { ...page, list: within(page.getByRole('region', { name: 'My requests' })) };
}

beforeEach(forget);

describe('my requests', () => {
  it('are empty at first, and say what they are for', async () => {
    const { list } = await openRequests();
    expect(list.getByText(/None noted yet/)).toBeTruthy();
  });

  it('hold a letter that was noted, without site or IP address, and survive a reload', async () => {
    const page = openRights();
    page.write('Access: ask for a copy');
    page.fill('Your public IP address at that time', '203.0.113.7');
    page.fill(/^Time/, '2026-11-22T14:02:05');
    page.fill('Host that was asked', 'ye1.o.lencr.org');
    fireEvent.click(page.getByLabelText('Name the site that I visited'));
    page.fill('Visited site', 'visited.example');
    fireEvent.click(page.getByRole('button', { name: 'Note as sent today' }));
    await waitFor(() => expect(page.getByRole('link', { name: 'Noted under My requests.' })).toBeTruthy());
    const stored = JSON.stringify(await fakeStorage.local.get());
    expect(stored).toContain('ye1.o.lencr.org');
    expect(stored).not.toMatch(/visited\.example|203\.0\.113\.7/);
    const { list } = await openRequests();
    expect(list.getByRole('article').textContent).toMatch(/Access: ask for a copy RP-.{4}-.{4}/);
  });

  it('say when a reply is due, why on that day, and when it is overdue', async () => {
    await keep(REQUEST);
    const due = (await openRequests('2026-11-23')).list.getByRole('article');
    expect(due.textContent).toContain('23 November 2026, the working day after 22 November 2026');
    expect(due.textContent).toContain('22 January 2027');
    expect(due.textContent).not.toContain('Overdue');
    const late = (await openRequests('2026-11-24')).list.getByRole('article');
    expect(late.textContent).toContain('Overdue');
  });

  it('keep two changes that come before the first is shown', async () => {
    await keep(REQUEST);
    const { list } = await openRequests('2026-11-24');
    fireEvent.change(list.getByLabelText('State'), { target: { value: 'answered' } });
    fireEvent.change(list.getByLabelText('Notes'), { target: { value: 'Nothing found.' } });
    await waitFor(async () =>
      expect(Object.values(await fakeStorage.local.get())).toEqual([
        { ...REQUEST, state: 'answered', notes: 'Nothing found.' },
      ]),
    );
  });

  it('keep state, notes and day as soon as they are changed', async () => {
    await keep(REQUEST);
    const { list } = await openRequests('2026-11-24');
    fireEvent.change(list.getByLabelText('State'), { target: { value: 'answered' } });
    await waitFor(() => expect(list.getByRole('article').textContent).not.toContain('Overdue'));
    fireEvent.change(list.getByLabelText('Notes'), { target: { value: 'Nothing found.' } });
    await waitFor(async () =>
      expect(await fakeStorage.local.get()).toEqual({
        'request:RP-7K3M-Q9TX': { ...REQUEST, state: 'answered', notes: 'Nothing found.' },
      }),
    );
  });

  it('drop a damaged one with a word about it, and keep the others', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    await keep(REQUEST, { ...REQUEST, reference: 'RP-0000-0000', sent: '2026-02-30' });
    const { list } = await openRequests();
    await waitFor(() => expect(list.getByText(/1 noted request was damaged/)).toBeTruthy());
    expect(list.getAllByRole('article')).toHaveLength(1);
    expect(Object.keys(await fakeStorage.local.get())).toEqual(['request:RP-7K3M-Q9TX']);
  });

  it('leave alone what a later version wrote', async () => {
    await keep({ version: 2, reference: 'RP-0000-0002' });
    const { list } = await openRequests();
    expect(list.getByText(/written by a later version/)).toBeTruthy();
    expect(Object.keys(await fakeStorage.local.get())).toHaveLength(1);
  });

  it('are deleted one by one or all, after a question', async () => {
    const second = { ...REQUEST, reference: 'RP-0000-0001', sent: '2026-10-01' };
    await keep(REQUEST, second, { ...REQUEST, reference: 'RP-0000-0003', sent: '2026-09-01' });
    const { list } = await openRequests();
    fireEvent.click(list.getByRole('button', { name: 'Delete RP-0000-0001' }));
    await waitFor(() => expect(document.activeElement?.textContent).toBe('No, keep'));
    fireEvent.click(list.getByRole('button', { name: 'Yes, delete' }));
    await waitFor(() => expect(list.getAllByRole('article')).toHaveLength(2));
    fireEvent.click(list.getByRole('button', { name: 'Delete all requests' }));
    expect(list.getByText('Delete all 2 requests for good?')).toBeTruthy();
    fireEvent.click(list.getByRole('button', { name: 'Yes, delete' }));
    await waitFor(() => expect(list.getByText(/None noted yet/)).toBeTruthy());
    expect(await fakeStorage.local.get()).toEqual({});
  });

  it('give a reminder for the calendar that names no host', async () => {
    await keep(REQUEST);
    const { list } = await openRequests();
    const saved: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      saved.push(blob as Blob);
      return 'blob:reminder';
    });
    fireEvent.click(list.getByRole('button', { name: 'Save a calendar reminder for RP-7K3M-Q9TX' }));
    const file = (await saved[0]?.text()) ?? '';
    expect(file).toContain('DTSTART;VALUE=DATE:20261123');
    expect(file).not.toContain('lencr');
  });
});

describe('the authority to complain to', () => {
  it('is one of 30 countries, by name, or a German state', () => {
    const page = openRights('', { country: 'DE-BE' });
    const countries = within(page.getByLabelText('Country')).getAllByRole('option');
    expect(countries).toHaveLength(31);
    expect(countries.slice(1, 4).map(({ textContent }) => textContent)).toEqual([
      'Austria',
      'Belgium',
      'Bulgaria',
    ]);
    expect(within(page.getByLabelText('State')).getAllByRole('option')).toHaveLength(17);
    expect(page.right('Complaint').getByText(/^Berliner Beauftragte/)).toBeTruthy();
  });

  it('comes with its cautions and the list of all', () => {
    const page = openRights('', { country: 'CY' });
    const complaint = page.getByRole('region', { name: 'Complaint' });
    expect(complaint.textContent).toContain('last edited on 27 February 2023');
    expect(complaint.textContent).toContain('listed without https');
    expect(complaint.querySelector('a[href^="http:"]')).toBeNull();
    expect(complaint.querySelector('a[href*="edpb.europa.eu"]')).not.toBeNull();
    expect(page.queryByLabelText('State')).toBeNull();
  });

  it('cannot be changed where an administrator chose it, and says so', () => {
    const page = openRights('', { country: 'DE-BE' }, NOW, ['country']);
    for (const name of ['Country', /state/i]) {
      const chooser = page.getByLabelText<HTMLSelectElement>(name);
      expect(chooser.disabled).toBe(true);
      const described = (chooser.getAttribute('aria-describedby') ?? '')
        .split(' ')
        .map((id) => page.container.querySelector(`#${id}`)?.textContent ?? '');
      expect(described.join(' ')).toContain('Set by your administrator.');
    }
    expect(page.getByRole('region', { name: 'Complaint' }).textContent).not.toContain(
      'Your choice is stored',
    );
  });

  it('is nobody until a country is chosen, or when the choice is no country of the list', () => {
    expect(openRights().container.querySelector('.authority')).toBeNull();
    expect(openRights('', { country: 'US' }).container.querySelector('.authority')).toBeNull();
  });
});
