import { Slices } from './slices.ts';

/** The pieces as the parts of a file: to encode a long text at once would hold the page up. */
export async function encoded(pieces: Iterable<string>): Promise<Blob[]> {
  const parts: Blob[] = [];
  const slices = new Slices();
  for (const piece of pieces) {
    parts.push(new Blob([piece]));
    if (slices.full()) await slices.pause();
  }
  return parts;
}
