/** `navigator.locks`, which happy-dom has not: one at a time, as the browser's are. */
let turn: Promise<unknown> = Promise.resolve();
Object.defineProperty(navigator, 'locks', {
  value: { request: (_: string, run: () => Promise<void>) => (turn = turn.then(run, run)) },
});

/** Resolves when nothing holds a lock or waits for one. */
export function locksFree(): Promise<unknown> {
  return turn;
}
