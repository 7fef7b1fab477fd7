/**
 * Hands the browser a file that the page made, to be saved where the person's downloads go. Nothing is sent, and no
 * permission is needed.
 *
 * @param type the media type, with its charset where it has one
 * @param parts the content in order; texts are written in UTF-8
 */
export function saveFile(name: string, type: string, parts: (string | Blob)[]): void {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the file after the click; a minute is plenty, and the page's end frees it anyway.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
