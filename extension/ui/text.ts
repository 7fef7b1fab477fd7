/** The texts of `_locales`, by typed key. */
import { browser } from '../platform/browser.ts';
import type about from '../_locales/en/about.json';
import type answers from '../_locales/en/answers.json';
import type companion from '../_locales/en/companion.json';
import type contacts from '../_locales/en/contacts.json';
import type extension from '../_locales/en/extension.json';
import type history from '../_locales/en/history.json';
import type letter from '../_locales/en/letter.json';
import type options from '../_locales/en/options.json';
import type overview from '../_locales/en/overview.json';
import type policy from '../_locales/en/policy.json';
import type policyChanges from '../_locales/en/policy-changes.json';
import type policyStatements from '../_locales/en/policy-statements.json';
import type policyTimeline from '../_locales/en/policy-timeline.json';
import type popup from '../_locales/en/popup.json';
import type reasons from '../_locales/en/reasons.json';
import type requests from '../_locales/en/requests.json';
import type rights from '../_locales/en/rights.json';
import type roles from '../_locales/en/roles.json';
import type settings from '../_locales/en/settings.json';
import type shared from '../_locales/en/shared.json';
import type visitor from '../_locales/en/visitor.json';
import type visits from '../_locales/en/visits.json';
import type welcome from '../_locales/en/welcome.json';
import { number, pluralForm } from './locale.ts';

/** One file a subject; the build joins them to the `messages.json` that browsers read. */
type Messages = typeof about &
  typeof answers &
  typeof companion &
  typeof contacts &
  typeof extension &
  typeof history &
  typeof letter &
  typeof options &
  typeof overview &
  typeof policy &
  typeof policyChanges &
  typeof policyStatements &
  typeof policyTimeline &
  typeof popup &
  typeof reasons &
  typeof requests &
  typeof rights &
  typeof roles &
  typeof settings &
  typeof shared &
  typeof visitor &
  typeof visits &
  typeof welcome;
export type TextKey = keyof Messages;

/** Keys whose text stands alone, without placeholders. */
export type PlainKey = {
  [Key in TextKey]: Messages[Key] extends { placeholders: object } ? never : Key;
}[TextKey];

type Substitutions<Key extends TextKey> = Key extends PlainKey ? [] : [string, ...string[]];

/** Texts that exist once for each plural form: `hosts` for `hosts_one`, `hosts_other`. */
export type CountedKey = TextKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

/** The text of `key` in the language of the browser; `substitutions` fill its placeholders in order. */
export function text<Key extends TextKey>(key: Key, ...substitutions: Substitutions<Key>): string {
  return browser.i18n.getMessage(key, substitutions);
}

/** The text of `key` in the plural form for `count`, which fills its first placeholder. */
export function counted(key: CountedKey, count: number): string {
  const shown = number(count);
  // A language without that form, or a translation that has not got it yet, has `other` (CLDR).
  return (
    browser.i18n.getMessage(`${key}_${pluralForm(count)}`, [shown]) ||
    browser.i18n.getMessage(`${key}_other`, [shown])
  );
}
