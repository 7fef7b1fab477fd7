/** Rights in real browsers: from the popup to a letter, and the requests that a person notes. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserKind, BrowserUnderTest, ExtensionTab } from './driver/driver.ts';
import { until } from './driver/wait.ts';
import { accessibilityFaults } from './options/options-page.ts';
import { PopupOnPage } from './stage/page-object.ts';
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

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** The letter on the page, as it would leave. */
function letter(page: ExtensionTab): Promise<string> {
  return page.evaluate(`document.querySelector('div:not([hidden]) > .letter .paper')?.innerText ?? ''`);
}

/** The ways out of the open letter that can be used, by name. */
function waysOut(page: ExtensionTab): Promise<string[]> {
  return page.evaluate(`[...document.querySelectorAll(
    'div:not([hidden]) > .letter .ways-out :is(button:not(:disabled), a), div:not([hidden]) > .letter .note button:not(:disabled)',
  )].map(({ textContent }) => textContent)`);
}

function fill(page: ExtensionTab, label: string, value: string): Promise<void> {
  return page.evaluate(`(() => {
    const field = [...document.querySelectorAll('div:not([hidden]) > .letter label')]
      .find(({ textContent }) => textContent.startsWith(${JSON.stringify(label)})).control;
    field.value = ${JSON.stringify(value)};
    field.dispatchEvent(new Event('input', { bubbles: true }));
  })()`);
}

/** Waits until what the selector finds stands still. */
async function steady(page: ExtensionTab, selector: string): Promise<void> {
  let before = '';
  await until(`${selector} to stand still`, async () => {
    const now = await page.evaluate<string>(
      `JSON.stringify(document.querySelector(${JSON.stringify(selector)})?.getBoundingClientRect() ?? null)`,
    );
    const still = now !== 'null' && now === before;
    before = now;
    return still ? true : undefined;
  });
}

async function lettered(page: ExtensionTab, words: string): Promise<string> {
  let text = '';
  await until(
    () => `${words} in the letter: ${text}`,
    async () => ((text = await letter(page)).includes(words) ? true : undefined),
  );
  return text;
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
    browser = await stage.open(kind, {
      siteAccess: true,
      ...(kind === 'chromium' && { certificateFlag: true }),
    });
  }, 120_000);

  it('are asked for from the popup, the letter filled in without a site in letter or address', async () => {
    const { site, contacts, address, says, field, value } = FROM_POPUP[kind];
    const { url, host } = stage.world.site(site);
    const visited = Date.now();
    const popup = await PopupOnPage.at(browser, url);
    await popup.says('Ask for a copy');
    await popup.click('Ask for a copy');
    const page = await browser.openedExtensionPage('options/index.html');
    const text = await lettered(page, 'Article 15');
    expect(await addresses(page)).toMatch(address);
    expect(`${text} ${await addresses(page)}`).not.toContain(host);
    const times = [...text.matchAll(/(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d) UTC, \S+\.lencr\.org\S* \(OCSP\)/g)];
    expect(times).toHaveLength(contacts);
    const off = times.map(([, day, time]) => Math.abs(Date.parse(`${day}T${time}Z`) - visited));
    expect(off.filter((milliseconds) => milliseconds > 60_000)).toEqual([]);
    expect(text).toContain(says);
    expect(await waysOut(page)).toEqual([]);
    await fill(page, field, value);
    await page.waitForText('The letter is complete.');
    expect(await waysOut(page)).toEqual([
      'Copy the letter',
      'Open in mail',
      'Save as text',
      'Print',
      'Note as sent today',
    ]);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.close();
  });

  it('are noted, and the note is there after the page was opened again', async () => {
    const page = await browser.openExtensionPage('options/index.html#rights-transfer-details');
    const opener = '#rights-transfer-details button[aria-expanded]';
    // Parts that come in above it move it: a click must find it where it stays.
    await steady(page, opener);
    await page.click(opener);
    await lettered(page, 'Articles 13(1)(f) and 15(2)');
    await page.click('.right .letter .note button');
    await page.waitForText('Noted under My requests.');
    const reference = /RP-\S{4}-\S{4}/.exec(await letter(page))?.[0] ?? 'no reference';
    await page.close();
    const again = await browser.openExtensionPage('options/index.html#rights-requests');
    await again.waitForText(reference);
    await again.waitForText('Reply due by about');
    expect(await accessibilityFaults(again)).toEqual([]);
    await again.close();
  });

  it('are written about with the keyboard alone', async () => {
    const page = await browser.openExtensionPage('options/index.html#rights-transfer-details');
    await page.waitForText('Details of transfers');
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
    await lettered(page, 'Dear privacy team');
    await page.press(['Tab', 'A', 'n', 'n']);
    await lettered(page, 'Ann');
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
