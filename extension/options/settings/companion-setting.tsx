import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import type { SettingProps } from './setting-props.ts';

/** Chromium: whether the companion looks at every visited site, or only when the popup's button is pressed. */
export function CompanionSetting({ settings, fixed, change }: SettingProps) {
  return (
    <section id="settings-companion" aria-labelledby="settings-companion-title">
      <h3 id="settings-companion-title">{text('settingCompanionTitle')}</h3>
      <Checkbox
        id="setting-companion-always"
        label={text('settingCompanionAlways')}
        description={text('settingCompanionAlwaysNote')}
        checked={settings.companionAlways}
        fixed={fixed.includes('companionAlways')}
        onChange={(companionAlways) => change({ companionAlways })}
      />
    </section>
  );
}
