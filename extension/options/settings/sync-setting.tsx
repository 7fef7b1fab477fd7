import { setSync } from '../../platform/synced-settings.ts';
import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import type { SettingProps } from './setting-props.ts';

/** Whether display settings go through the browser's own sync; `onFailure` where the browser refuses. */
export function SyncSetting({
  settings,
  fixed,
  onFailure,
}: Omit<SettingProps, 'change'> & { onFailure: () => void }) {
  return (
    <section id="settings-sync" aria-labelledby="settings-sync-title">
      <h3 id="settings-sync-title">{text('settingsSync')}</h3>
      <Checkbox
        id="setting-sync"
        label={text('settingSync')}
        description={text('settingSyncNote')}
        checked={settings.sync}
        fixed={fixed.includes('sync')}
        onChange={(on) => {
          setSync(on).catch(onFailure);
        }}
      />
    </section>
  );
}
