/** Copies of a built extension that note what happens in them. The build that is shipped knows nothing of it. */
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** The one file that both browsers' manifests name as background; it imports the rest. */
const LOADER = 'service-worker-loader.js';

/** Runs in the background before everything else: times each call of the request listeners. */
const TIMED = `
globalThis.noted = { calls: [], deeper: 0 };
{
  const api = globalThis.browser ?? globalThis.chrome;
  const event = (globalThis.chrome ?? api).webRequest.onHeadersReceived;
  const add = event.addListener.bind(event);
  event.addListener = (listener, ...how) => add((details) => {
    // Chromium hands the certificate over with the event: whoever reads it does more than return.
    const info = details.securityInfo;
    let read = false;
    const watched = info === undefined ? details : {
      ...details,
      securityInfo: { state: info.state, get certificates() { read = true; return info.certificates; } },
    };
    const before = noted.deeper;
    const started = performance.now();
    listener(watched);
    const took = performance.now() - started;
    if (read && noted.deeper === before) noted.deeper += 1;
    noted.calls.push([took, details.type === 'main_frame' ? 1 : 0]);
  }, ...how);
  const request = api.webRequest;
  if (request.getSecurityInfo) {
    const ask = request.getSecurityInfo.bind(request);
    request.getSecurityInfo = (...what) => { noted.deeper += 1; return ask(...what); };
  }
}
`;

/** Runs in the background after everything else: when its listeners were registered, by the background's own clock. */
const READY = 'globalThis.readyAfter = performance.now();';

/** A copy of an unpacked build whose background notes what its request listeners take, and when it was ready. */
export function withNotes(extension: string, folder: string): string {
  cpSync(extension, folder, { recursive: true });
  const loader = readFileSync(path.join(folder, LOADER), 'utf8');
  writeFileSync(path.join(folder, 'bench-before.js'), TIMED);
  writeFileSync(path.join(folder, 'bench-after.js'), READY);
  writeFileSync(
    path.join(folder, LOADER),
    `import './bench-before.js';\n${loader}\nimport './bench-after.js';\n`,
  );
  return folder;
}

/** Runs in the popup: when the answer was painted, milliseconds since the epoch. */
export const PAINTED = `
{
  const seen = () => (document.querySelector('.answer output')?.textContent ?? '') !== '';
  const note = () => {
    if (!seen()) return false;
    // The frame that shows it is drawn between the animation callback and the next task.
    requestAnimationFrame(() => {
      const turn = new MessageChannel();
      turn.port1.onmessage = () => { window.paintedAt = performance.timeOrigin + performance.now(); };
      turn.port2.postMessage(null);
    });
    return true;
  };
  const observer = new MutationObserver(() => { if (note()) observer.disconnect(); });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
}
`;

/** A copy of an unpacked build whose popup notes when its answer was painted. */
export function withPaintNoted(extension: string, folder: string): string {
  cpSync(extension, folder, { recursive: true });
  const page = path.join(folder, 'popup', 'index.html');
  writeFileSync(path.join(folder, 'bench-painted.js'), PAINTED);
  const html = readFileSync(page, 'utf8');
  writeFileSync(page, html.replace('<head>', '<head><script src="/bench-painted.js"></script>'));
  return folder;
}
