import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { newestEdition } from '../../src/policy/editions.ts';
import type { Settings } from '../../src/settings/settings.ts';
import { browser, isFirefox } from '../platform/browser.ts';
import { loadSettings, onSettingsChanged } from '../platform/settings.ts';
import { describeDocument } from '../ui/document-language.ts';
import { Options } from './options.tsx';

function LiveOptions({ initial }: { initial: Settings }) {
  const [settings, setSettings] = useState(initial);
  useEffect(() => onSettingsChanged(setSettings), []);
  const { version } = browser.runtime.getManifest();
  return (
    <Options
      edition={newestEdition()}
      settings={settings}
      version={version}
      firefox={isFirefox}
      now={Date.now()}
    />
  );
}

async function start(place: HTMLElement): Promise<void> {
  const initial = await loadSettings();
  render(<LiveOptions initial={initial} />, place);
}

describeDocument();
const root = document.getElementById('root');
if (root !== null) void start(root);
