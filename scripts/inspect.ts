/** `npm run inspect -- [--json] FILE|DIRECTORY|HOST[:PORT]…`: which certificates did Let's Encrypt issue? */
import { once } from 'node:events';
import { authorityFacts } from '../src/letsencrypt/facts.ts';
import { createRecogniser, type Recogniser } from '../src/letsencrypt/recogniser.ts';
import { parseArguments, USAGE } from '../src/inspect/arguments.ts';
import { connectionReport } from '../src/inspect/connection.ts';
import { inert, inertJson } from '../src/inspect/inert.ts';
import { inspectCertificates, inspectFile } from '../src/inspect/inspect-file.ts';
import type { Inspection } from '../src/inspect/inspection.ts';
import { count, reportOf, summary } from '../src/inspect/report.ts';
import { filesOf } from './inspect-files.ts';
import { lookAt, siteNamed } from './inspect-site.ts';

async function print(text: string): Promise<void> {
  if (!process.stdout.write(`${text}\n`)) await once(process.stdout, 'drain');
}

async function inspect(paths: string[], json: boolean): Promise<number> {
  const recognise = createRecogniser(authorityFacts.authorities);
  let tally = { proven: 0, claimed: 0, no: 0, unreadable: 0 };
  for await (const inspections of inspectionsOf(paths, recognise, json)) {
    tally = count(tally, inspections);
    for (const inspection of inspections) {
      await print(json ? inertJson(inspection) : `${reportOf(inspection)}\n`);
    }
  }
  if (!json) await print(summary(tally));
  return tally.unreadable === 0 ? 0 : 1;
}

async function* inspectionsOf(
  paths: string[],
  recognise: Recogniser,
  json: boolean,
): AsyncGenerator<Inspection[]> {
  for (const path of paths) {
    const site = siteNamed(path);
    if (site !== null) {
      const seen = await lookAt(site);
      if ('error' in seen) {
        yield [{ file: path, index: 0, readable: false, error: seen.error }];
        continue;
      }
      if (!json) await print(`${connectionReport(seen.connection)}\n`);
      const inspections = await inspectCertificates(path, seen.chain, recognise);
      yield json ? inspections.map((each) => ({ ...each, connection: seen.connection })) : inspections;
      continue;
    }
    for await (const found of filesOf([path])) {
      yield 'error' in found
        ? [{ ...found, index: 0, readable: false }]
        : await inspectFile(found.file, found.bytes, recognise);
    }
  }
}

// Whoever reads the output may stop before its end (`| head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

// The exit code is set, never process.exit called, so that everything printed leaves first.
const command = parseArguments(process.argv.slice(2));
if (command.kind === 'help') {
  await print(USAGE);
} else if (command.kind === 'wrong') {
  process.stderr.write(`${inert(command.message)}\n\n${USAGE}\n`);
  process.exitCode = 2;
} else {
  process.exitCode = await inspect(command.paths, command.json);
}
