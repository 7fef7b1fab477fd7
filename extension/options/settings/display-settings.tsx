import { EDITIONS } from '../../../src/policy/editions.ts';
import { day } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import { Choice } from './choice.tsx';
import type { SettingProps } from './setting-props.ts';

/** How things are shown. */
export function DisplaySettings({ settings, fixed, change }: SettingProps) {
  const editions = EDITIONS.map(({ id }) => ({ value: id, label: day(id) })).toReversed();
  return (
    <section id="settings-display" aria-labelledby="settings-display-title">
      <h3 id="settings-display-title">{text('settingsDisplay')}</h3>
      <Choice
        id="setting-edition"
        label={text('settingEdition')}
        description={text('settingEditionNote')}
        options={[{ value: 'newest', label: text('settingEditionNewest') }, ...editions]}
        value={settings.edition}
        fixed={fixed.includes('edition')}
        onChange={(edition) => change({ edition })}
      />
      <Checkbox
        id="setting-reasons-open"
        label={text('settingReasonsOpen')}
        checked={settings.reasonsOpen}
        fixed={fixed.includes('reasonsOpen')}
        onChange={(reasonsOpen) => change({ reasonsOpen })}
      />
    </section>
  );
}
