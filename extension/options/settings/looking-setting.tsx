import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import type { SettingProps } from './setting-props.ts';

/** Whether what a page loads from other hosts is looked at, or the page alone. */
export function LookingSetting({ settings, fixed, change }: SettingProps) {
  return (
    <section id="settings-looking" aria-labelledby="settings-looking-title">
      <h3 id="settings-looking-title">{text('settingsLooking')}</h3>
      <Checkbox
        id="setting-page-only"
        label={text('settingPageOnly')}
        description={text('settingPageOnlyNote')}
        checked={settings.pageOnly}
        fixed={fixed.includes('pageOnly')}
        onChange={(pageOnly) => change({ pageOnly })}
      />
    </section>
  );
}
