import { useEffect, useRef, useState } from 'preact/hooks';
import { DEFAULTS } from '../../../src/settings/settings.ts';
import { text } from '../../ui/text.ts';
import type { SettingProps } from './setting-props.ts';

/** Back to the defaults, asked twice: own sites are typed by hand. */
export function ResetSettings({ change }: Pick<SettingProps, 'change'>) {
  const [step, setStep] = useState<'idle' | 'asking' | 'done'>('idle');
  const cancel = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const wasAskingRef = useRef(false);
  useEffect(() => {
    if (step === 'asking') cancel.current?.focus();
    else if (wasAskingRef.current) ask.current?.focus();
    wasAskingRef.current = step === 'asking';
  }, [step]);
  const reset = () => {
    change(DEFAULTS);
    setStep('done');
  };
  return (
    <section id="settings-reset" aria-labelledby="settings-reset-title">
      <h3 id="settings-reset-title">{text('settingsReset')}</h3>
      <p id="setting-reset-note">{text('settingsResetNote')}</p>
      <div class="buttons">
        {step === 'asking' ? (
          <>
            <button type="button" class="button primary" onClick={reset}>
              {text('resetConfirm')}
            </button>
            <button ref={cancel} type="button" class="button" onClick={() => setStep('idle')}>
              {text('resetCancel')}
            </button>
          </>
        ) : (
          <button
            ref={ask}
            type="button"
            class="button"
            aria-describedby="setting-reset-note"
            onClick={() => setStep('asking')}
          >
            {text('resetSettings')}
          </button>
        )}
      </div>
      <output>{step === 'done' && text('resetDone')}</output>
    </section>
  );
}
