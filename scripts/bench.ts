/**
 * `npm run bench`: the figures of docs/performance.md, measured side by side in one run, and that document written anew.
 * `-- --only SUBJECT` (repeatable) measures some and keeps the others' last figures; `--browser firefox|chromium`;
 * `--rounds N`; `--largest SUBRESOURCES` leaves out larger pages, which take most of the time; `--compare NAME=FOLDER` (repeatable) adds another unpacked extension to the page loads;
 * `--quick` only tries whether everything works, and writes nothing; `--json` prints what was measured as JSON;
 * `--report` measures nothing and writes the document from what was measured last.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { isSubject, SUBJECTS, type Measurement, type Subject } from './bench/measurement.ts';
import { machine } from './bench/machine.ts';
import { readMeasurements, saveMeasurement } from './bench/saved.ts';
import { performanceDocument } from './bench/document.ts';

const project = path.resolve(import.meta.dirname, '..');
const DOCUMENT = path.join(project, 'docs', 'performance.md');

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    report: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    browser: { type: 'string' },
    rounds: { type: 'string' },
    largest: { type: 'string' },
    compare: { type: 'string', multiple: true, default: [] },
  },
});

function chosen(): Subject[] {
  if (values.report) return [];
  for (const name of values.only)
    if (!isSubject(name))
      throw new Error(`There is no subject "${name}". Known: ${Object.keys(SUBJECTS).join(', ')}.`);
  const all = Object.keys(SUBJECTS).filter(isSubject);
  return values.only.length === 0 ? all : all.filter((name) => values.only.includes(name));
}

/** Runs a bench in a process of its own, its progress on standard error. */
function measure(subject: Subject): Promise<unknown> {
  const options = SUBJECTS[subject];
  const passed = [
    ...(values.quick && options.includes('quick') ? ['--quick'] : []),
    ...(values.browser !== undefined && options.includes('browser') ? ['--browser', values.browser] : []),
    ...(values.rounds !== undefined && options.includes('rounds') ? ['--rounds', values.rounds] : []),
    ...(values.largest !== undefined && options.includes('largest') ? ['--largest', values.largest] : []),
    ...(options.includes('compare') ? values.compare.flatMap((one) => ['--compare', one]) : []),
  ];
  const file = path.join(project, 'tests', 'bench', `${subject}.bench.ts`);
  const child = spawn(process.execPath, ['--import', 'tsx', file, '--json', ...passed], {
    cwd: project,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(JSON.parse(output));
      else reject(new Error(`The bench ${subject} ended with code ${code}.`));
    });
  });
}

const measured: Measurement[] = [];
for (const subject of chosen()) {
  const started = Date.now();
  process.stderr.write(`── ${subject}\n`);
  const result = await measure(subject);
  const measurement = { subject, at: started, machine: machine(), result } as Measurement;
  measured.push(measurement);
  if (!values.quick) saveMeasurement(measurement);
  process.stderr.write(`── ${subject}: ${Math.round((Date.now() - started) / 1000)} s\n`);
}

const document = await performanceDocument(values.quick ? measured : readMeasurements());
if (!values.quick) {
  mkdirSync(path.dirname(DOCUMENT), { recursive: true });
  writeFileSync(DOCUMENT, document);
  process.stderr.write('Written: docs/performance.md\n');
}
process.stdout.write(values.json ? `${JSON.stringify(measured)}\n` : document);
