import { useEffect, useState } from 'preact/hooks';
import { canConnect, giveBackCompanion, requestCompanionEverywhere } from '../../platform/companion.ts';
import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import type { SettingProps } from './setting-props.ts';
import { useCompanionPermission } from './use-companion-permission.ts';

/** Chromium: whether the companion looks at every visited site, or only when the popup's button is pressed. */
export function CompanionSetting({ settings, fixed, change }: SettingProps) {
  const allowed = useCompanionPermission();
  const [refused, setRefused] = useState(false);
  const [given, setGiven] = useState(false);
  const { companionAlways } = settings;
  // Begun anew, this page can ask the companion, which the background cannot before its next start. Not before the setting
  // is kept: that would be lost.
  useEffect(() => {
    if (given && companionAlways && !canConnect()) location.reload();
  }, [given, companionAlways]);
  const ask = () => {
    setRefused(false);
    // Browsers ask only while the click is being handled: nothing is awaited before.
    requestCompanionEverywhere().then(
      (yes) => {
        setRefused(!yes);
        setGiven(yes);
        if (yes) change({ companionAlways: true });
      },
      () => setRefused(true),
    );
  };
  return (
    <section id="settings-companion" aria-labelledby="settings-companion-title">
      <h3 id="settings-companion-title">{text('settingCompanionTitle')}</h3>
      <Checkbox
        id="setting-companion-always"
        label={text('settingCompanionAlways')}
        description={text('settingCompanionAlwaysNote')}
        checked={companionAlways}
        fixed={fixed.includes('companionAlways')}
        onChange={(always) => {
          if (always) ask();
          else change({ companionAlways: false });
        }}
      />
      {companionAlways && allowed === false && (
        <p class="setting wrong">
          {text('settingCompanionNotAllowed')}{' '}
          <button type="button" class="button" onClick={ask}>
            {text('settingCompanionAllow')}
          </button>
        </p>
      )}
      {allowed === true && (
        <p class="setting">
          <button type="button" class="button" onClick={() => void giveBackCompanion()}>
            {text('settingCompanionWithdraw')}
          </button>
        </p>
      )}
      <output>{refused && text('companionRefused')}</output>
    </section>
  );
}
