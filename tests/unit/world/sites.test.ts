import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWorld, type World } from '../../world/world.ts';
import { askHttp, getOverHttp2, sentChain, shakeHands } from './client.ts';

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.close());

/** The issuer of a site, its leaf, as the client sees them. */
async function leafOf(id: string) {
  const { socket, staple } = await shakeHands(world, world.site(id), { rejectUnauthorized: false });
  // In this order: after getPeerX509Certificate, Node gives no chain.
  const chain = sentChain(socket);
  const certificate = socket.getPeerX509Certificate();
  const { authorized } = socket;
  socket.destroy();
  if (certificate === undefined) throw new Error('no certificate');
  return { certificate, chain, authorized, staple };
}

const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

describe('the sites of the world', () => {
  it('present certificates that the roots verify, except where the intermediate is left out', async () => {
    const secure = world.sites.filter(({ kind }) => kind !== 'none');
    const verified = await Promise.all(
      secure.map(async ({ id }) => ({ id, authorized: (await leafOf(id)).authorized })),
    );
    expect(verified.filter(({ authorized }) => !authorized).map(({ id }) => id)).toEqual([
      'omits-intermediate',
    ]);
  });

  it.each([
    ['today', ['today.example.test', 'YE1', 'Root YE', 'ISRG Root X2']],
    ['today-rsa', ['today-rsa.example.test', 'YR1', 'Root YR']],
    ['before-2025', ['before-2025.example.test', 'R11']],
    ['before-2025-ec', ['before-2025-ec.example.test', 'E6', 'ISRG Root X2']],
    ['newer-intermediate', ['newer-intermediate.example.test', 'YE9', 'Root YE', 'ISRG Root X2']],
    ['omits-intermediate', ['omits-intermediate.example.test']],
    ['another-ca', ['another-ca.example.test', 'Example Trust TLS CA']],
  ])('%s sends its chain', async (id, names) => {
    // Node's client adds the root that it found to what the server sent.
    const roots = ['ISRG Root X1', 'Example Trust Root'];
    const { chain } = await leafOf(id);
    expect(roots.includes(chain.at(-1) ?? '') ? chain.slice(0, -1) : chain).toEqual(names);
  });

  it.each([
    ['today', { ocsp: false, issuer: 'ye1.i.lencr.org' }],
    ['before-2025', { ocsp: 'r11.o.lencr.org', issuer: 'r11.i.lencr.org' }],
    ['before-2025-ec', { ocsp: 'e6.o.lencr.org', issuer: 'e6.i.lencr.org' }],
    ['another-ca', { ocsp: 'ocsp.example-trust.test', issuer: 'issuer.example-trust.test' }],
    ['staging', { ocsp: false, issuer: 'stg-e6.i.lencr.org' }],
  ])('%s names the services of its time', async (id, { ocsp, issuer }) => {
    const access = (await leafOf(id)).certificate.infoAccess ?? '';
    expect(access).toContain(`CA Issuers - URI:http://${issuer}:`);
    expect(/OCSP - URI:http:\/\/([^:]+):/.exec(access)?.[1] ?? false).toBe(ocsp);
  });

  it('staple an OCSP response where they are said to, and nowhere else', async () => {
    const stapled = await Promise.all(
      world.sites
        .filter(({ kind }) => kind !== 'none')
        .map(async ({ id }) => ({ id, ...(await leafOf(id)) })),
    );
    expect(stapled.filter(({ staple }) => staple !== null).map(({ id }) => id)).toEqual([
      'stapled',
      'must-staple',
    ]);
  });

  it('have a certificate for an IP address, for a wildcard, for a hundred names, for six days', async () => {
    expect((await leafOf('ip-address')).certificate.subjectAltName).toBe('IP Address:127.0.0.1');
    expect((await leafOf('wildcard')).certificate.subjectAltName).toBe('DNS:*.wildcard.example.test');
    expect((await leafOf('hundred-names')).certificate.subjectAltName?.split(', ')).toHaveLength(100);
    const { validFrom, validTo } = (await leafOf('six-day')).certificate;
    expect(days(validFrom, validTo) * 24).toBe(160);
  });

  it('last over ten days, the short-lived apart, so that Firefox asks about them', async () => {
    const leaves = await Promise.all(
      world.sites
        .filter(({ kind }) => kind !== 'none')
        .map(async ({ id }) => ({ id, ...(await leafOf(id)) })),
    );
    const short = leaves.filter(({ certificate: { validFrom, validTo } }) => days(validFrom, validTo) < 10);
    expect(short.map(({ id }) => id)).toEqual(['six-day', 'ip-address']);
  });

  it('copy the names of YE1 in the imitation, with another key', async () => {
    const [genuine, imitation] = await Promise.all([leafOf('today'), leafOf('imitation')]);
    expect(imitation.certificate.issuer).toBe(genuine.certificate.issuer);
    expect(imitation.certificate.issuer).toContain("O=Let's Encrypt");
    expect(imitation.chain).not.toContain('Root YE');
  });

  it.each([
    ['today', 'h2'],
    ['http1', 'http/1.1'],
  ])('%s speaks %s to a client that knows both', async (id, protocol) => {
    const { socket } = await shakeHands(world, world.site(id), { ALPNProtocols: ['h2', 'http/1.1'] });
    expect(socket.alpnProtocol).toBe(protocol);
    socket.destroy();
  });
});

describe('the pages of the world', () => {
  it('come with a title, and every visit is logged', async () => {
    const at = Date.now();
    const { status, body } = await getOverHttp2(world, world.site('today'));
    expect(status).toBe(200);
    expect(body).toContain('<title>today</title>');
    expect(world.since(at, 'site')).toMatchObject([{ host: 'today.example.test', method: 'GET', path: '/' }]);
  });

  it('are served without TLS by the http site', async () => {
    const { status, body } = await askHttp(world.site('http').url);
    expect(status).toBe(200);
    expect(body.toString()).toContain('<title>http</title>');
  });

  it('redirect to the site of another CA', async () => {
    const { status, location } = await getOverHttp2(world, world.site('redirect'));
    expect({ status, location }).toEqual({ status: 302, location: world.site('another-ca').url });
  });

  it('load from hosts of several CAs', async () => {
    const { body } = await getOverHttp2(world, world.site('many-hosts'));
    for (const id of ['images', 'staging', 'http', 'scripts', 'frame']) {
      expect(body).toContain(new URL(world.site(id).url).host);
    }
    expect(body).toContain(world.site('socket').url.replace('https:', 'wss:'));
    const image = await getOverHttp2(world, world.site('images'), '/image.svg');
    expect(image.body).toContain('<svg');
  });

  it('are refused on a connection that belongs to another port', async () => {
    const { status } = await getOverHttp2(world, world.site('ip-address'), '/', 'today.example.test');
    expect(status).toBe(421);
  });

  it('have a WebSocket that sends back what it is sent', async () => {
    const { socket } = await shakeHands(world, world.site('websocket'), { ALPNProtocols: ['http/1.1'] });
    socket.write(
      'GET /socket HTTP/1.1\r\nHost: websocket.example.test\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n' +
        // The key and its answer are the example of RFC 6455, 1.3.
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n',
    );
    const [accepted] = (await once(socket, 'data')) as [Buffer];
    expect(accepted.toString()).toContain('Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=');
    // "Hello", masked, as in RFC 6455, 5.7; and unmasked, as it is to come back.
    socket.write(Buffer.from('818537fa213d7f9f4d5158', 'hex'));
    const [echo] = (await once(socket, 'data')) as [Buffer];
    expect(echo.toString('hex')).toBe('810548656c6c6f');
    socket.destroy();
  });
});
