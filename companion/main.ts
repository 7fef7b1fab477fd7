/** The companion: started by the browser, speaks native messaging on its standard input and output. */
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { converse } from './conversation.ts';

/** Written in by the build. */
declare const COMPANION_VERSION: string;

const file = fileURLToPath(import.meta.url);

/** What changes when the file is replaced; null: it is gone. */
function mark(): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.ino} ${found.mtimeMs} ${found.size}`;
}

const started = mark();
const trouble = await converse(process.stdin, process.stdout, {
  version: COMPANION_VERSION,
  replaced: () => mark() !== started,
});
if (trouble !== null) process.stderr.write(`Relying Party companion: ${trouble}\n`);
/** Milliseconds for a reader that takes nothing more. */
const LAST_WORDS = 3000;
// What was said last leaves before the process ends; a reader that is gone, or stuck, is not waited for.
const exit = (): never => process.exit(trouble === null ? 0 : 1);
setTimeout(exit, LAST_WORDS).unref();
if (process.stdout.writable) process.stdout.write('', exit);
else exit();
