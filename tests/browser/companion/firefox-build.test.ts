/** Firefox shows certificates itself: its build has neither the permission to talk to programs nor the code for it. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { buildExtension } from '../stage/build.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'relying-party-builds-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** In code; the texts of `_locales` are one set for all browsers. */
const COMPANION =
  /nativeMessaging|connectNative|relying_party\.companion|companion-look|companion-errand|companion-wish|welcomeCompanion|companionCost|companionOffer/;

function filesThatMention(build: string): string[] {
  return readdirSync(build, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:js|json|html)$/.test(name) && !name.startsWith('_locales'))
    .filter((name) => COMPANION.test(readFileSync(path.join(build, name), 'utf8')));
}

it('the Firefox build has no companion; the Chromium build shows that the search would find it', async () => {
  const firefox = await buildExtension('firefox', { directory: path.join(folder, 'firefox') });
  const chromium = await buildExtension('chromium', { directory: path.join(folder, 'chrome') });
  expect(filesThatMention(firefox)).toEqual([]);
  expect(filesThatMention(chromium)).toContain('manifest.json');
  expect(filesThatMention(chromium).filter((name) => name.endsWith('.js')).length).toBeGreaterThan(0);
});
