/** Settings as a file that a person saves and brings to another browser. */
import * as v from 'valibot';
import { fitsSetting, fittingSettings, type Settings } from './settings.ts';

const FORMAT = 'relying-party-settings';
const VERSION = 1;

const Envelope = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  settings: v.record(v.string(), v.unknown()),
});

export type SettingsFile =
  | { is: 'settings'; settings: Partial<Settings> }
  | { is: 'not-json' | 'not-settings' | 'newer' }
  /** `field`: the first one that does not fit, as the file names it. */
  | { is: 'unfit'; field: string };

/** All settings as indented JSON. */
export function writeSettingsFile(settings: Settings): string {
  return `${JSON.stringify({ format: FORMAT, version: VERSION, settings }, null, 2)}\n`;
}

/** What a file holds. No field has to be there, and a file that cannot be taken whole is not taken at all. */
export function readSettingsFile(text: string): SettingsFile {
  const file = parsed(text);
  if (file === undefined) return { is: 'not-json' };
  const envelope = v.safeParse(Envelope, file);
  if (!envelope.success) return { is: 'not-settings' };
  const { version, settings } = envelope.output;
  if (version > VERSION) return { is: 'newer' };
  const unfit = Object.entries(settings).find(([name, value]) => !fitsSetting(name, value));
  return unfit === undefined
    ? { is: 'settings', settings: fittingSettings(settings) }
    : { is: 'unfit', field: unfit[0] };
}

/** undefined: no JSON. */
function parsed(text: string): unknown {
  try {
    // A byte order mark is no part of JSON (RFC 8259, 8.1), and some editors write one.
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
