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
