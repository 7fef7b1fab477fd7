import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { disposition, fingerprint, webOrigin } from '../../../extension/background/observation.ts';

describe('webOrigin', () => {
  it.each([
    ['https://example.org/path?x#y', 'https://example.org'],
    ['https://example.org:8443/', 'https://example.org:8443'],
    ['wss://example.org/socket', 'https://example.org'],
    ['ws://example.org:80/', 'http://example.org'],
    ['http://user:secret@example.org/', 'http://example.org'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example'],
    ['about:blank', null],
    ['moz-extension://abc/popup.html', null],
    ['data:text/html,x', null],
    ['no url', null],
  ])('%s', (url, origin) => {
    expect(webOrigin(url)).toBe(origin);
  });

  it('says of every address that a browser hands over what the parser says', () => {
    const scheme = fc.constantFrom('https', 'http', 'wss', 'ws');
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((address) => `[${address}]`),
      fc.constantFrom('localhost', 'a_b.example', 'example.org.', '1.2', '0x7f.1'),
    );
    const port = fc.oneof(
      fc.constant(''),
      fc.constantFrom(':80', ':443', ':8443'),
      fc.nat(65535).map((n) => `:${n}`),
    );
    const user = fc.constantFrom('', 'user@', 'user:pass@', 'example.net@');
    const rest = fc.constantFrom('', '/', '/path?x#y', '?@example.net', '#/x', '/https://example.net/');
    fc.assert(
      fc.property(scheme, user, host, port, rest, (...[s, u, h, p, r]) => {
        const written = new URL(`${s}://${u}${h}${p}${r}`);
        const secure = s === 'https' || s === 'wss';
        expect(webOrigin(written.href)).toBe(`${secure ? 'https' : 'http'}://${written.host}`);
      }),
    );
  });
});

describe('disposition', () => {
  const header = (name: string, value: string) => [{ name, value }];

  it('shows a page', () => {
    expect(disposition(200, header('Content-Type', 'text/html'))).toBe('shows');
    expect(disposition(404, [])).toBe('shows');
    expect(disposition(200, header('Content-Disposition', 'inline; filename="attachment.html"'))).toBe(
      'shows',
    );
  });

  it('follows a redirect, and not what only looks like one', () => {
    expect(disposition(302, header('Location', '/next'))).toBe('redirects');
    expect(disposition(304, [])).toBe('shows');
    expect(disposition(200, header('location', '/next'))).toBe('shows');
  });

  it('stays on the page for a download and for no content', () => {
    expect(disposition(200, header('content-disposition', ' Attachment; filename=x.zip'))).toBe('stays');
    expect(disposition(204, [])).toBe('stays');
    expect(disposition(205, [])).toBe('stays');
  });
});

describe('fingerprint', () => {
  it('writes what browsers show as lower-case hex', () => {
    expect(fingerprint('AB:01:FF')).toBe('ab01ff');
  });
});
