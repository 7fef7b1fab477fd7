/** A reminder for a calendar (RFC 5545): one all-day event with an alarm. */
import { addDays, type CalendarDate } from './calendar-date.ts';

export interface Reminder {
  /** Unique for the event: a second import replaces the first. */
  uid: string;
  /** The day it is for. */
  date: CalendarDate;
  summary: string;
  description: string;
  /** When the file is made, milliseconds since the epoch. */
  madeAt: number;
}

/** The text of an `.ics` file. Lines end in CRLF and are folded at 75 octets (RFC 5545, 3.1). */
export function calendarFile({ uid, date, summary, description, madeAt }: Reminder): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Relying Party//Requests//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(uid)}`,
    `DTSTAMP:${new Date(madeAt).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`,
    `DTSTART;VALUE=DATE:${basic(date)}`,
    // The end is not part of the event (RFC 5545, 3.6.1).
    `DTEND;VALUE=DATE:${basic(addDays(date, 1))}`,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    // Nine in the morning: the event begins at midnight.
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function basic(date: CalendarDate): string {
  return date.replaceAll('-', '');
}

/** RFC 5545, 3.3.11. Other control characters are not allowed in a text. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replace(/\n/g, '\\n');
}

/** Never within a character: its octets stay together. */
function folded(line: string): string {
  let width = 0;
  return Array.from(line, (character) => {
    const octets = octetsOf(character);
    // The space that begins a folded line counts.
    const breaks = width + octets > 75;
    width = breaks ? 1 + octets : width + octets;
    return breaks ? `\r\n ${character}` : character;
  }).join('');
}

/** In UTF-8. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}
