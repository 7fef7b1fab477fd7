/** The reference material beside the project, which is no part of it: tests that need it skip without it, and say so. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../../shared');

/** The path of a file of `../shared`; null when it is not there, after a line that says what is skipped. */
export function reference(name: string, purpose: string): string | null {
  const file = path.join(folder, name);
  if (existsSync(file)) return file;
  console.log(`Skipped: ${purpose}. It needs ../shared/${name}, which is not beside this project.`);
  return null;
}

export function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
