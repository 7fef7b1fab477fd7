import { useEffect, useState } from 'preact/hooks';
import type { Source } from '../../../src/exposure/source.ts';
import { thisBrowser } from '../../platform/identity.ts';
import { setSync } from '../../platform/synced-settings.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { text } from '../../ui/text.ts';
import { Checkbox } from './checkbox.tsx';
import type { SettingProps } from './setting-props.ts';

const NOT_ON_ANDROID: Source = {
  kind: 'page',
  title: 'MDN: storage.sync',
  date: '2026-09-03',
  url: 'https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/storage/sync',
};

/** Whether display settings go through the browser's own sync; `onFailure` where the browser refuses. */
export function SyncSetting({
  settings,
  fixed,
  onFailure,
}: Omit<SettingProps, 'change'> & { onFailure: () => void }) {
  const [android, setAndroid] = useState(false);
  useEffect(() => {
    thisBrowser().then(
      ({ platform }) => setAndroid(platform === 'android'),
      () => {
        // Not known which browser it is: then nothing is said of it.
      },
    );
  }, []);
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
      {android && (
        <p>
          {text('settingSyncAndroid')}{' '}
          <span class="source">
            <SourceLink source={NOT_ON_ANDROID} />
          </span>
        </p>
      )}
    </section>
  );
}
