import { useState } from 'preact/hooks';
import type { Settings as AllSettings } from '../../../src/settings/settings.ts';
import { eraseHistory } from '../../platform/history-database.ts';
import { changeSettings } from '../../platform/settings.ts';
import { text } from '../../ui/text.ts';
import { useHistoryLength } from '../history/history-length.tsx';
import { HistorySettings } from '../history/history-settings.tsx';
import type { SectionProps } from '../section-props.ts';
import { CompanionSetting } from './companion-setting.tsx';
import { DisplaySettings } from './display-settings.tsx';
import { LookingSetting } from './looking-setting.tsx';
import { OwnSites } from './own-sites.tsx';
import { PreciseWatchSetting } from './precise-watch-setting.tsx';
import { ResetSettings } from './reset-settings.tsx';
import { SettingsTransfer } from './settings-transfer.tsx';
import { SyncSetting } from './sync-setting.tsx';

/** Everything that a person can set. Each change counts at once, in every open page. */
export function Settings({ settings, fixed, firefox }: SectionProps) {
  const [failed, setFailed] = useState(false);
  const change = (changed: Partial<AllSettings>) => {
    changeSettings(changed).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  const given = { settings, fixed, change };
  const { keepFor, question } = useHistoryLength(given);
  // A file or a reset may bring a shorter time for the history: that waits for an answer, the rest does not.
  const changeMany = ({ historyDays, ...others }: Partial<AllSettings>) => {
    change(others);
    if (historyDays !== undefined) void keepFor(historyDays);
  };
  return (
    <section id="settings" aria-labelledby="settings-title">
      <h2 id="settings-title">{text('sectionSettings')}</h2>
      <p>{text('settingsIntroduction')}</p>
      {fixed.length > 0 && <p>{text('settingsManaged')}</p>}
      <div role="alert">{failed && <p class="wrong">{text('settingsNotSaved')}</p>}</div>
      <DisplaySettings {...given} />
      <LookingSetting {...given} />
      <section id="settings-history" aria-labelledby="settings-history-title">
        <h3 id="settings-history-title">{text('sectionHistory')}</h3>
        <HistorySettings
          {...given}
          id="setting-history"
          eraseAll={() => void eraseHistory().catch(() => setFailed(true))}
        />
      </section>
      <OwnSites {...given} />
      {firefox && <PreciseWatchSetting />}
      {import.meta.env.MODE !== 'firefox' && <CompanionSetting {...given} />}
      <SyncSetting {...given} onFailure={() => setFailed(true)} />
      <SettingsTransfer {...given} change={changeMany} />
      <ResetSettings change={changeMany} />
      {question}
    </section>
  );
}
