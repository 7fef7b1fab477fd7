/** The history as JSON, written by this release and read by this and later ones. */
import * as v from 'valibot';
import { EntrySchema, type HistoryEntry } from './entry.ts';
import { UnmatchedSchema, type UnmatchedContact } from './unmatched.ts';

/**
 * Raised with each change of what a file holds; `readExport` reads every version up to this one. 2: with the requests that
 * no page could be matched with, which a reader of version 1 would lose without a word.
 */
export const EXPORT_VERSION = 2;
const FORMAT = 'relying-party-history';

const HeadSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  entries: v.array(v.unknown()),
  unmatched: v.optional(v.array(v.unknown()), []),
});

/** What a file held. */
export interface ExportContents {
  /** When it was written, milliseconds since the epoch. */
  exportedAt: number;
  entries: HistoryEntry[];
  unmatched: UnmatchedContact[];
  /** Entries and requests that did not fit the schema and were left out. */
  dropped: number;
}

export class UnreadableExport extends Error {
  override name = 'UnreadableExport';
  constructor(readonly why: 'not-json' | 'not-a-history' | 'newer-version') {
    super(`The file cannot be read as an exported history: ${why}`);
  }
}

/**
 * The file in pieces, so that a page can make a long one without standing still.
 *
 * @param exportedAt milliseconds since the epoch
 * @param batch entries to a piece
 */
export function* exportJson(
  { entries, unmatched }: Pick<ExportContents, 'entries' | 'unmatched'>,
  exportedAt: number,
  batch = 500,
): Generator<string> {
  const head = { format: FORMAT, version: EXPORT_VERSION, exportedAt: new Date(exportedAt).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  yield* lines(entries, batch);
  yield '\n],"unmatched":[';
  yield* lines(unmatched, batch);
  yield '\n]}\n';
}

function* lines(rows: readonly unknown[], batch: number): Generator<string> {
  for (let start = 0; start < rows.length; start += batch) {
    const texts = rows.slice(start, start + batch).map((row) => `\n${JSON.stringify(row)}`);
    yield `${start > 0 ? ',' : ''}${texts.join(',')}`;
  }
}

/**
 * Reads what `exportJson` wrote.
 *
 * @throws UnreadableExport for anything else, and for a file of a later version
 */
export function readExport(text: string): ExportContents {
  const head = v.safeParse(HeadSchema, parsed(text));
  if (!head.success) throw new UnreadableExport('not-a-history');
  const { version, exportedAt } = head.output;
  if (version > EXPORT_VERSION) throw new UnreadableExport('newer-version');
  const entries = fitting(EntrySchema, head.output.entries);
  const unmatched = fitting(UnmatchedSchema, head.output.unmatched);
  const rows = head.output.entries.length + head.output.unmatched.length;
  return {
    exportedAt: Date.parse(exportedAt),
    entries,
    unmatched,
    dropped: rows - entries.length - unmatched.length,
  };
}

function fitting<T>(schema: v.GenericSchema<unknown, T>, rows: unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsedRow = v.safeParse(schema, row);
    return parsedRow.success ? [parsedRow.output] : [];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableExport('not-json');
  }
}
