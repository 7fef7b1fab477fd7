/** The command line of `npm run inspect`. */

export const USAGE = `Usage: npm run inspect -- [--json] FILE|DIRECTORY|HOST[:PORT]…

Reads certificates (PEM, several in a file, or DER) and says which of them Let's Encrypt issued, and how that is known.
Of a directory, every .pem .crt .cer .der .txt file below it is read. A host that is no file (example.org, [::1]:8443) is
connected to, from this machine's own address; no request is sent. Without a port, 443.

  --json   one line of JSON for each certificate
  --help   this text

Exit status: 0 when everything could be read, 1 when something could not, 2 for wrong usage.`;

export type Command =
  { kind: 'inspect'; json: boolean; paths: string[] } | { kind: 'help' } | { kind: 'wrong'; message: string };

function isOption(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

/**
 * Reads the arguments, without the program's own name. Options may stand anywhere before `--`; `kind: 'wrong'` says
 * what is wrong with them.
 */
export function parseArguments(words: readonly string[]): Command {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const after = end < 0 ? [] : words.slice(end + 1);
  const options = before.filter(isOption);
  const unknown = options.find((option) => option !== '--json' && option !== '--help');
  if (unknown !== undefined) return { kind: 'wrong', message: `There is no option ${unknown}.` };
  if (options.includes('--help')) return { kind: 'help' };
  const paths = [...before.filter((word) => !isOption(word)), ...after];
  if (paths.length === 0) return { kind: 'wrong', message: 'No file, directory or host is named.' };
  if (paths.includes('')) return { kind: 'wrong', message: 'A file name is empty.' };
  return { kind: 'inspect', json: options.includes('--json'), paths };
}
