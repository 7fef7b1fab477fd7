/** The last measurement of each subject, so that one can be measured again without the others. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isSubject, SUBJECTS, type Measurement, type Subject } from './measurement.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../.cache/bench');
const file = (subject: Subject): string => path.join(FOLDER, `${subject}.json`);

export function saveMeasurement(measurement: Measurement): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(file(measurement.subject), JSON.stringify(measurement, null, 1));
}

/** In the order of the subjects; one never measured here is missing. */
export function readMeasurements(): Measurement[] {
  return Object.keys(SUBJECTS)
    .filter(isSubject)
    .filter((subject) => existsSync(file(subject)))
    .map((subject) => JSON.parse(readFileSync(file(subject), 'utf8')) as Measurement);
}
