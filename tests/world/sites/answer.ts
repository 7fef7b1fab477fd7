/** What the world's sites answer to a request. */
import { behaviourAt } from './behaviours.ts';
import type { SiteDefinition } from './definitions.ts';
import { IMAGE, pageOf, SCRIPT, type Address } from './page.ts';

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: string;
}

const NOTHING: Answer = { status: 204, headers: {}, body: '' };
const NOT_FOUND: Answer = { status: 404, headers: {}, body: '' };
/** RFC 9110, 15.5.20: a browser that reuses a connection for another host's site asks again on a new one. */
export const MISDIRECTED: Answer = { status: 421, headers: {}, body: '' };

const typed = (type: string, body: string): Answer => ({
  status: 200,
  // Each visit is to reach the server: the world's log is the evidence.
  headers: { 'content-type': type, 'cache-control': 'no-store' },
  body,
});

/** `path` may carry a query. */
export function answerOf(definition: SiteDefinition, path: string, address: Address): Answer {
  switch (path.replace(/\?.*/, '')) {
    case '/':
      return definition.redirectsTo === undefined
        ? typed('text/html; charset=utf-8', pageOf(definition, address))
        : { status: 302, headers: { location: address(definition.redirectsTo, '/') }, body: '' };
    // A document that the browser may keep, and show again without asking.
    case '/kept': {
      const { headers, ...answer } = typed('text/html; charset=utf-8', pageOf(definition, address));
      return { ...answer, headers: { ...headers, 'cache-control': 'max-age=3600' } };
    }
    case '/image.svg':
      return typed('image/svg+xml', IMAGE);
    case '/script.js':
      return typed('text/javascript', SCRIPT);
    case '/favicon.ico':
      return NOTHING;
    default:
      return behaviourAt(definition, path, address) ?? NOT_FOUND;
  }
}
