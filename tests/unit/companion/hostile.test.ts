/** The companion as it is released, among peers and callers that mean no good. */
import { mkdtempSync, rmSync, utimesSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as fc from 'fast-check';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { MAX_ANSWER_BYTES } from '../../../src/companion/protocol.ts';
import { encodeFrame } from '../../../companion/frames.ts';
import type { Listening } from '../../world/services/listening.ts';
import { buildCompanion, Caller } from './caller.ts';
import { closingPeer, drippingPeer, floodingPeer, garbagePeer, silentPeer, tlsPeer } from './peers.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'relying-party-companion-'));
const callers: Caller[] = [];
const peers: Listening[] = [];
let program = '';

beforeAll(async () => {
  program = await buildCompanion(folder);
}, 30_000);
afterEach(async () => {
  for (const caller of callers.splice(0)) caller.kill();
  await Promise.all(peers.splice(0).map((started) => started.close()));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function call(): Caller {
  const caller = new Caller(program);
  callers.push(caller);
  return caller;
}

async function greeted(): Promise<Caller> {
  const caller = call();
  await caller.greet();
  return caller;
}

async function peer(starting: Promise<Listening>): Promise<number> {
  const started = await starting;
  peers.push(started);
  return started.port;
}

describe('a site', () => {
  it('is reported with its certificate, whatever Node thinks of it', async () => {
    const caller = await greeted();
    const answer = await caller.look(1, '127.0.0.1', await peer(tlsPeer()));
    expect(answer).toMatchObject({
      type: 'sighting',
      tlsVersion: 'TLSv1.3',
      // Nobody vouches for it, and it may have expired too.
      nodeRejects: expect.stringMatching(/SELF_SIGNED|EXPIRED/),
      staple: { is: 'none' },
    });
    expect(caller.sockets()).toBeLessThanOrEqual(3);
  });

  it.each([
    ['that hangs up at once', closingPeer, 'no-tls'],
    ['that speaks garbage', garbagePeer, 'no-tls'],
    ['that floods', floodingPeer, 'no-tls'],
    ['with a chain larger than OpenSSL takes', () => tlsPeer(12, 20_000), 'no-tls'],
  ] as const)('%s fails with a reason', async (_, start, why) => {
    const caller = await greeted();
    const port = await peer(start());
    const before = caller.memory();
    expect(await caller.look(7, '127.0.0.1', port)).toMatchObject({ type: 'failure', id: 7, why });
    expect(caller.memory() - before).toBeLessThan(60);
    // And it goes on.
    expect(await caller.look(8, '127.0.0.1', await peer(tlsPeer()))).toMatchObject({ type: 'sighting' });
  });

  it('that floods, as often as it may be asked for at once, fills no memory', async () => {
    const caller = await greeted();
    const ports = await Promise.all([peer(floodingPeer()), peer(tlsPeer(12, 20_000)), peer(drippingPeer())]);
    const before = caller.memory();
    // Eight at a time, and as many waiting as may wait: of the last kind so few that they do not take their 10 seconds twice.
    const asked = Array.from({ length: 200 }, (_, id) => (id < 6 ? 2 : id % 2));
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, caller.memory())), 20);
    const answers = await Promise.all(
      asked.map((kind, id) => caller.look(id, '127.0.0.1', ports[kind] ?? 0)),
    );
    clearInterval(watch);
    const reasons = answers.map((answer) => (answer.type === 'failure' ? answer.why : answer.type));
    expect(new Set(reasons)).toEqual(new Set(['no-tls', 'timed-out']));
    expect(most - before).toBeLessThan(120);
    expect(caller.sockets()).toBeLessThanOrEqual(3);
    console.info(`Flooded 200 times, the companion grew by ${Math.round(most - before)} MiB at most.`);
  }, 30_000);

  it('with a chain as large as OpenSSL takes still fits into an answer', async () => {
    const caller = await greeted();
    const answer = await caller.look(1, '127.0.0.1', await peer(tlsPeer(9, 10_000)));
    expect(answer.type).toBe('sighting');
    expect(JSON.stringify(answer).length).toBeLessThan(MAX_ANSWER_BYTES);
  });

  it('nobody listens at, or whose name does not resolve, fails with that reason', async () => {
    const caller = await greeted();
    const gone = await silentPeer();
    await gone.close();
    expect(await caller.look(1, '127.0.0.1', gone.port)).toMatchObject({ why: 'refused' });
    expect(await caller.look(2, 'nowhere.invalid', 443)).toMatchObject({ why: 'name-not-found' });
  }, 15_000);

  it('that is silent, or says a byte at a time, is given up after 10 seconds and leaves no connection', async () => {
    const caller = await greeted();
    const idle = caller.sockets();
    const started = performance.now();
    const ports = await Promise.all([peer(silentPeer()), peer(drippingPeer())]);
    const answers = await Promise.all(ports.map((port, id) => caller.look(id, '127.0.0.1', port)));
    expect(answers).toMatchObject([{ why: 'timed-out' }, { why: 'timed-out' }]);
    expect(performance.now() - started).toBeGreaterThan(9900);
    expect(performance.now() - started).toBeLessThan(13_000);
    expect(caller.sockets()).toBe(idle);
  }, 20_000);
});

describe('a caller', () => {
  it.each([
    ['is longer than any request', encodeFrame({ type: 'hello', protocol: 1, more: 'x'.repeat(5000) })],
    ['says to hold 4 GiB', Buffer.of(0xff, 0xff, 0xff, 0xff, 0x7b)],
    ['holds nothing', Buffer.alloc(4)],
  ])('whose frame %s is told so, and the companion ends', async (_, bytes) => {
    const caller = call();
    await caller.write(bytes);
    expect(await caller.ended).toBe(1);
    expect(caller.answers).toMatchObject([{ type: 'failure', id: null, why: 'bad-request' }]);
    expect(caller.complaint).toContain('a frame says to hold');
  });

  it.each([
    ['no JSON', Buffer.concat([Buffer.of(3, 0, 0, 0), Buffer.from('{"a')]), null],
    ['no UTF-8', Buffer.concat([Buffer.of(4, 0, 0, 0), Buffer.of(0x22, 0xff, 0xfe, 0x22)]), null],
    ['an unknown request', encodeFrame({ type: 'fetch', id: 5, url: 'https://example.org/' }), 5],
    ['a port that is none', encodeFrame({ type: 'look', id: 6, host: 'example.org', port: 0 }), 6],
    ['a host with a path', encodeFrame({ type: 'look', id: 7, host: 'example.org/x', port: 443 }), 7],
    ['an IDN in Unicode', encodeFrame({ type: 'look', id: 8, host: 'bücher.example', port: 443 }), 8],
    [
      'more than is asked for',
      encodeFrame({ type: 'look', id: 9, host: 'a.example', port: 1, path: '/' }),
      9,
    ],
  ])('who sends %s is told so, and may go on', async (_, bytes, id) => {
    const caller = await greeted();
    await caller.write(bytes);
    expect(await caller.answer(({ type }) => type === 'failure')).toMatchObject({ id, why: 'bad-request' });
    expect(await caller.look(99, '127.0.0.1', await peer(tlsPeer()))).toMatchObject({ type: 'sighting' });
  });

  it('of another version is told which versions there are, and looks at nothing', async () => {
    const caller = call();
    caller.say({ type: 'hello', protocol: 2 });
    expect(await caller.answer(() => true)).toEqual({ type: 'refusal', protocols: [1] });
    expect(await caller.look(1, '127.0.0.1', 443)).toMatchObject({ type: 'failure', why: 'bad-request' });
  });

  it('who closes the pipe ends it, also in the midst of handshakes', async () => {
    const caller = await greeted();
    const port = await peer(silentPeer());
    for (let id = 0; id < 20; id += 1) caller.say({ type: 'look', id, host: '127.0.0.1', port });
    const started = performance.now();
    caller.hangUp();
    expect(await caller.ended).toBe(0);
    expect(performance.now() - started).toBeLessThan(3000);
  });

  it('who closes it within a frame ends it with a message', async () => {
    const caller = call();
    await caller.write(Buffer.of(9, 0, 0));
    caller.hangUp();
    expect(await caller.ended).toBe(1);
    expect(caller.complaint).toContain('in the middle of a frame');
  });

  it('who vanishes ends it', async () => {
    const caller = await greeted();
    const port = await peer(silentPeer());
    for (let id = 0; id < 9; id += 1) caller.say({ type: 'look', id, host: '127.0.0.1', port });
    caller.vanish();
    expect(typeof (await caller.ended)).toBe('number');
  });

  it('finds it gone when its file was replaced meanwhile', async () => {
    const caller = await greeted();
    utimesSync(program, new Date(), new Date(Date.now() + 5000));
    expect(await caller.look(1, '127.0.0.1', 443)).toMatchObject({ type: 'failure', why: 'replaced' });
    expect(await caller.ended).toBe(0);
  });

  it('gets 8 handshakes at a time, the others in turn, and is told when too many wait', async () => {
    const caller = await greeted();
    let open = 0;
    let most = 0;
    const port = await peer(
      tlsPeer(0, 0, {
        SNICallback: (_, done) => {
          most = Math.max(most, ++open);
          setTimeout(() => {
            open -= 1;
            done(null);
          }, 20);
        },
      }),
    );
    for (let id = 0; id < 300; id += 1) caller.say({ type: 'look', id, host: 'localhost', port });
    const answers = await Promise.all(
      Array.from({ length: 300 }, (_, id) => caller.answer((answer) => 'id' in answer && answer.id === id)),
    );
    const kinds = answers.map((answer) => (answer.type === 'failure' ? answer.why : answer.type));
    expect(new Set(kinds)).toEqual(new Set(['sighting', 'busy']));
    expect(kinds.filter((kind) => kind === 'sighting').length).toBeGreaterThanOrEqual(208);
    expect(most).toBe(8);
  }, 20_000);

  it('who floods and never reads makes it wait, not swell', async () => {
    const caller = await greeted();
    const before = caller.memory();
    caller.deaf(true);
    const flood = Buffer.concat(Array.from({ length: 2000 }, () => encodeFrame({ type: 'fetch', id: 1 })));
    let written = 0;
    const pouring = (async () => {
      for (; written < 300; written += 1) await caller.write(flood);
    })();
    // The pipe fills up: the companion stops taking.
    await expect
      .poll(
        () => {
          const now = written;
          return new Promise((resolve) => setTimeout(() => resolve(written === now), 500));
        },
        { timeout: 15_000 },
      )
      .toBe(true);
    expect(caller.memory() - before).toBeLessThan(120);
    caller.deaf(false);
    await pouring;
  }, 120_000);

  it('who hangs up without having read what was said ends it', async () => {
    const caller = await greeted();
    caller.deaf(true);
    // More answers than a pipe holds.
    void caller.write(
      Buffer.concat(Array.from({ length: 4000 }, () => encodeFrame({ type: 'fetch', id: 1 }))),
    );
    caller.hangUp();
    expect(await caller.exited).toBe(0);
  }, 30_000);

  it('who says anything at all gets answers or an end, and never silence', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.uint8Array({ maxLength: 64 }),
            fc.json({ maxDepth: 3 }).map((json) => {
              const body = Buffer.from(json);
              const length = Buffer.alloc(4);
              length.writeUInt32LE(body.length);
              return Buffer.concat([length, body]);
            }),
            fc
              .record({
                type: fc.constantFrom('hello', 'look', 'x'),
                id: fc.oneof(fc.nat(), fc.double(), fc.string(), fc.constant(null)),
                host: fc.oneof(fc.string(), fc.constant('127.0.0.1'), fc.webUrl()),
                port: fc.oneof(fc.integer(), fc.constant(1)),
                protocol: fc.oneof(fc.nat(3), fc.string()),
              })
              .map((message) => encodeFrame(message)),
          ),
          { maxLength: 12 },
        ),
        async (parts) => {
          const caller = call();
          for (const part of parts) void caller.write(part);
          caller.hangUp();
          const status = await caller.ended;
          // An end with a message where the frames broke, else a quiet one.
          expect([0, 1]).toContain(status);
          expect(status === 1).toBe(caller.complaint.startsWith('Relying Party companion: '));
          expect(caller.complaint).not.toMatch(/\n\s+at /);
        },
      ),
      { numRuns: 40 },
    );
  }, 180_000);
});
