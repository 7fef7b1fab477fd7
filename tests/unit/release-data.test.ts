/** The data that releases wrote, without a browser: this version reads it, and it holds one of everything. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { LOCAL_KINDS, SYNC_KINDS } from '../../extension/platform/stored-kinds.ts';
import { EntrySchema } from '../../src/history/entry.ts';
import { UnmatchedSchema } from '../../src/history/unmatched.ts';
import { readRequest } from '../../src/rights/request.ts';
import { displaySettings } from '../../src/settings/display-settings.ts';
import { readSettings } from '../../src/settings/settings.ts';
import { BROWSER_KINDS } from '../browser/driver/driver.ts';
import { dataOf, releases } from '../browser/upgrade/release-data.ts';

const packageJson = path.resolve(import.meta.dirname, '../../package.json');
const { version } = JSON.parse(readFileSync(packageJson, 'utf8')) as { version: string };
const NOW = Date.UTC(2030, 1, 28, 9);

it('there is data of this version: npm run fixtures makes it', () => {
  expect(releases()).toContain(version);
});

describe.each(releases())('release %s', (release) => {
  it.each(BROWSER_KINDS)('is read, from %s', (kind) => {
    const { local, sync, databases } = dataOf(release, kind, NOW);
    const settings = local[LOCAL_KINDS.settings];
    expect(readSettings(settings)).toMatchObject(Object(settings) as object);
    const requests = Object.keys(local).filter((key) => key.startsWith(LOCAL_KINDS.requests));
    expect(requests.map((key) => readRequest(local[key]).kind)).toEqual(requests.map(() => 'request'));
    expect(displaySettings(sync[SYNC_KINDS.display])).toEqual(sync[SYNC_KINDS.display]);
    for (const { name, records } of databases.flatMap(({ stores }) => stores)) {
      const schema = name === 'unmatched' ? UnmatchedSchema : EntrySchema;
      for (const record of records) expect(v.parse<v.GenericSchema>(schema, record)).toEqual(record);
    }
  });

  it.each(BROWSER_KINDS)('is as if written today, from %s', (kind) => {
    const records = dataOf(release, kind, NOW).databases.flatMap(({ stores }) => stores[0]?.records ?? []);
    expect(new Set(records.map(({ day }) => day))).toEqual(new Set(['2030-02-28']));
    const times = records.flatMap(({ firstAt, lastAt }) => [Number(firstAt), Number(lastAt)]);
    const off = times.map((time) => Math.abs(time - Date.UTC(2030, 1, 28, 12)));
    expect(Math.max(...off)).toBeLessThan(3_600_000);
  });
});

it.each(BROWSER_KINDS)('this version, from %s, kept one of each kind', (kind) => {
  const { local, sync, databases } = dataOf(version, kind, NOW);
  for (const prefix of Object.values(LOCAL_KINDS)) {
    expect(Object.keys(local).filter((key) => key.startsWith(prefix))).not.toEqual([]);
  }
  expect(Object.keys(sync)).toEqual(Object.values(SYNC_KINDS));
  const stores = databases.flatMap((database) => database.stores);
  const empty = stores.filter(({ records }) => records.length === 0).map(({ name }) => name);
  // Chromium shows no request for the issuer of a certificate.
  expect(empty).toEqual(kind === 'chromium' ? ['unmatched'] : []);
});
