import { FlagAddress } from '../ui/flag-address.tsx';
import { text } from '../ui/text.ts';

/** How to let the browser show certificates. `thenAllow`: access to sites is missing too. */
export function FlagHint({ thenAllow = false }: { thenAllow?: boolean }) {
  return (
    <>
      <p>{text('flagIntroduction')}</p>
      <ol class="steps">
        <li>
          {text('flagStepOpen')}
          <FlagAddress />
        </li>
        <li>{text('flagStepEnable')}</li>
        {thenAllow && <li>{text('flagStepAllow')}</li>}
        <li>{text('flagStepReload')}</li>
      </ol>
      <p>{text('flagCost')}</p>
    </>
  );
}
