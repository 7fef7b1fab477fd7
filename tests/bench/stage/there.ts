/** What a browser without an extension has not got. */
export function there<T>(what: T | null): T {
  if (what === null) throw new Error('There is no extension in this browser.');
  return what;
}
