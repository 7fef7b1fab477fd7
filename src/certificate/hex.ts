const DIGITS = Array.from({ length: 256 }, (_, octet) => octet.toString(16).padStart(2, '0'));

/** Two lower-case hexadecimal digits for each octet. */
export function hex(bytes: Uint8Array): string {
  let text = '';
  for (const octet of bytes) text += DIGITS[octet] ?? '';
  return text;
}
