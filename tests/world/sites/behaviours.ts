/** Paths that every site of the world has, each there for one thing that browsers do with a page. */
import type { Answer } from './answer.ts';
import { WIDE, type SiteDefinition } from './definitions.ts';
import type { Address } from './page.ts';

const NO_STORE = { 'cache-control': 'no-store' };

function html(title: string, body: string, headers: Record<string, string> = NO_STORE): Answer {
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', ...headers },
    body: `<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n<title>${title}</title>\n<h1>${title}</h1>\n${body}\n</html>\n`,
  };
}

/** Takes over at once, and makes the page `/made-by-worker` without asking the server. */
const WORKER = `
self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { pathname, searchParams } = new URL(event.request.url);
  if (pathname === '/made-by-worker') {
    const page = '<!doctype html><title>made by a worker</title><link rel="icon" href="data:,"><h1>made by a worker</h1>';
    event.respondWith(new Response(page, { headers: { 'content-type': 'text/html' } }));
  }
  if (pathname === '/through-worker') event.respondWith(fetch(searchParams.get('url'), { mode: 'no-cors' }));
});
`;

const REGISTRATION = `<script>
  navigator.serviceWorker.register('/worker.js')
    .then(() => navigator.serviceWorker.ready)
    .then(() => (document.documentElement.dataset.worker = 'ready'));
</script>`;

/** An address from the query: the site's id, and the path there. */
function target(query: URLSearchParams, address: Address): string {
  return address(query.get('site') ?? '', query.get('path') ?? '/');
}

/**
 * What a path of this file answers; null: it is none of them.
 *
 * `/to` redirects along `via` (site ids, comma-separated) to `site` and `path`; `/links` has a link to each of `site`
 * (id `link-ID`); `/loads` loads an image from each of `site`, `/framed` has that in a frame; `/ahead` has the browser load `site` and `path` ahead of
 * a visit, by `how` = `prerender`, `prefetch` (speculation rules) or `link` (`<link rel="prefetch">`); `/wide` asks
 * `count` hosts.
 */
export function behaviourAt(definition: SiteDefinition, path: string, address: Address): Answer | null {
  const { pathname, searchParams: query } = new URL(path, 'https://world.test');
  switch (pathname) {
    case '/plain':
      return html('plain', '');
    case '/cached':
      return html('cached', '', { 'cache-control': 'max-age=3600' });
    case '/nothing':
      return { status: 204, headers: {}, body: '' };
    case '/download':
      return {
        status: 200,
        headers: { 'content-type': 'text/plain', 'content-disposition': 'attachment; filename="file.txt"' },
        body: 'file\n',
      };
    case '/archive':
      // A type that no browser shows: saved without being told so.
      return { status: 200, headers: { 'content-type': 'application/x-unknown-archive' }, body: 'archive' };
    case '/strict':
      return html('strict', '', { ...NO_STORE, 'strict-transport-security': 'max-age=600' });
    case '/to': {
      const [next, ...rest] = (query.get('via') ?? '').split(',').filter((id) => id !== '');
      if (next === undefined) return { status: 302, headers: { location: target(query, address) }, body: '' };
      const onward = new URLSearchParams(query);
      onward.set('via', rest.join(','));
      return { status: 302, headers: { location: address(next, `/to?${onward}`) }, body: '' };
    }
    case '/links':
      return html(
        'links',
        ids(query)
          .map((id) => `<p><a id="link-${id}" href="${address(id, '/')}">${id}</a>`)
          .join('\n'),
      );
    case '/loads':
      return html(
        `loads of ${definition.id}`,
        ids(query)
          .map((id) => `<img src="${address(id, '/image.svg')}" alt="">`)
          .join('\n'),
      );
    case '/framed':
      return html('framed', `<iframe src="/loads?${query}" title="framed"></iframe>`);
    case '/wide':
      return html('wide', wide(Number(query.get('count') ?? WIDE), address));
    case '/register-worker':
      return html('register worker', REGISTRATION);
    case '/worker.js':
      return { status: 200, headers: { 'content-type': 'text/javascript', ...NO_STORE }, body: WORKER };
    case '/ahead': {
      const url = target(query, address);
      const link = `<a id="there" href="${url}">there</a>`;
      return html('ahead', `${link}\n${loadAhead(query.get('how'), url)}`);
    }
    default:
      return null;
  }
}

function loadAhead(how: string | null, url: string): string {
  if (how === 'link') return `<link rel="prefetch" href="${url}">`;
  const rules = { [how === 'prefetch' ? how : 'prerender']: [{ urls: [url], eagerness: 'immediate' }] };
  return `<script type="speculationrules">${JSON.stringify(rules)}</script>`;
}

function ids(query: URLSearchParams): string[] {
  return (query.get('site') ?? '').split(',').filter((id) => id !== '');
}

/**
 * A page that asks `count` hosts one after the other, a few at a time: all at once, browsers are slow at. How many have
 * answered stands in `data-asked`.
 */
function wide(count: number, address: Address): string {
  const base = JSON.stringify(address('wide', '/nothing'));
  return `<script>
  let next = 0;
  let asked = 0;
  async function ask() {
    while (next < ${count}) {
      const url = new URL(${base});
      url.hostname = 'h-' + next + '.' + url.hostname;
      next += 1;
      await fetch(url, { mode: 'no-cors' });
      asked += 1;
      document.documentElement.dataset.asked = asked;
    }
  }
  for (let at = 0; at < 16; at += 1) void ask();
</script>`;
}
