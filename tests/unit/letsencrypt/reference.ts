/** The reference material beside the project, which is no part of it: tests that need it skip without it, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('../../../../shared/', import.meta.url));

/** The path of a file of `../shared`; null when it is not there, after a line that says what is skipped. */
export function reference(path: string, purpose: string): string | null {
  const file = `${folder}${path}`;
  if (existsSync(file)) return file;
  console.log(`Skipped: ${purpose}. It needs ../shared/${path}, which is not beside this project.`);
  return null;
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
