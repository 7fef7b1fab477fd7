/** `npx tsx tests/world/main.ts`: starts the world, prints its sites, and stays until interrupted. */
import { startWorld } from './world.ts';

const world = await startWorld();
for (const { id, url, issuer, description } of world.sites) {
  console.log(
    `${id.padEnd(22)} ${url}\n${' '.repeat(23)}${description}${issuer === '' ? '' : ` (${issuer})`}`,
  );
}
console.log(`\nRoots to trust, and the log's directory: ${world.directory}`);
console.log(`Host names to map to 127.0.0.1: ${world.hosts.length}. Ctrl-C ends the world.`);

let shown = 0;
setInterval(() => {
  for (const entry of world.log.slice(shown)) {
    const asked = entry.serials === undefined ? '' : ` about ${entry.serials.join(', ')}`;
    console.log(
      `${new Date(entry.at).toISOString()} ${entry.service} ${entry.method} ${entry.host}${entry.path}${asked}`,
    );
  }
  shown = world.log.length;
}, 200);
