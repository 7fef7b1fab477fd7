/**
 * Everything that the extension keeps, by area and by how its keys begin: the one list of it. A store can be made only
 * for a kind that stands here, and `tests/unit/background/corrupted-storage.test.ts` damages each of them.
 * The history's database is a place of its own: `history-database.ts`.
 */

/** `storage.session`: gone with the browser. */
export const SESSION_KINDS = [
  'visit:',
  'visit-dropped:',
  'origin:',
  'page-only:',
  'private-origin:',
  'certificate:',
  'private-certificate:',
  'try:',
  'capability:',
  'watching:',
  'unmatched:',
  'companion:',
  'handover:',
  'history-told:',
  'history-',
] as const;

export type SessionKind = (typeof SESSION_KINDS)[number];

/** `storage.local`: kept until it is erased. */
export const LOCAL_KINDS = { settings: 'settings', requests: 'request:' } as const;

/** `storage.sync`, only while the user wants that. */
export const SYNC_KINDS = { display: 'display' } as const;
