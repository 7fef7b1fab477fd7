/** Rights in real browsers: from the popup to a letter, and the requests that a person notes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest, ExtensionTab } from './driver/driver.ts';
import { accessibilityFaults } from './stage/accessibility.ts';
import { LetterPage } from './rights/letter-page.ts';
import { RequestsPage } from './rights/requests-page.ts';
import { PopupOnPage } from './stage/page-object.ts';
import { savedBy } from './stage/saved-file.ts';
import { setStage, type Stage } from './stage/stage.ts';

/** Chromium asks no responder; there only Let's Encrypt's own sites are a contact. */
const FROM_POPUP = {
  firefox: {
    site: 'before-2025',
    contacts: 1,
    address: /index\.html#rights-access$/,
    says: '[my public IP address]',
    field: 'Your public IP address',
    value: '203.0.113.7',
  },
  chromium: {
    site: 'own-site',
    contacts: 0,
    address: /\?visit=[0-9a-f-]{36}#rights-access .*index\.html#rights-access$/,
    says: 'I write as a visitor of your websites. You know me by: [my mail address or account]',
    field: 'Mail address',
    value: 'me@example.org',
  },
} as const satisfies Record<BrowserKind, object>;

/** A letter for each right, and what it needs. */
const LETTERS: {
  right: string;
  article: string;
  fields: string;
  pick?: string[];
  fill: [string, string][];
}[] = [
  ...(['access', 'erasure'] as const).map((right) => ({
    right,
    article: right === 'access' ? 'Article 15' : 'Article 17',
    fields: 'time, host and address',
    fill: [
      ['Time', '2026-11-20T10:00:00'],
      ['Host that was asked', 'r11.o.lencr.org'],
      ['Your public IP address', '203.0.113.7'],
    ] as [string, string][],
  })),
  {
    right: 'rectification',
    article: 'Article 16',
    fields: 'what is wrong and right',
    pick: ['a visitor to'],
    fill: [
      ['What is wrong', 'The name.'],
      ['How it should be', 'Ann Example.'],
      ['Mail address', 'ann@example.org'],
    ],
  },
  {
    right: 'restriction',
    article: 'Article 18',
    fields: 'the case',
    pick: ['a visitor to', 'I contest'],
    fill: [['Mail address', 'ann@example.org']],
  },
  {
    right: 'objection',
    article: 'Article 21(1)',
    fields: 'the grounds',
    pick: ['a visitor to'],
    fill: [
      ['Your grounds', 'I am at risk.'],
      ['Mail address', 'ann@example.org'],
    ],
  },
  {
    right: 'withdrawal-of-consent',
    article: 'Article 7(3)',
    fields: 'the address',
    fill: [['Mail address', 'ann@example.org']],
  },
];

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** What was typed and stands in the letter as it was typed: a time stands there in UTC. */
function inTheLetter(fill: [string, string][]): string[] {
  return fill.filter(([label]) => label !== 'Time').map(([, value]) => value);
}

/** The addresses that the page has had since it was opened; Firefox tells an extension's page only the present one. */
function addresses(page: ExtensionTab): Promise<string> {
  return page.evaluate(
    `performance.getEntriesByType('navigation').map(({ name }) => name).join(' ') + ' ' + location.href`,
  );
}

describe.each<BrowserKind>(['firefox', 'chromium'])('rights in %s', (kind) => {
  let browser: BrowserUnderTest;

  beforeAll(async () => {
    browser = await stage.open(kind, { siteAccess: true, certificateFlag: true });
  }, 120_000);

  it('are asked for from the popup, the letter filled in without a site in letter or address', async () => {
    const { site, contacts, address, says, field, value } = FROM_POPUP[kind];
    const { url, host } = stage.world.site(site);
    const visited = Date.now();
    const popup = await PopupOnPage.at(browser, url);
    await popup.says('Ask for a copy');
    await popup.click('Ask for a copy');
    const letter = new LetterPage(await browser.openedExtensionPage('options/index.html'));
    const text = await letter.says('Article 15');
    expect(await addresses(letter.tab)).toMatch(address);
    expect(`${text} ${await addresses(letter.tab)}`).not.toContain(host);
    const times = [...text.matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC, \S+\.lencr\.org\S* \(OCSP\)/g)];
    expect(times).toHaveLength(contacts);
    const off = times.map(([, day, time]) => Math.abs(Date.parse(`${day}T${time}Z`) - visited));
    expect(off.filter((milliseconds) => milliseconds > 60_000)).toEqual([]);
    expect(text).toContain(says);
    expect(await letter.waysOut()).toEqual([]);
    await letter.fill(field, value);
    await letter.tab.waitForText('The letter is complete.');
    expect(await letter.waysOut()).toEqual([
      'Copy the letter',
      'Open in mail',
      'Save as text',
      'Print',
      'Note as sent today',
    ]);
    expect(await accessibilityFaults(letter.tab)).toEqual([]);
    await letter.close();
  });

  it.each(LETTERS)('$right: the letter holds back until $fields are filled in, and says so', async (each) => {
    const { right, article, fill, pick = [] } = each;
    const letter = await LetterPage.write(browser, right);
    expect(await letter.says(article)).toContain('privacy@abetterinternet.org');
    expect(await letter.waysOut()).toEqual([]);
    for (const label of pick) await letter.pick(label);
    const missing = await letter.missing();
    for (const [label] of fill) expect(missing).toContain(label);
    for (const [label, value] of fill) await letter.fill(label, value);
    await letter.tab.waitForText('The letter is complete.');
    const text = await letter.text();
    for (const words of inTheLetter(fill)) expect(text).toContain(words);
    expect(text).not.toMatch(/\[[a-z ]+\]/);
    expect(await letter.waysOut()).toContain('Copy the letter');
    await letter.close();
  });

  it('lead from what is missing to its field', async () => {
    const letter = await LetterPage.write(browser, 'rectification');
    await letter.tab.click('#rights-rectification .missing button');
    await expect.poll(() => letter.focused()).toBe('What is wrong');
    await letter.close();
  });

  it('leave by mail, as text and by copy, each with the reference; too long for a link, without the text', async () => {
    const letter = await LetterPage.write(browser, 'rectification');
    await letter.fill('What is wrong', 'The name.');
    await letter.fill('How it should be', 'Ann Example.');
    await letter.pick('a visitor to');
    await letter.fill('Mail address', 'ann@example.org');
    const reference = await letter.reference();
    expect(reference).toMatch(/^RP-/);
    const mail = await letter.mail();
    expect(mail.pathname).toBe('privacy@abetterinternet.org');
    expect(mail.searchParams.get('subject')).toContain(reference);
    expect(mail.searchParams.get('body')).toContain('Ann Example.');
    const file = await savedBy(letter.tab, () => letter.leaveBy('Save as text'));
    expect(file.name).toBe(`${reference}.txt`);
    expect(file.text).toContain('Ann Example.');
    expect(file.text).toContain(reference);
    await letter.fill('How it should be', `Ann Example. ${'It is all wrong. '.repeat(200)}`);
    await letter.tab.waitForText('This letter is too long for a link to a mail program');
    expect(await letter.waysOut()).toContain('Open a mail without the text');
    const short = await letter.mail();
    expect(short.searchParams.get('subject')).toContain(reference);
    expect(short.searchParams.get('body')).toBeNull();
    await letter.close();
  });

  it('are noted, and the note is there after the page was opened again', async () => {
    const letter = await LetterPage.write(browser, 'transfer-details');
    await letter.says('Articles 13(1)(f) and 15(2)');
    await letter.leaveBy('Note as sent today');
    await letter.tab.waitForText('Noted under My requests.');
    const reference = await letter.reference();
    await letter.close();
    const again = await RequestsPage.open(browser);
    await again.tab.waitForText(reference);
    await again.tab.waitForText('Reply due by about');
    expect(await accessibilityFaults(again.tab)).toEqual([]);
    await again.close();
  });

  it('are overdue once the orientation date has passed, and stay as they were changed', async () => {
    const before = await RequestsPage.open(browser);
    // A Sunday a month later moves to Monday.
    await before.store({ reference: 'RP-7K3M-Q9TX', right: 'access', sent: '2026-07-27' });
    await before.tab.waitForText('RP-7K3M-Q9TX');
    expect(await before.of('RP-7K3M-Q9TX')).toMatch(/Overdue/i);
    const reminder = await savedBy(before.tab, () => before.remind('RP-7K3M-Q9TX'));
    expect(reminder.name).toBe('RP-7K3M-Q9TX.ics');
    expect(reminder.text).toMatch(/^BEGIN:VCALENDAR\r\n[\s\S]*DTSTART;VALUE=DATE:20260827\r\n/);
    await before.setState('RP-7K3M-Q9TX', 'answered');
    await before.note('RP-7K3M-Q9TX', 'They wrote on Monday.');
    await expect.poll(() => before.of('RP-7K3M-Q9TX')).not.toMatch(/Overdue/i);
    await before.close();
    const after = await RequestsPage.open(browser);
    await after.tab.waitForText('RP-7K3M-Q9TX');
    expect(await after.notes('RP-7K3M-Q9TX')).toBe('They wrote on Monday.');
    await after.delete('RP-7K3M-Q9TX');
    await expect.poll(() => after.tab.text()).not.toContain('RP-7K3M-Q9TX');
    await after.close();
  });

  it('are written about with the keyboard alone', async () => {
    const page = await browser.openExtensionPage('options/index.html#rights-transfer-details');
    await page.waitForText('Details of transfers');
    const letter = new LetterPage(page);
    const focused = () => page.evaluate<string>('document.activeElement?.textContent ?? ""');
    // From the right's heading on, the letter is a few steps away.
    await page.evaluate(`(() => {
      const heading = document.querySelector('#rights-transfer-details h3');
      heading.tabIndex = -1;
      heading.focus();
    })()`);
    for (let step = 0; (await focused()) !== 'Write the letter' && step < 10; step += 1)
      await page.press(['Tab']);
    expect(await focused()).toBe('Write the letter');
    await page.press(['Enter']);
    await letter.says('Dear privacy team');
    // The address for whoever writes a letter of their own stands between.
    await page.press(['Tab', 'Tab', 'A', 'n', 'n']);
    await letter.says('Ann');
    await page.press(['Tab', 'Tab']);
    expect(await focused()).toBe('Copy the letter');
    await page.press(['Tab']);
    expect(await focused()).toBe('Open in mail');
    await page.close();
  });

  it('let an authority be chosen, which is remembered', async () => {
    const page = await browser.openExtensionPage('options/index.html#rights-complaint');
    await page.waitForText('Your choice is stored in this browser only.');
    await page.evaluate(`(() => {
      const country = document.querySelector('#complaint-country');
      country.value = 'IE';
      country.dispatchEvent(new Event('change', { bubbles: true }));
    })()`);
    await page.waitForText('Irish Data Protection Commission');
    await page.close();
    const again = await browser.openExtensionPage('options/index.html#rights-complaint');
    await again.waitForText('Irish Data Protection Commission');
    await again.close();
    expect(await browser.extensionRequests()).toEqual([]);
  });
});
