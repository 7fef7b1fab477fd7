/** Files that a person saves, made in the page: no permission and no network. */
import { Slices } from './slices.ts';

/** Puts the pieces together and hands them to the browser as a file. */
export async function download(name: string, type: string, pieces: Iterable<string>): Promise<void> {
  const parts: Blob[] = [];
  const slices = new Slices();
  for (const piece of pieces) {
    // To encode the whole text at once would hold the page up.
    parts.push(new Blob([piece]));
    if (slices.full()) await slices.pause();
  }
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is plenty, and the page's end frees it anyway.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
