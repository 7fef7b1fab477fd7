// @vitest-environment happy-dom
import { forget, openedTabs, openRights } from './rights-view.tsx';
import { fakeStorage } from './fake-storage.ts';
import { fireEvent, waitFor } from '@testing-library/preact';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { leaveVisit, takeVisit, type HandedVisit } from '../../../extension/platform/handover.ts';
import { readingText } from '../../../extension/options/rights/letter-reading.ts';
import { FILLED_SENTENCES, PLAIN_SENTENCES } from '../../../src/rights/letter-english.ts';
import { sentenceText } from '../../../src/rights/letter-text.ts';
import type { LetterSentence } from '../../../src/rights/letter-parts.ts';
import { openPopup } from './popup-view.tsx';
import { ASKED_AT, NOW, SAMPLE } from './sample-reports.ts';

const VISIT: HandedVisit = {
  context: 'relying-party',
  site: 'visited.example',
  contacts: [{ channel: 'ocsp', host: 'ye1.o.lencr.org', at: ASKED_AT }],
};
const IP_ADDRESS = 'Your public IP address at that time';

beforeEach(forget);

describe('a letter', () => {
  it('is written where the right is explained, and can be put away without being lost', () => {
    const page = openRights();
    page.write('Deletion');
    page.fill(IP_ADDRESS, '203.0.113.7');
    fireEvent.click(page.getByRole('button', { name: 'Close the letter' }));
    page.write('Access: ask for a copy');
    fireEvent.click(page.getByRole('button', { name: 'Close the letter' }));
    page.write('Deletion');
    expect(page.right('Deletion').getByLabelText(IP_ADDRESS)).toHaveProperty('value', '203.0.113.7');
  });

  it('with empty fields shows them, says why it cannot leave, and leads there', () => {
    const page = openRights();
    page.write('Access: ask for a copy');
    expect([...page.container.querySelectorAll('.paper mark')].map((mark) => mark.textContent)).toEqual([
      '[my public IP address]',
      '[date and time]',
      '[host of the service]',
    ]);
    expect(page.waysOut()).toEqual([false, false, false, false, false]);
    expect(page.container.textContent).toContain('3 things are missing');
    fireEvent.click(page.getByRole('button', { name: `${IP_ADDRESS}: empty` }));
    expect(document.activeElement).toBe(page.getByLabelText(IP_ADDRESS));
  });

  it('leaves once they are filled', () => {
    const page = openRights();
    page.write('Access: ask for a copy');
    page.fill(IP_ADDRESS, '192.168.1.1');
    page.fill(/^Time/, '2026-11-22T14:02:05');
    page.fill('Host that was asked', 'ye1.o.lencr.org');
    expect(page.container.textContent).toContain('That is an address of your own network');
    expect(page.waysOut()).toEqual([false, false, false, false, false]);
    page.fill(IP_ADDRESS, '203.0.113.7');
    expect(page.waysOut()).toEqual([true, true, true, true, true]);
    expect(page.container.querySelector('mark')).toBeNull();
    const href = decodeURIComponent(
      page.getByRole('link', { name: 'Open in mail' }).getAttribute('href') ?? '',
    );
    expect(href).toMatch(/^mailto:privacy@abetterinternet\.org\?subject=Request under Article 15 GDPR/);
    expect(href).toContain('203.0.113.7');
  });

  it('that is too long for a mail link says so, and mails without its text', () => {
    const page = openRights();
    page.write('Objection');
    fireEvent.click(page.getByLabelText(/subscriber/));
    page.fill(/^Mail address or account/, 'me@example.org');
    page.fill(/^Your grounds/, 'because '.repeat(200));
    const way = page.getByRole('link', { name: 'Open a mail without the text' });
    expect(way.getAttribute('href')).not.toContain('because');
    expect(page.container.textContent).toContain('too long for a link to a mail program');
  });

  it('is copied whole', async () => {
    const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
    const page = openRights();
    page.write('Details of transfers');
    fireEvent.click(page.getByRole('button', { name: 'Copy the letter' }));
    await waitFor(() => expect(page.container.textContent).toContain('Copied.'));
    expect(writeText.mock.calls[0]?.[0]).toMatch(
      /^To: Internet Security Research Group[^]+Yours faithfully,\n$/,
    );
  });

  it('asks for what its right needs', () => {
    const page = openRights();
    page.write('Correction');
    expect(page.getByLabelText('What is wrong')).toBeTruthy();
    page.write('Restriction of processing');
    fireEvent.click(page.getByLabelText(/legal claims/));
    expect(page.right('Restriction of processing').getByRole('article').textContent).toContain(
      'Article 18(1)(c)',
    );
    page.write('Withdrawing consent');
    const withdrawal = page.right('Withdrawing consent');
    expect(withdrawal.queryByLabelText(/relying party/)).toBeNull();
    expect(withdrawal.queryByLabelText(IP_ADDRESS)).toBeNull();
  });

  it('reads in the language of the page as it does in English', () => {
    const values = (template: string) =>
      Object.fromEntries(
        [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => [name, { text: `<${name}>` }]),
      );
    const sentences = [
      ...Object.keys(PLAIN_SENTENCES).map((id) => ({ id })),
      ...Object.entries(FILLED_SENTENCES).map(([id, template]) => ({ id, values: values(template) })),
    ] as LetterSentence[];
    expect(sentences.length).toBeGreaterThan(25);
    for (const sentence of sentences) expect(readingText(sentence)).toBe(sentenceText(sentence));
  });
});

describe('a visit that the popup hands over', () => {
  it('fills in time and responder, and no site until it is wanted', async () => {
    const key = await leaveVisit(VISIT, NOW);
    const page = openRights(`?visit=${key}#rights-access`);
    await waitFor(() => expect(page.letter()).toContain('ye1.o.lencr.org (OCSP)'));
    expect(page.letter()).toContain(new Date(ASKED_AT).toISOString().slice(0, 16).replace('T', ' '));
    expect(document.body.innerHTML).not.toContain('visited.example');
    expect(page.container.textContent).toContain("tell Let's Encrypt more than its logs may hold");
    fireEvent.click(page.getByLabelText('Name the site that I visited'));
    expect(page.letter()).toContain('The site visited was visited.example.');
  });

  it('is gone from the address and from memory once taken', async () => {
    const key = await leaveVisit(VISIT, NOW);
    const page = openRights(`?visit=${key}#rights-access`);
    await waitFor(() => expect(page.letter()).toContain('ye1.o.lencr.org'));
    expect(location.search).toBe('');
    expect(location.hash).toBe('#rights-access');
    expect(await fakeStorage.session.get()).toEqual({});
  });

  it.each(['?visit=unknown', '?visit='])(
    'under a key that nobody knows (%s) leaves an empty letter',
    async (search) => {
      const page = openRights(`${search}#rights-erasure`);
      await waitFor(() => expect(page.letter()).toContain('[host of the service]'));
      expect(page.letter()).toContain('Article 17');
    },
  );

  it('does not outlast ten minutes for long', async () => {
    const key = await leaveVisit(VISIT, NOW);
    await leaveVisit(VISIT, NOW + 600_001);
    expect(await takeVisit(key)).toBeNull();
    expect(Object.keys(await fakeStorage.session.get())).toHaveLength(1);
  });

  it('goes from the popup by a random key, with no name in the address', async () => {
    const popup = openPopup(SAMPLE.asked);
    fireEvent.click(popup.getByRole('link', { name: 'Delete' }));
    await waitFor(() => expect(openedTabs).toHaveLength(1));
    expect(openedTabs[0]).toMatch(/options\/index\.html\?visit=[0-9a-f-]{36}#rights-erasure$/);
    const [entry] = Object.values(await fakeStorage.session.get());
    expect(entry).toMatchObject({
      visit: {
        context: 'relying-party',
        site: 'example.org',
        contacts: [{ channel: 'ocsp', host: 'ye1.o.lencr.org', at: ASKED_AT }],
      },
    });
  });
});
