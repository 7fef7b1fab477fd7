import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { newestEdition } from '../../src/policy/editions.ts';
import { SETTING_NAMES, type Settings, type SettingName } from '../../src/settings/settings.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { runErrands } from '../platform/companion-errands.chromium.ts';
import { onSettingsChanged, settingsInForce } from '../platform/settings.ts';
import { describeDocument } from '../ui/document-language.ts';
import { Options } from './options.tsx';
import { unfoldForPrinting } from './unfold.ts';

interface Known {
  settings: Settings;
  fixed: SettingName[];
}

/** All at once: a setting must not be shown as free and then as fixed. */
async function know(): Promise<Known> {
  const { settings, fixed } = await settingsInForce();
  return { settings, fixed: SETTING_NAMES.filter((name) => Object.hasOwn(fixed, name)) };
}

function LiveOptions({ initial, now }: { initial: Known; now: number }) {
  const [known, setKnown] = useState(initial);
  useEffect(() => {
    let latest = 0;
    return onSettingsChanged(() => {
      latest += 1;
      const turn = latest;
      // Two changes in a row are read apart: the older reading may come last and never replaces the newer one.
      void know().then((found) => {
        if (turn === latest) setKnown(found);
      });
    });
  }, []);
  const { version } = browser.runtime.getManifest();
  return <Options edition={newestEdition()} {...known} version={version} firefox={isFirefox} now={now} />;
}

async function start(place: HTMLElement): Promise<void> {
  render(<LiveOptions initial={await know()} now={Date.now()} />, place);
}

// Written out: the constant `isFirefox` would leave the import in Firefox's build, which must not have it.
if (import.meta.env.MODE !== 'firefox') void runErrands();
describeDocument();
unfoldForPrinting();
const root = document.getElementById('root');
if (root !== null) void start(root);
