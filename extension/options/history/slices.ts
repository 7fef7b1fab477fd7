/** Long work in slices, so that the page answers in between. */

/** Milliseconds of a slice: well below the 50 from which browsers call a task long. */
const SLICE = 12;

export class Slices {
  private begun = performance.now();

  /** The slice is used up: time to pause. */
  full(): boolean {
    return performance.now() - this.begun > SLICE;
  }

  /** Lets the page do what waits, then begins the next slice. */
  async pause(): Promise<void> {
    await new Promise((resolve) => {
      setTimeout(resolve);
    });
    this.begun = performance.now();
  }
}
