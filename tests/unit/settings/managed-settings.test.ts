import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MANAGED_NAMES, readManagedSettings } from '../../../src/settings/managed-settings.ts';

const project = path.resolve(import.meta.dirname, '../../..');

describe("an administrator's policy", () => {
  it('fixes nothing where there is none', () => {
    expect(readManagedSettings({})).toEqual({ fixed: {}, welcomePage: true, dropped: [] });
    expect(readManagedSettings(null)).toEqual({ fixed: {}, welcomePage: true, dropped: [] });
  });

  it('forbids history and sync, and never turns them on', () => {
    expect(readManagedSettings({ historyAllowed: false, syncAllowed: false }).fixed).toEqual({
      history: false,
      sync: false,
    });
    expect(readManagedSettings({ historyAllowed: true, history: true, sync: true })).toEqual({
      fixed: {},
      welcomePage: true,
      dropped: ['history', 'sync'],
    });
  });

  it('gives values, and those that do not fit are as if they were not there', () => {
    expect(
      readManagedSettings({
        historyDays: 7,
        edition: '2021-03-07',
        ownSites: ['intranet.example'],
        country: 'FR',
        reasonsOpen: 'yes',
        welcomePage: false,
      }),
    ).toEqual({
      fixed: { historyDays: 7, edition: '2021-03-07', ownSites: ['intranet.example'], country: 'FR' },
      welcomePage: false,
      dropped: ['reasonsOpen'],
    });
  });

  it('is told which of its keys are left out', () => {
    const hostile = JSON.parse(
      '{"historyAllowed":"no","historyDays":8,"edition":"<img>","ownSites":["http://a.example"],"__proto__":1,"x":2}',
    ) as unknown;
    expect(readManagedSettings(hostile)).toEqual({
      fixed: {},
      welcomePage: true,
      dropped: ['historyAllowed', 'historyDays', 'edition', 'ownSites', '__proto__', 'x'],
    });
  });

  it('has in its schema and its description exactly the keys that are read', () => {
    const schema = JSON.parse(readFileSync(path.join(project, 'extension/managed-schema.json'), 'utf8')) as {
      properties: object;
    };
    expect(Object.keys(schema.properties).toSorted()).toEqual([...MANAGED_NAMES].toSorted());
    const described = readFileSync(path.join(project, 'docs/administrators.md'), 'utf8');
    const rows = [...described.matchAll(/^\| `(\w+)`/gm)].map((row) => row[1] ?? '');
    expect(rows.toSorted()).toEqual([...MANAGED_NAMES].toSorted());
  });

  it('has examples that are valid and use no other keys', () => {
    const described = readFileSync(path.join(project, 'docs/administrators.md'), 'utf8');
    const examples = [...described.matchAll(/```json\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
    expect(examples.length).toBeGreaterThan(2);
    for (const example of examples) expect(() => JSON.parse(example) as unknown).not.toThrow();
    const keys = examples.flatMap((example) =>
      [...example.matchAll(/"(historyAllowed|[a-z]+[A-Z]\w*)":/g)].map((match) => match[1] ?? ''),
    );
    expect(keys.length).toBeGreaterThan(3);
    expect(keys.filter((key) => !(MANAGED_NAMES as readonly string[]).includes(key))).toEqual([]);
  });
});
