/** Firefox with the world's roots built in, the normal case: it asks nobody, and the log agrees. */
import { beforeAll, describe, expect, it } from 'vitest';
import { builtinRootPreferences, installBuiltinRoots } from '../../world/builtin-root/install.ts';
import { onStage } from '../sites/sites.ts';
import type { Stage, StageOptions } from '../stage/stage.ts';
import { turnOnPreciseWatch, visitAndRead, whatIsSaid, type Page } from './said.ts';

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

  it('asks nobody either where it refuses a must-staple page, of which nothing can be told', async () => {
    expect(await whereRefused()).toEqual({ asked: [], answer: 'cannot-tell', state: 'cannot-tell' });
  });

  async function whereRefused(): Promise<{ asked: unknown[]; answer: string; state: string }> {
    const { stage, browser } = scene();
    const since = Date.now();
    await expect(browser.visit(stage.world.site('must-staple-unstapled').url)).rejects.toThrow(
      'certificate error',
    );
    const { asked, answer, ocsp } = await whatIsSaid(browser, stage.world, since);
    return { asked, answer, state: ocsp.state };
  }

  describe('with the precise watch', () => {
    beforeAll(() => turnOnPreciseWatch(scene().browser));

    it.each(['before-2025', 'stapled', 'must-staple', 'another-ca', 'today'])(
      'sees none leave, and the log has none: %s',
      async (id) => {
        const { stage, browser } = scene();
        const since = Date.now();
        const { answer, ocsp } = await visitAndRead(browser, stage.world, stage.world.site(id).url);
        expect(stage.world.since(since).filter(({ service }) => service !== 'site')).toEqual([]);
        expect(ocsp.contact).toBeNull();
        expect(ocsp.state).toBe(id === 'today' ? 'not-named' : 'not-expected');
        expect(answer).toBe(id === 'another-ca' ? 'no-lets-encrypt' : 'probably-not-asked');
      },
    );

    it('lists none where Firefox refuses a must-staple page', async () => {
      expect(await whereRefused()).toEqual({ asked: [], answer: 'cannot-tell', state: 'cannot-tell' });
      const options = await scene().browser.openExtensionPage('options/index.html#overview-precise-watch');
      await options.waitForText('Every request that was seen leaving could be matched with a page.');
      await options.close();
    });
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
