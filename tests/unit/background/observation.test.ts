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
