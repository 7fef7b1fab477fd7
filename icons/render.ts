/**
 * Makes the PNG icons from `source/*.svg`: `tsx icons/render.ts`.
 * The result depends on nothing but the SVGs and the renderer's version, so that a test can compare.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';

/** Pixel sizes of each icon: the app's as browsers and stores ask for them, the states' for the toolbar. */
export const SIZES: Record<string, readonly number[]> = {
  app: [16, 32, 48, 128],
  asked: [16, 32, 48],
  'may-have-asked': [16, 32, 48],
  'probably-not-asked': [16, 32, 48],
  'no-lets-encrypt': [16, 32, 48],
  'no-site': [16, 32, 48],
  'cannot-tell': [16, 32, 48],
};

const folder = fileURLToPath(new URL('.', import.meta.url));

/** The path of an icon's PNG, `size` in pixels. */
export function pngPath(name: string, size: number): string {
  return `${folder}${name}-${size}.png`;
}

/** Renders `source/<name>.svg` as a PNG of `size` × `size` pixels on a transparent ground. */
export function render(name: string, size: number): Uint8Array {
  const svg = readFileSync(`${folder}source/${name}.svg`);
  return new Resvg(svg, { fitTo: { mode: 'width', value: size }, font: { loadSystemFonts: false } })
    .render()
    .asPng();
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, sizes] of Object.entries(SIZES)) {
    for (const size of sizes) writeFileSync(pngPath(name, size), render(name, size));
  }
}
