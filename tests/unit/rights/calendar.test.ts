import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calendarFile, type Reminder } from '../../../src/rights/calendar.ts';

const REMINDER: Reminder = {
  uid: 'RP-7K3M-Q9TX',
  date: '2026-12-31',
  summary: 'Reply due, RP-7K3M-Q9TX',
  description: 'One line; another\nand \\ more',
  madeAt: Date.UTC(2026, 10, 22, 13, 2, 5),
};

/** As RFC 5545, 3.1, has a reader join lines. */
function unfolded(file: string): string[] {
  return file
    .replace(/\r\n /g, '')
    .split('\r\n')
    .filter((line) => line !== '');
}

function value(file: string, name: string): string {
  const line = unfolded(file).find((candidate) => candidate.startsWith(`${name}:`)) ?? '';
  return line
    .slice(name.length + 1)
    .replace(/\\([\\;,nN])/g, (_, character: string) => (/n/i.test(character) ? '\n' : character));
}

describe('a reminder', () => {
  it('is an all-day event with an alarm on its morning', () => {
    const lines = unfolded(calendarFile(REMINDER));
    expect(lines[0]).toBe('BEGIN:VCALENDAR');
    expect(lines.at(-1)).toBe('END:VCALENDAR');
    expect(lines).toContain('DTSTAMP:20261122T130205Z');
    expect(lines).toContain('DTSTART;VALUE=DATE:20261231');
    expect(lines).toContain('DTEND;VALUE=DATE:20270101');
    expect(lines.slice(lines.indexOf('BEGIN:VALARM'), lines.indexOf('END:VALARM'))).toContain('TRIGGER:PT9H');
    expect(lines).toContain('SUMMARY:Reply due\\, RP-7K3M-Q9TX');
    expect(lines).toContain('DESCRIPTION:One line\\; another\\nand \\\\ more');
  });

  it('is this file, and no line more', () => {
    expect(calendarFile(REMINDER).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Relying Party//Requests//EN',
      'BEGIN:VEVENT',
      'UID:RP-7K3M-Q9TX',
      'DTSTAMP:20261122T130205Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Reply due\\, RP-7K3M-Q9TX',
      'DESCRIPTION:One line\\; another\\nand \\\\ more',
      'TRANSP:TRANSPARENT',
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:Reply due\\, RP-7K3M-Q9TX',
      'TRIGGER:PT9H',
      'END:VALARM',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it.each([
    ['a', 1],
    ['é', 2],
    ['\u0080', 0],
    ['߿', 2],
    ['ࠀ', 3],
    ['語', 3],
    ['\uffff', 3],
    ['😀', 4],
  ])('is folded where 75 octets are full, and not before: %j', (character, octets) => {
    const summary = 'SUMMARY:'.length;
    const file = calendarFile({ ...REMINDER, summary: character.repeat(200) });
    const [first = ''] = file.split('\r\n').filter((line) => line.startsWith('SUMMARY:'));
    // Control characters are left out.
    const fit = octets === 0 ? 0 : Math.floor((75 - summary) / octets);
    expect(Array.from(first)).toHaveLength(summary + fit);
  });

  it.each(['one\r\ntwo', 'one\rtwo', 'one\ntwo', 'one\u0000\ntwo'])(
    'writes any line break as one: %j',
    (summary) => {
      expect(unfolded(calendarFile({ ...REMINDER, summary }))).toContain('SUMMARY:one\\ntwo');
    },
  );

  it('has lines of at most 75 octets that end in CRLF, and gives its texts back', () => {
    const texts = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', 'é', '語', '😀', ';', '\\', ',', '\n'),
        fc.string({ unit: 'grapheme' }),
      ),
      maxLength: 300,
    });
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const file = calendarFile({ ...REMINDER, summary, description });
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).not.toMatch(/[\r\n]/);
        }
        expect(file.endsWith('\r\n')).toBe(true);
        // A reader decodes each line on its own: no character may be cut in two.
        expect(new TextDecoder('utf-8', { fatal: true }).decode(new TextEncoder().encode(file))).toBe(file);
        const kept = (text: string) => text.replace(/\r\n?/g, '\n').replace(/[^\P{Cc}\n\t]/gu, '');
        expect(value(file, 'SUMMARY')).toBe(kept(summary));
        expect(unfolded(file).filter((line) => line === 'END:VCALENDAR')).toHaveLength(1);
      }),
    );
  });
});
