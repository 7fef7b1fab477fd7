import { locale } from './locale.ts';
import { browser } from '../platform/browser.ts';

/** Tells the document its language and direction, for screen readers, hyphenation and right-to-left layout. */
export function describeDocument(title?: string): void {
  const { documentElement } = document;
  documentElement.lang = locale();
  // A predefined message of WebExtensions: `ltr` or `rtl`.
  documentElement.dir = browser.i18n.getMessage('@@bidi_dir') === 'rtl' ? 'rtl' : 'ltr';
  if (title !== undefined) document.title = title;
}
