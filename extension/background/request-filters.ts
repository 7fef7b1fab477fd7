/** Which requests the listeners hear of: all that a page can make. A kind left out would be a host unseen. */

export const WEB = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'];

const EVERYWHERE = [
  'sub_frame',
  'stylesheet',
  'script',
  'image',
  'font',
  'object',
  'xmlhttprequest',
  'ping',
  'csp_report',
  'media',
  'websocket',
  'other',
] as const;

/** Everything but the page itself. `csp_report`, `beacon` and the like are part of a page's traffic too. */
export const RESOURCES = {
  chromium: EVERYWHERE,
  firefox: [...EVERYWHERE, 'beacon', 'imageset', 'speculative', 'web_manifest'],
} as const;
