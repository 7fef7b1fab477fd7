/**
 * Budgets for what each part loads, gzipped: a script with all that it imports. The names of built files change with
 * their content, so the parts are read off the build. `npx size-limit` says where each stands.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const dist = (browser) => path.join(import.meta.dirname, 'dist', browser);

/** A script and all that it imports, once each. */
function withImports(script, seen = new Set()) {
  if (seen.has(script)) return seen;
  seen.add(script);
  const imported = readFileSync(script, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*["'](\.{1,2}\/[^"']+)["']/g);
  for (const [, name] of imported) withImports(path.join(path.dirname(script), name), seen);
  return seen;
}

/** The background's scripts, as the manifest names them. */
function background(browser) {
  const { service_worker, scripts } = JSON.parse(
    readFileSync(`${dist(browser)}/manifest.json`, 'utf8'),
  ).background;
  return [service_worker ?? scripts].flat().map((script) => path.join(dist(browser), script));
}

/** A page's scripts, as its document names them. */
function page(browser, name) {
  const document = readFileSync(`${dist(browser)}/${name}/index.html`, 'utf8');
  return [...document.matchAll(/<script[^>]*\ssrc="\/([^"]+)"/g)].map(([, src]) =>
    path.join(dist(browser), src),
  );
}

function budget(name, scripts, limit) {
  const files = [...new Set(scripts.flatMap((script) => [...withImports(script)]))];
  return { name, path: files.map((file) => path.relative(import.meta.dirname, file)), gzip: true, limit };
}

const browsers = ['chrome', 'firefox'].filter((browser) => existsSync(dist(browser)));
if (browsers.length === 0) throw new Error('There is no build to weigh: npm run build.');

export default browsers.flatMap((browser) => [
  budget(`${browser}: background`, background(browser), '78 kB'),
  budget(`${browser}: popup`, page(browser, 'popup'), '40 kB'),
  budget(`${browser}: options`, page(browser, 'options'), '95 kB'),
  budget(`${browser}: welcome`, page(browser, 'welcome'), '16 kB'),
  {
    name: `${browser}: one language`,
    path: `dist/${browser}/_locales/en/messages.json`,
    gzip: true,
    limit: '30 kB',
  },
  {
    name: `${browser}: all but the texts`,
    path: [`dist/${browser}/**`, `!dist/${browser}/_locales/**`],
    gzip: true,
    limit: '200 kB',
  },
  { name: `${browser}: all`, path: `dist/${browser}/**`, gzip: true, limit: '440 kB' },
]);
