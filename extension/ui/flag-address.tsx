import { chromiumName } from '../platform/identity.ts';
import { CopyButton } from './copy-button.tsx';
import { text } from './text.ts';

/** How the address bars of Chromium's relatives call their own pages; `chrome:` is understood by all and shown by none. */
const SCHEMES: Readonly<Record<string, string>> = {
  'Microsoft Edge': 'edge',
  Brave: 'brave',
  Opera: 'opera',
  Vivaldi: 'vivaldi',
};

/** Where Chromium lets extensions see certificates. Browsers refuse links to their own pages: it is shown and copied. */
export function FlagAddress() {
  const address = `${SCHEMES[chromiumName()] ?? 'chrome'}://flags/#web-request-security-info`;
  return (
    <span class="copyable">
      <code>{address}</code>
      <CopyButton content={address} label={text('copyFlagAddress')} />
    </span>
  );
}
