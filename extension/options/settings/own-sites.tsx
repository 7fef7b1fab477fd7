import { useRef, useState } from 'preact/hooks';
import { siteHost } from '../../../src/settings/own-site.ts';
import { HostileName } from '../../ui/hostile-name.tsx';
import { text } from '../../ui/text.ts';
import { SettingNote } from './setting-note.tsx';
import type { SettingProps } from './setting-props.ts';

type Outcome = { said: string; wrong: boolean };

/** Sites that the user runs: there they are a subscriber, and the popup says what that leaves. */
export function OwnSites({ settings, fixed, change }: SettingProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const fieldRef = useRef<HTMLInputElement>(null);
  const isFixed = fixed.includes('ownSites');
  const add = (event: Event) => {
    event.preventDefault();
    const host = siteHost(fieldRef.current?.value ?? '');
    if (host === null) {
      setOutcome({ said: text('ownSiteWrong'), wrong: true });
    } else if (settings.ownSites.includes(host)) {
      setOutcome({ said: text('ownSiteThere', host), wrong: true });
    } else {
      change({ ownSites: [...settings.ownSites, host].toSorted() });
      setOutcome({ said: text('ownSiteAdded', host), wrong: false });
      if (fieldRef.current !== null) fieldRef.current.value = '';
    }
    fieldRef.current?.focus();
  };
  const remove = (host: string) => {
    change({ ownSites: settings.ownSites.filter((site) => site !== host) });
    setOutcome({ said: text('ownSiteRemoved', host), wrong: false });
    fieldRef.current?.focus();
  };
  return (
    <section id="settings-own-sites" aria-labelledby="settings-own-sites-title">
      <h3 id="settings-own-sites-title">{text('settingOwnSites')}</h3>
      <SettingNote id="setting-own-sites-note" description={text('settingOwnSitesNote')} fixed={isFixed} />
      {settings.ownSites.length > 0 && (
        <ul class="own-sites">
          {settings.ownSites.map((host) => (
            <li key={host}>
              <HostileName name={host} />
              <button
                type="button"
                class="button small"
                disabled={isFixed}
                aria-label={text('ownSiteRemoveNamed', host)}
                onClick={() => remove(host)}
              >
                {text('ownSiteRemove')}
              </button>
            </li>
          ))}
        </ul>
      )}
      <form class="setting" noValidate onSubmit={add}>
        <label for="setting-own-site">{text('ownSiteField')}</label>
        <div class="field-and-button">
          <input
            ref={fieldRef}
            id="setting-own-site"
            type="text"
            inputMode="url"
            autocomplete="off"
            spellcheck={false}
            disabled={isFixed}
            placeholder="example.org"
            aria-invalid={outcome?.wrong === true}
            aria-describedby="setting-own-sites-note setting-own-site-outcome"
          />
          <button type="submit" class="button" disabled={isFixed}>
            {text('ownSiteAdd')}
          </button>
        </div>
        <output id="setting-own-site-outcome" class={outcome?.wrong === true ? 'wrong' : undefined}>
          {outcome?.said}
        </output>
      </form>
    </section>
  );
}
