/** Firefox with the world's roots built in, the normal case: it asks nobody, and the log agrees. */
import { describe, expect, it } from 'vitest';
import { builtinRootPreferences, installBuiltinRoots } from '../../world/builtin-root/install.ts';
import { onStage } from '../sites/sites.ts';
import type { Stage, StageOptions } from '../stage/stage.ts';
import { turnOnPreciseWatch, visitAndRead, type Page } from './said.ts';

function builtIn({ world }: Stage, preferences: Record<string, number> = {}): StageOptions {
  return {
    roots: 'none',
    builtInRoots: (profile) => installBuiltinRoots(profile, world.rootFiles),
    preferences: { ...builtinRootPreferences([...world.hosts, '127.0.0.1']), ...preferences },
  };
}

const seen = ({ main }: Page) => main.channels.ocsp.state === 'seen-leaving';

describe('Firefox, the roots built in', () => {
  const scene = onStage('firefox', (stage) => builtIn(stage));

  it.each(['before-2025', 'before-2025-ec', 'stapled', 'must-staple', 'another-ca', 'today'])(
    'says that none is expected, and the log has none: %s',
    async (id) => {
      const { stage, browser } = scene();
      const since = Date.now();
      const { ocsp, answer } = await visitAndRead(browser, stage.world, stage.world.site(id).url);
      expect(stage.world.since(since).filter(({ service }) => service !== 'site')).toEqual([]);
      expect(ocsp.state).toBe(id === 'today' ? 'not-named' : 'not-expected');
      expect(answer).toBe(id === 'another-ca' ? 'no-lets-encrypt' : 'probably-not-asked');
    },
  );

  it('asks nobody either where it refuses a must-staple page', async () => {
    const { stage, browser } = scene();
    const since = Date.now();
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    expect(stage.world.since(since, 'ocsp')).toEqual([]);
  });

  it('sees none leave with the precise watch', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const { asked, ocsp } = await visitAndRead(browser, stage.world, stage.world.site('before-2025').url);
    expect(asked).toEqual([]);
    expect(ocsp.contact).toBeNull();
  });
});

describe('Firefox, the roots built in, CRLite turned off in about:config', () => {
  const scene = onStage('firefox', (stage) => builtIn(stage, { 'security.pki.crlite_mode': 0 }));

  it('says "tried", whatever the defaults are', async () => {
    const { stage, browser } = scene();
    const { asked, answer, ocsp } = await visitAndRead(
      browser,
      stage.world,
      stage.world.site('before-2025').url,
    );
    expect(asked).toMatchObject([{ host: 'r11.o.lencr.org' }]);
    expect([answer, ocsp.state]).toEqual(['asked', 'tried']);
  });

  it('sees it leave with the precise watch', async () => {
    const { stage, browser } = scene();
    await turnOnPreciseWatch(browser);
    const { asked } = await visitAndRead(browser, stage.world, stage.world.site('before-2025-ec').url, seen);
    expect(asked).toMatchObject([{ host: 'e6.o.lencr.org' }]);
  });
});
