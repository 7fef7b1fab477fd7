/** The facts of an edition as single values, each with the path that leads to it. */

export type Leaf = string | number | boolean | null | readonly (string | number)[];

/** Fields by which the records of a list are told apart, in the order in which they are looked for. */
const NAMES = ['purpose', 'name', 'right', 'ground', 'reason', 'what', 'way'] as const;

/** What leads to the original is no fact of its own. */
const PLACE = 'section';

/**
 * Every value below `facts`, by its path: `relyingParty.retention.normallyLessThanDays`. A list of words is one value; a
 * record in a list is found by its name: `purposes[certificate-status].bases`.
 */
export function leavesOf(facts: object): Map<string, Leaf> {
  const leaves = new Map<string, Leaf>();
  collect(facts, '', leaves);
  return leaves;
}

/**
 * The value at a path, or the record or list above values; undefined where there is none. A word in brackets also finds
 * an entry of a list of words: `relyingParty.recording.logged[ip-address]`.
 */
export function factAt(facts: object, path: string): unknown {
  let found: unknown = facts;
  for (const [, field, entry] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
    if (field !== undefined) found = isRecord(found) ? found[field] : undefined;
    else found = Array.isArray(found) ? found.find((item) => nameOf(item) === entry) : undefined;
  }
  return found;
}

/** Whether `path` is `above` or lies below it. */
export function liesIn(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

function collect(value: object, path: string, leaves: Map<string, Leaf>): void {
  for (const [field, item] of Object.entries(value) as [string, unknown][]) {
    if (field === PLACE) continue;
    const below = path === '' ? field : `${path}.${field}`;
    if (isLeaf(item)) leaves.set(below, item);
    else if (Array.isArray(item)) {
      for (const record of item as unknown[])
        if (isRecord(record)) collect(record, `${below}[${nameOf(record)}]`, leaves);
    } else if (isRecord(item)) collect(item, below, leaves);
  }
}

function isLeaf(value: unknown): value is Leaf {
  if (Array.isArray(value)) return value.every((item) => typeof item !== 'object');
  return value === null || typeof value !== 'object';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(item: unknown): string {
  if (!isRecord(item)) return String(item);
  const field = NAMES.find((name) => typeof item[name] === 'string');
  return field === undefined ? '' : String(item[field]);
}
