import { text } from '../ui/text.ts';
import { CopyButton } from './copy-button.tsx';

/** Browsers refuse links to their own pages: the address can only be shown and copied. */
const FLAG_ADDRESS = 'chrome://flags/#web-request-security-info';

/** How to let the browser show certificates. `thenAllow`: access to sites is missing too. */
export function FlagHint({ thenAllow = false }: { thenAllow?: boolean }) {
  return (
    <>
      <p>{text('flagIntroduction')}</p>
      <ol class="steps">
        <li>
          {text('flagStepOpen')}
          <span class="copyable">
            <code>{FLAG_ADDRESS}</code>
            <CopyButton content={FLAG_ADDRESS} label={text('copyFlagAddress')} />
          </span>
        </li>
        <li>{text('flagStepEnable')}</li>
        {thenAllow && <li>{text('flagStepAllow')}</li>}
        <li>{text('flagStepReload')}</li>
      </ol>
    </>
  );
}
