/** What is measured, and what a measurement is kept as. */
import type { BackgroundResult } from '../../tests/bench/background.bench.ts';
import type { CertificateResult } from '../../tests/bench/certificate.bench.ts';
import type { CompanionResult } from '../../tests/bench/companion.bench.ts';
import type { HistoryResult } from '../../tests/bench/history.bench.ts';
import type { ListenersResult } from '../../tests/bench/listeners.bench.ts';
import type { PageLoadResult } from '../../tests/bench/page-load.bench.ts';
import type { PopupResult } from '../../tests/bench/popup.bench.ts';
import type { Machine } from './machine.ts';

type Option = 'quick' | 'browser' | 'rounds' | 'largest' | 'compare';

export type Subject = keyof Results;

/** Each subject is the file `tests/bench/SUBJECT.bench.ts`, which takes `--json` and these options. */
export const SUBJECTS: Record<Subject, readonly Option[]> = {
  'page-load': ['quick', 'browser', 'rounds', 'largest', 'compare'],
  listeners: ['quick', 'browser', 'rounds'],
  popup: ['quick', 'browser', 'rounds'],
  background: ['quick', 'browser', 'rounds'],
  certificate: [],
  companion: [],
  history: ['browser'],
};

interface Results {
  'page-load': PageLoadResult;
  listeners: ListenersResult;
  popup: PopupResult;
  background: BackgroundResult;
  certificate: CertificateResult;
  companion: CompanionResult;
  history: HistoryResult;
}

export type Measurement = {
  [S in Subject]: {
    subject: S;
    /** When it began, milliseconds since the epoch. */
    at: number;
    machine: Machine;
    result: Results[S];
  };
}[Subject];

export function isSubject(name: string): name is Subject {
  return Object.hasOwn(SUBJECTS, name);
}
