import { CopyButton } from './copy-button.tsx';
import { text } from './text.ts';

/** Browsers refuse links to their own pages: the address can only be shown and copied. */
const FLAG_ADDRESS = 'chrome://flags/#web-request-security-info';

/** Where Chromium lets extensions see certificates. */
export function FlagAddress() {
  return (
    <span class="copyable">
      <code>{FLAG_ADDRESS}</code>
      <CopyButton content={FLAG_ADDRESS} label={text('copyFlagAddress')} />
    </span>
  );
}
