/** Dates, times, numbers and lists, as the reader's language writes them. */
import { browser } from '../platform/browser.ts';

/** The language of the browser's interface, which need not be one that the texts exist in (BCP 47). */
export function interfaceLanguage(): string {
  return browser.i18n.getUILanguage();
}

/**
 * The language of the texts that are shown (BCP 47), with the interface's region where that has the same language:
 * `en-GB`; of a Swedish browser, `en`, since there is no text in Swedish.
 */
export function locale(): string {
  const shown = browser.i18n.getMessage('language_of_texts');
  const whole = interfaceLanguage();
  return whole.split('-')[0] === shown ? whole : shown;
}

/** Intl's formats, by language and options. Each is made once: that takes far longer than to use it. */
const dateFormats = new Map<string, Intl.DateTimeFormat>();
const numberFormats = new Map<string, Intl.NumberFormat>();
const pluralRules = new Map<string, Intl.PluralRules>();

function known<T>(formats: Map<string, T>, key: string, make: () => T): T {
  const format = formats.get(key) ?? make();
  formats.set(key, format);
  return format;
}

function dateFormat(options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const language = locale();
  const key = JSON.stringify([language, options]);
  return known(dateFormats, key, () => new Intl.DateTimeFormat(language, options));
}

/** A day with its year. `at`: milliseconds since the epoch, or `YYYY-MM-DD`, which is the same day everywhere. */
export function day(at: number | string): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'long' };
  if (typeof at === 'string') options.timeZone = 'UTC';
  return dateFormat(options).format(new Date(at));
}

/** The time of day; with the date when `at` is on another day than `now` (both milliseconds since the epoch). */
export function moment(at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const options: Intl.DateTimeFormatOptions = sameDay
    ? { timeStyle: 'short' }
    : // In English, a long date joins the time with a second "at".
      { dateStyle: 'medium', timeStyle: 'short' };
  return dateFormat(options).format(new Date(at));
}

export function number(value: number): string {
  const language = locale();
  return known(numberFormats, language, () => new Intl.NumberFormat(language)).format(value);
}

/** A size in bytes, in the unit that suits it (SI: a kilobyte has 1000 bytes). */
export function bytes(size: number): string {
  const [unit, value] =
    size < 1e3
      ? (['byte', size] as const)
      : size < 1e6
        ? (['kilobyte', size / 1e3] as const)
        : (['megabyte', size / 1e6] as const);
  const options = {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  } as const;
  return new Intl.NumberFormat(locale(), options).format(value);
}

/** `one`, `few`, `other`, …: the plural form that `value` takes (Unicode CLDR). */
export function pluralForm(value: number): Intl.LDMLPluralRule {
  const language = locale();
  return known(pluralRules, language, () => new Intl.PluralRules(language)).select(value);
}

/** `a, b and c`. */
export function listing(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'conjunction' }).format(items);
}

/** `a, b or c`. */
export function alternatives(items: string[]): string {
  return new Intl.ListFormat(locale(), { type: 'disjunction' }).format(items);
}
