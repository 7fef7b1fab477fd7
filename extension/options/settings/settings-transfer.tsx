import { useRef, useState } from 'preact/hooks';
import {
  readSettingsFile,
  writeSettingsFile,
  type SettingsFile,
} from '../../../src/settings/settings-file.ts';
import { saveFile } from '../../ui/save-file.ts';
import { inert } from '../../ui/inert.ts';
import { text } from '../../ui/text.ts';
import type { SettingProps } from './setting-props.ts';

/** Settings as a file, to another browser or from it. */
export function SettingsTransfer({ settings, change }: SettingProps) {
  const [outcome, setOutcome] = useState<{ said: string; wrong: boolean } | null>(null);
  const chooserRef = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const found = readSettingsFile(await file.text());
    if (found.is === 'settings') change(found.settings);
    setOutcome({ said: sentence(found, file.name), wrong: found.is !== 'settings' });
  };
  const choose = () => {
    const field = chooserRef.current;
    const file = field?.files?.[0];
    if (field === null || file === undefined) return;
    take(file).catch(() => setOutcome({ said: text('importUnreadable', inert(file.name)), wrong: true }));
    // The same file can be chosen again after it was mended.
    field.value = '';
  };
  return (
    <section id="settings-transfer" aria-labelledby="settings-transfer-title">
      <h3 id="settings-transfer-title">{text('settingsTransfer')}</h3>
      <p>{text('settingsTransferNote')}</p>
      <div class="buttons">
        <button
          type="button"
          class="button"
          onClick={() =>
            saveFile('relying-party-settings.json', 'application/json', [writeSettingsFile(settings)])
          }
        >
          {text('exportSettings')}
        </button>
        <button type="button" class="button" onClick={() => chooserRef.current?.click()}>
          {text('importSettings')}
        </button>
        <input
          ref={chooserRef}
          id="setting-import"
          type="file"
          accept=".json,application/json"
          aria-label={text('importSettings')}
          hidden
          onChange={choose}
        />
      </div>
      <output class={outcome?.wrong === true ? 'wrong' : undefined}>{outcome?.said}</output>
    </section>
  );
}

function sentence(found: SettingsFile, name: string): string {
  switch (found.is) {
    case 'settings':
      return text('importDone', inert(name));
    case 'not-json':
      return text('importNotJson', inert(name));
    case 'not-settings':
      return text('importNotSettings', inert(name));
    case 'newer':
      return text('importNewer', inert(name));
    case 'unfit':
      return text('importUnfit', inert(name), inert(found.field));
  }
}
