/** Names that strangers might write into certificates and addresses, to mislead who reads them or what shows them. */
export const HOSTILE_TEXTS: readonly string[] = [
  '<img src=x onerror=alert(1)>',
  '"><script>alert(1)</script>',
  '</title><style>*{display:none}</style>',
  'javascript:alert(1)',
  // Right-to-left override: shown, it would read "…/gpj.exe" backwards.
  'safe\u202Egpj.exe',
  '\u2067moc.elpmaxe\u2069',
  'zero\u200Bwidth\u200Djoiner\uFEFF.example',
  'line\nbreak\r\nand\ttab\u2028.example',
  'bell\u0007null\u0000escape\u001B[31m.example',
  // Cyrillic letters that look Latin.
  'l\u0435ts\u0435ncrypt.org',
  `Z${'\u0300\u0489'.repeat(50)}algo`,
  '\uD800lone surrogate',
  '$1 $NAME$ __MSG_extension_name__ %s {0}',
  '../../../etc/passwd?#@:80',
  'xn--',
  'a'.repeat(64 * 1024),
  '\u202E'.repeat(4096),
  '',
];
