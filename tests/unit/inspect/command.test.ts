/** The command as a person runs it. */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateDer } from '../certificate/certificate-builder.ts';
import { integer } from '../certificate/der-builder.ts';

const project = fileURLToPath(new URL('../../../', import.meta.url));
let folder = '';

interface Run {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the command in the folder; `readOnly` bytes of its output are read, then the pipe is closed. */
function run(words: string[], readOnly = Infinity): Promise<Run> {
  return new Promise((resolve) => {
    const child = spawn(`${project}node_modules/.bin/tsx`, [`${project}scripts/inspect.ts`, ...words], {
      cwd: folder,
    });
    const result: Run = { code: null, out: '', err: '' };
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      result.out += text;
      if (result.out.length > readOnly) child.stdout.destroy();
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => (result.err += text));
    child.on('close', (code) => resolve({ ...result, code }));
  });
}

function lines(out: string): { file: string; index: number; readable: boolean; error?: string }[] {
  return out
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { file: string; index: number; readable: boolean; error?: string });
}

function pemOf(der: Buffer): string {
  return `-----BEGIN CERTIFICATE-----\n${der.toString('base64')}\n-----END CERTIFICATE-----\n`;
}

beforeAll(() => {
  folder = mkdtempSync(`${tmpdir()}/inspect-`);
  const der = certificateDer();
  const pem = pemOf(der);
  mkdirSync(`${folder}/some/below/deeper`, { recursive: true });
  mkdirSync(`${folder}/empty`);
  writeFileSync(`${folder}/some/b.der`, der);
  writeFileSync(`${folder}/some/a.CRT`, pem + pem);
  writeFileSync(`${folder}/some/below/deeper/c.txt`, pem);
  writeFileSync(`${folder}/some/passed-over.key`, 'no certificate');
  writeFileSync(`${folder}/broken.pem`, 'no certificate');
  const thousand = Array.from({ length: 1000 }, (_, number) =>
    pemOf(certificateDer({ serialNumber: integer(0x40 + (number >> 8), number & 0xff) })),
  );
  writeFileSync(`${folder}/thousand.pem`, thousand.join(''));
  symlinkSync('b.der', `${folder}/some/link.der`);
  symlinkSync('..', `${folder}/some/below/circle`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run inspect', () => {
  it('reads files, and directories in the order of names, joined as they were given', async () => {
    const { code, out, err } = await run(['--json', './some/', 'some/b.der']);
    expect(lines(out).map(({ file, index }) => [file, index])).toEqual([
      ['./some/a.CRT', 0],
      ['./some/a.CRT', 1],
      ['./some/b.der', 0],
      ['./some/below/deeper/c.txt', 0],
      ['./some/link.der', 0],
      ['some/b.der', 0],
    ]);
    expect([code, err]).toEqual([0, '']);
  });

  it('ends with 1 when something could not be read, and says what and why', async () => {
    const { code, out } = await run(['--json', 'some/b.der', 'broken.pem', 'missing.pem', 'empty']);
    expect(lines(out)).toMatchObject([
      { file: 'some/b.der', readable: true },
      {
        file: 'broken.pem',
        index: 0,
        readable: false,
        error: expect.stringMatching(/neither a PEM certificate nor DER/),
      },
      { file: 'missing.pem', index: 0, readable: false, error: expect.stringMatching(/no such file/) },
      { file: 'empty', index: 0, readable: false, error: expect.stringMatching(/below it/) },
    ]);
    expect(code).toBe(1);
  });

  it('ends with 2 and its usage when called wrongly', async () => {
    for (const words of [[], ['--jsno', 'some']]) {
      const { code, out, err } = await run(words);
      expect([code, out]).toEqual([2, '']);
      expect(err).toContain('Usage: npm run inspect');
    }
  });

  it('reports for people without --json', async () => {
    const { code, out } = await run(['some/b.der']);
    expect(out).toMatch(/Subject +www\.example\.org/);
    expect(out).toMatch(/Let's Encrypt: 0 proven, 0 claimed, 1 no; 0 unreadable\.\n$/);
    expect(code).toBe(0);
  });

  it('reads 1,000 certificates in under 10 seconds and prints the last of them', async () => {
    const started = performance.now();
    const { out } = await run(['--json', 'thousand.pem']);
    expect(performance.now() - started).toBeLessThan(10_000);
    expect(lines(out).at(-1)).toMatchObject({ index: 999, readable: true });
  }, 20_000);

  it('ends quietly when its reader stops reading', async () => {
    const { code, err } = await run(['--json', 'thousand.pem'], 1000);
    expect([code, err]).toEqual([0, '']);
  });
});
