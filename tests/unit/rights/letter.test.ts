import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANKS } from '../../../src/rights/letter-english.ts';
import { letterProblems } from '../../../src/rights/letter-problems.ts';
import { emptyRequest } from '../../../src/rights/letter-request.ts';
import {
  mailText,
  sentencePieces,
  sentenceText,
  sentenceValues,
  wholeText,
} from '../../../src/rights/letter-text.ts';
import { composeLetter, LETTER_ARTICLE } from '../../../src/rights/letter.ts';
import { LONGEST_MAIL_LINK, mailLink } from '../../../src/rights/mail-link.ts';
import { newReference, REFERENCE } from '../../../src/rights/reference.ts';
import { anyRequest, CONTACT, filledRequest, FRAME, REQUESTED } from './letters.ts';

const textOf = (request: Parameters<typeof composeLetter>[0]) => wholeText(composeLetter(request, FRAME));
const problemsOf = (request: Parameters<typeof letterProblems>[0]) =>
  letterProblems(request).map(({ field, problem }) => `${field} ${problem}`);

describe('a letter', () => {
  it('names what log entries are found by, in UTC, and no more', () => {
    const text = textOf(filledRequest('access'));
    expect(text).toContain('To: Internet Security Research Group, privacy@abetterinternet.org');
    expect(text).toContain('Request under Article 15 GDPR, reference RP-7K3M-Q9TX');
    expect(text).toContain('my IP address 203.0.113.7');
    expect(text).toContain('2026-11-22 13:02:05 UTC, ye1.o.lencr.org (OCSP)');
    expect(text).toContain('less than 7 days');
    expect(text).not.toMatch(/me@example\.org|site visited|the browser\b/);
    expect(text.trimEnd().endsWith('Yours faithfully,')).toBe(true);
  });

  it('of a relying party reads like this', () => {
    expect(textOf(filledRequest('access', { site: 'example.org' })))
      .toBe(`To: Internet Security Research Group, privacy@abetterinternet.org
Date: ${FRAME.date}
Reference: RP-7K3M-Q9TX

Request under Article 15 GDPR, reference RP-7K3M-Q9TX

Dear privacy team,

Under Article 15 GDPR I ask whether you process personal data concerning me and, if so, for a copy of them and the information in Article 15(1) and (2). Your policy promises the copy in a common, portable format.

I write as a relying party. Look in your server logs for my IP address 203.0.113.7 and these requests by my browser, which it sent or tried to send:

2026-11-22 13:02:05 UTC, ye1.o.lencr.org (OCSP)

Times are UTC by my device's clock. Whether a request arrived I cannot know. The site visited was example.org. As the logs are normally deleted in less than 7 days, please search them soon.

Please use these details only to answer this letter. If you cannot find me by these details, please say so (Article 11(2)) and what else you would need. Please answer within one month of receipt (Article 12(3)), with your reasons if you do not act (Article 12(4)).

Yours faithfully,
`);
  });

  it('of a visitor who has something put right, and mail with it', () => {
    const request = filledRequest('rectification', {
      context: 'visitor',
      inaccurate: 'Ann',
      correct: 'Anne',
    });
    expect(mailText(composeLetter(request, FRAME))).toBe(`Dear privacy team,

Under Article 16 GDPR I ask you to rectify inaccurate or incomplete personal data concerning me.

What is wrong: Ann
How it should be: Anne

Please tell each recipient of the data as well, and tell me who they are (Article 19).

I write as a visitor of your websites. You know me by: me@example.org

Please use these details only to answer this letter. If you cannot find me by these details, please say so (Article 11(2)) and what else you would need. Please answer within one month of receipt (Article 12(3)), with your reasons if you do not act (Article 12(4)).

Yours faithfully,`);
  });

  it('about transfers reads like this', () => {
    expect(mailText(composeLetter(filledRequest('transfer-details'), FRAME))).toBe(`Dear privacy team,

Under Articles 13(1)(f) and 15(2) GDPR, and as your policy offers, I ask which appropriate safeguards under Article 46 apply when personal data of people in the EEA are transferred to third countries, and for a copy of them.

Please answer within one month of receipt (Article 12(3)), with your reasons if you do not act (Article 12(4)).

Yours faithfully,`);
  });

  it.each([
    ['erasure', {}, /which and why\. Please tell each recipient/],
    ['restriction', { restriction: 'a' as const }, /until you have verified it\. Please tell each recipient/],
    ['restriction', { restriction: null }, /\[the reason for the restriction\] Please tell each recipient/],
    [
      'rectification',
      { inaccurate: ' ', correct: '' },
      /What is wrong: \[what is wrong\]\nHow it should be: \[how it should be\]\n/,
    ],
    ['objection', { grounds: '' }, /My grounds: \[my grounds\]\n/],
    ['access', { site: '' }, /The site visited was \[the site\]\./],
    [
      'access',
      { context: 'visitor' as const, identifier: '' },
      /You know me by: \[my mail address or account\]\n/,
    ],
  ] as const)('for %s with %o says so', (right, more, expected) => {
    expect(textOf(filledRequest(right, more))).toMatch(expected);
  });

  it('marks the blanks, and nothing else, where it is shown in pieces', () => {
    const { body, subject } = composeLetter(emptyRequest('access'), FRAME);
    const pieces = [subject, ...body.flatMap(({ sentences }) => sentences)].flatMap(sentencePieces);
    expect(pieces.filter(({ blank }) => blank).map(({ text }) => text)).toEqual([
      BLANKS['ip-address'],
      BLANKS['contact-time'],
      BLANKS['contact-host'],
    ]);
    expect(pieces.filter(({ text }) => text.startsWith('['))).toHaveLength(3);
  });

  it('hands a translation the values in the order of the English sentence', () => {
    const { subject, body } = composeLetter(emptyRequest('access'), FRAME);
    expect(sentenceValues(subject)).toEqual(['15', 'RP-7K3M-Q9TX']);
    expect(body.flatMap(({ sentences }) => sentences).flatMap(sentenceValues)).toEqual([
      BLANKS['ip-address'],
      BLANKS['contact-time'],
      BLANKS['contact-host'],
      '7',
    ]);
  });

  it('begins as a subscriber’s where consent is withdrawn, which nobody else gave', () => {
    expect(emptyRequest('withdrawal-of-consent')).toMatchObject({ context: 'subscriber' });
    expect(emptyRequest('erasure')).toMatchObject({ context: 'relying-party' });
    const text = textOf(emptyRequest('withdrawal-of-consent'));
    expect(text).toContain('I write as a subscriber.');
    expect(text).toMatch(/Yours faithfully,\n$/);
  });

  it('says of no request that it arrived', () => {
    for (const right of REQUESTED) expect(textOf(filledRequest(right))).not.toMatch(/\breceived\b/);
    expect(textOf(filledRequest('access'))).toContain('sent or tried to send');
    expect(textOf(filledRequest('access'))).toContain('Whether a request arrived I cannot know.');
  });

  it.each(REQUESTED)('for %s invokes its article', (right) => {
    const text = textOf(filledRequest(right));
    expect(text).toContain(`Request under Article ${LETTER_ARTICLE[right]} GDPR`);
    expect(text).toMatch(
      right === 'transfer-details'
        ? /Under Articles 13\(1\)\(f\) and 15\(2\) GDPR/
        : new RegExp(`Under Article ${LETTER_ARTICLE[right].replace(/[()]/g, String.raw`\$&`)}\\D`),
    );
  });

  it('names the visited site only when it is given', () => {
    expect(textOf(filledRequest('access', { site: 'example.org' }))).toContain(
      'The site visited was example.org.',
    );
  });

  it('of a subscriber names the account instead of an IP address', () => {
    const text = textOf(filledRequest('access', { context: 'subscriber' }));
    expect(text).toContain('I write as a subscriber. You know me by: me@example.org');
    expect(text).not.toContain('203.0.113.7');
    expect(text).not.toContain('lencr.org');
  });

  it('about transfers names nothing at all', () => {
    const text = textOf(filledRequest('transfer-details', { site: 'example.org' }));
    expect(text).not.toMatch(/203\.0\.113\.7|lencr\.org|example\.org/);
    expect(problemsOf(emptyRequest('transfer-details'))).toEqual([]);
  });

  it('objects to marketing without grounds, and otherwise only with them', () => {
    expect(problemsOf(filledRequest('objection', { grounds: ' ' }))).toEqual(['grounds empty']);
    expect(problemsOf(filledRequest('objection', { grounds: '', marketing: true }))).toEqual([]);
    expect(textOf(filledRequest('objection', { marketing: true }))).toContain('Article 21(2) and (3)');
  });

  it('signs with what is given, and only that', () => {
    const signed = filledRequest('access', { name: ' A. Person ', returnAddress: 'reply@example.org' });
    expect(textOf(signed).endsWith('Yours faithfully,\n\nA. Person\nreply@example.org\n')).toBe(true);
  });
});

describe('a letter with an empty field', () => {
  it('shows where, and may not leave', () => {
    const empty = emptyRequest('access');
    expect(problemsOf(empty)).toEqual(['contact-time empty', 'contact-host empty', 'ip-address empty']);
    expect(textOf(empty)).toContain('[date and time], [host of the service]');
    expect(textOf(empty)).toContain('[my public IP address]');
  });

  it('may not leave either when the field holds something else', () => {
    expect(problemsOf(filledRequest('access', { ipAddress: 'example.org' }))).toEqual(['ip-address invalid']);
    expect(problemsOf(filledRequest('access', { ipAddress: '192.168.0.2' }))).toEqual([
      'ip-address not-public',
    ]);
    expect(problemsOf(filledRequest('access', { contacts: [{ ...CONTACT, host: 'no host' }] }))).toEqual([
      'contact-host invalid',
    ]);
    expect(problemsOf(filledRequest('access', { site: '' }))).toEqual(['site empty']);
  });

  it('wants no reason for restriction but one of the four', () => {
    expect(problemsOf(filledRequest('restriction', { restriction: null }))).toEqual(['restriction empty']);
    expect(textOf(filledRequest('restriction', { restriction: 'c' }))).toContain('legal claims');
  });

  it('is found out whatever else is filled in: a letter without problems has no blanks, one with blanks has problems', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const letter = composeLetter(request, FRAME);
        const blanks = letter.body
          .flatMap(({ sentences }) => sentences)
          .flatMap((sentence) =>
            'values' in sentence ? Object.values(sentence.values).filter((value) => 'blank' in value) : [],
          );
        const empty = letterProblems(request).filter(({ problem }) => problem === 'empty');
        expect(blanks).toHaveLength(empty.length);
      }),
      { numRuns: 500 },
    );
  });

  it.each(Object.values(BLANKS))('cannot be mistaken for a finished one: %s', (blank) => {
    expect(blank).toMatch(/^\[.+\]$/);
  });
});

describe('as text', () => {
  it('holds nothing of the site that was not asked for', () => {
    fc.assert(
      fc.property(anyRequest, (request) => {
        const withoutSite = { ...request, site: null };
        expect(textOf(withoutSite)).not.toContain('The site visited');
      }),
    );
  });

  it('keeps what is typed on its own line, so that nobody can forge a part of the letter', () => {
    const text = textOf(filledRequest('objection', { grounds: 'one\n\nYours faithfully,\r\ntwo' }));
    expect(text).toContain('My grounds: one Yours faithfully, two');
  });
});

describe('a mail link', () => {
  it('gives a mail program the whole letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (subject, body) => {
        const { href } = mailLink('privacy@example.org', subject, body);
        expect(href).toMatch(/^mailto:privacy@example\.org\?subject=[^&#?\s]*(?:&body=[^&#?\s]*)?$/);
        const fields = new URLSearchParams(href.slice(href.indexOf('?')).replace(/\+/g, '%2B'));
        expect(fields.get('subject')).toBe(subject);
        expect(fields.get('body') ?? '').toBe(body.replace(/\n/g, '\r\n'));
      }),
    );
  });

  it.each(REQUESTED)('is short enough for an ordinary letter for %s', (right) => {
    const letter = composeLetter(filledRequest(right, { name: 'A. Person' }), FRAME);
    const { href, tooLong } = mailLink(letter.to, sentenceText(letter.subject), mailText(letter));
    expect(href.length).toBeLessThanOrEqual(LONGEST_MAIL_LINK);
    expect(tooLong).toBe(false);
  });

  it('has its line breaks as mail programs want them (RFC 6068, 5)', () => {
    expect(mailLink('privacy@example.org', 'a', 'b\nc').href).toBe(
      'mailto:privacy@example.org?subject=a&body=b%0D%0Ac',
    );
  });

  it('is made of half a character too', () => {
    expect(mailLink('privacy@example.org', 'a\uD83D', '').href).toBe(
      'mailto:privacy@example.org?subject=a%EF%BF%BD',
    );
  });

  it('says so from the first character on that is too many', () => {
    const frame = mailLink('privacy@example.org', '', '').href.length;
    const link = (length: number) => mailLink('privacy@example.org', 'a'.repeat(length - frame), '');
    expect(link(LONGEST_MAIL_LINK)).toMatchObject({ tooLong: false });
    expect(link(LONGEST_MAIL_LINK + 1)).toMatchObject({ tooLong: true });
  });

  it('says when it is too long', () => {
    const letter = composeLetter(filledRequest('objection', { grounds: 'because '.repeat(200) }), FRAME);
    expect(mailLink(letter.to, sentenceText(letter.subject), mailText(letter)).tooLong).toBe(true);
    expect(mailLink(letter.to, sentenceText(letter.subject), '').tooLong).toBe(false);
  });
});

describe('a reference', () => {
  it('is readable, and another for other random bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 8, maxLength: 16 }), (random) => {
        expect(newReference(random)).toMatch(REFERENCE);
      }),
    );
    expect(newReference(new Uint8Array(8))).toBe('RP-0000-0000');
    expect(newReference(Uint8Array.of(0, 0, 0, 0, 0, 0, 0, 31))).toBe('RP-0000-000Z');
  });

  it('is not made of too little', () => {
    expect(() => newReference(new Uint8Array(7))).toThrow(RangeError);
  });
});
