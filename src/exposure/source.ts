/** Where a statement comes from. Nothing is shown without one. */
export type Source =
  /** A dated edition of the privacy policy and a section of it. */
  | { kind: 'policy'; edition: string; section: string; url: string }
  /** A dated public page. */
  | { kind: 'page'; title: string; date: string; url: string }
  | { kind: 'rfc'; number: number; section: string; url: string }
  /** Measured by this project with a real browser, in `tests/browser`. */
  | { kind: 'measured'; browser: string; date: string }
  /** What the browser reported about this very visit. */
  | { kind: 'this-visit'; api: string };
