/** Saves a text as a file, by the browser's own download. */
export function saveFile(name: string, type: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser has taken hold of the contents once the click is dispatched; a turn later is early enough.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
