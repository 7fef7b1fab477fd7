/** The history as JSON, written by this release and read by this and later ones. */
import * as v from 'valibot';
import { EntrySchema, type HistoryEntry } from './entry.ts';

/** Raised when a file of the older version could no longer be read as it is; `readExport` then converts it. */
export const EXPORT_VERSION = 1;
const FORMAT = 'relying-party-history';

const HeadSchema = v.object({
  format: v.literal(FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  exportedAt: v.pipe(v.string(), v.isoTimestamp()),
  entries: v.array(v.unknown()),
});

/** What a file held. */
export interface ExportContents {
  /** When it was written, milliseconds since the epoch. */
  exportedAt: number;
  entries: HistoryEntry[];
  /** Entries that did not fit the schema and were left out. */
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
  entries: readonly HistoryEntry[],
  exportedAt: number,
  batch = 500,
): Generator<string> {
  const head = { format: FORMAT, version: EXPORT_VERSION, exportedAt: new Date(exportedAt).toISOString() };
  yield `${JSON.stringify(head).slice(0, -1)},"entries":[`;
  for (let start = 0; start < entries.length; start += batch) {
    const lines = entries.slice(start, start + batch).map((entry) => `\n${JSON.stringify(entry)}`);
    yield `${start > 0 ? ',' : ''}${lines.join(',')}`;
  }
  yield '\n]}\n';
}

/**
 * Reads what `exportJson` wrote.
 *
 * @throws UnreadableExport for anything else, and for a file of a later version
 */
export function readExport(text: string): ExportContents {
  const head = v.safeParse(HeadSchema, parsed(text));
  if (!head.success) throw new UnreadableExport('not-a-history');
  const { version, exportedAt, entries: rows } = head.output;
  if (version > EXPORT_VERSION) throw new UnreadableExport('newer-version');
  const entries = rows.flatMap((row) => {
    const entry = v.safeParse(EntrySchema, row);
    return entry.success ? [entry.output] : [];
  });
  return { exportedAt: Date.parse(exportedAt), entries, dropped: rows.length - entries.length };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new UnreadableExport('not-json');
  }
}
