/** Takes the one statement out of Preact that would parse a text as markup. */
import type { Plugin } from 'vite';

/** In Preact's module as published. It serves `dangerouslySetInnerHTML`, which no page of the extension uses. */
const STATEMENT = '(t.innerHTML=h.__html)';
const REPLACEMENT = '(t.textContent=h.__html)';

/**
 * Names in certificates are written by strangers, so the packages hold no code that could make markup of one; stores
 * warn of such code too (`UNSAFE_VAR_ASSIGNMENT`). With the replacement such a property would show its text as text.
 *
 * The replacement is of exactly one statement: a Preact that says it otherwise fails the build, and whoever updates it
 * looks it up anew (`dom.innerHTML =` in Preact's `src/diff/index.js`).
 */
export function noInnerHtml(): Plugin {
  let seen = false;
  return {
    name: 'no-inner-html',
    transform(code, id) {
      if (!/\/preact\/dist\/preact\.(?:m?js)$/.test(id)) return null;
      seen = true;
      return { code: withoutInnerHtml(code), map: null };
    },
    generateBundle() {
      if (!seen) this.error("Preact's module was not seen: has its file another name now?");
    },
  };
}

/**
 * @param code Preact's module
 * @throws when it holds the statement not exactly once, or another that writes markup
 */
export function withoutInnerHtml(code: string): string {
  const changed = code.replace(STATEMENT, REPLACEMENT);
  if (changed === code || /\.(?:innerHTML|outerHTML)=[^=]|insertAdjacentHTML/.test(changed)) {
    throw new Error('Preact writes innerHTML otherwise than scripts/build/no-inner-html.ts knows.');
  }
  return changed;
}
