/**
 * What each release wrote, in `tests/fixtures/releases/<version>/<browser>.json`: the extension was used, in that browser,
 * and all that it stored was taken down (`npm run fixtures`). Files of a release are never changed once it is out.
 * 0.0.9 was never out: it is 0.1.0 as it was before its history held requests that no page could be matched with.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserKind } from '../driver/driver.ts';
import type { Stored } from './everything-stored.ts';

const folder = path.resolve(import.meta.dirname, '../../fixtures/releases');

/** The day on which all of it is said to have happened, and its noon in milliseconds since the epoch. */
const DAY = '2026-11-26';
const NOON = Date.parse(`${DAY}T12:00:00Z`);
/** Times in milliseconds since the epoch, of 2020 to 2033, as they stand in JSON. */
const TIMES = /(?<=[:[,]\s*)1[6-9]\d{11}(?:\.\d+)?(?=[\s,\]}])/g;

/** Releases whose data is kept, in no particular order. */
export function releases(): string[] {
  return readdirSync(folder);
}

/**
 * What a release wrote, as if it had been written on the day `now`: old entries of the history are rightly removed.
 *
 * @param now milliseconds since the epoch
 */
export function dataOf(release: string, kind: BrowserKind, now: number): Stored {
  const text = readFileSync(path.join(folder, release, `${kind}.json`), 'utf8');
  const today = new Date(now).toISOString().slice(0, 10);
  const later = Date.parse(`${today}T12:00:00Z`) - NOON;
  return JSON.parse(
    text.replaceAll(`"${DAY}"`, `"${today}"`).replaceAll(TIMES, (time) => String(Number(time) + later)),
  ) as Stored;
}

/** Keeps what a release wrote, with all that differs from run to run made the same. */
export function keepDataOf(release: string, kind: BrowserKind, stored: Stored, day: string): void {
  mkdirSync(path.join(folder, release), { recursive: true });
  const sorted = { ...stored, local: inOrder(stored.local), sync: inOrder(stored.sync) };
  const text = JSON.stringify(sorted, null, 2)
    .replaceAll(`"${day}"`, `"${DAY}"`)
    .replaceAll(
      TIMES,
      numbered((place) => String(NOON + place * 1000)),
    )
    .replaceAll(
      /\b[0-9a-f]{64}\b/g,
      numbered((place) => createHash('sha256').update(String(place)).digest('hex')),
    )
    .replaceAll(
      /\bRP-\w{4}-\w{4}\b/g,
      numbered((place) => `RP-0000-${String(place).padStart(4, '0')}`),
    )
    .replaceAll(/(?<=[\w\]]:)\d{4,5}(?=[/"])/g, '8443');
  writeFileSync(path.join(folder, release, `${kind}.json`), `${text}\n`);
}

/** The same for the same, another for another, in the order of their appearance. */
function numbered(name: (place: number) => string): (found: string) => string {
  const seen: string[] = [];
  return (found) => {
    if (!seen.includes(found)) seen.push(found);
    return name(seen.indexOf(found));
  };
}

function inOrder(values: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
