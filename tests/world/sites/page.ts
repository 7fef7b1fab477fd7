/** The pages of the world's sites: small, and with nothing in them but what their subject needs. */
import type { SiteDefinition } from './definitions.ts';

/** The URL of a path at the site with this id. `scheme`: `wss` instead of the site's own. */
export type Address = (id: string, path: string, scheme?: 'wss') => string;

export const IMAGE =
  '<svg xmlns="http://www.w3.org/2000/svg" width="32" height="32"><circle cx="16" cy="16" r="12" fill="#2a6f97"/></svg>';

export const SCRIPT = "document.documentElement.dataset.script = 'ran';\n";

/** Sends one text and shows what comes back. */
function socketScript(url: string): string {
  return `<p>WebSocket: <output id="echo"></output></p>
<script>
  const socket = new WebSocket(${JSON.stringify(url)});
  socket.onopen = () => socket.send('hello');
  socket.onmessage = (event) => (document.getElementById('echo').textContent = event.data);
</script>`;
}

/** HTML of a site's page. */
export function pageOf(definition: SiteDefinition, address: Address): string {
  const { id, description, loads, opensSocketTo } = definition;
  const parts = [
    ...(loads?.images ?? []).map((from) => `<img src="${address(from, '/image.svg')}" alt="">`),
    ...(loads?.scripts ?? []).map((from) => `<script src="${address(from, '/script.js')}"></script>`),
    ...(loads?.frames ?? []).map((from) => `<iframe src="${address(from, '/')}" title="frame"></iframe>`),
    ...(opensSocketTo === undefined ? [] : [socketScript(address(opensSocketTo, '/socket', 'wss'))]),
  ];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>${id}</title>
<style>body { font: 1rem/1.5 system-ui; margin: 3rem auto; max-width: 40rem; padding: 0 1rem }</style>
<h1>${id}</h1>
<p>${description}.</p>
${parts.join('\n')}
</html>
`;
}
