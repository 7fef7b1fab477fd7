import { readFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';
import { describe, expect, it } from 'vitest';
import { pngPath, render, SIZES } from '../../../icons/render.ts';
import { PAGE_STATES } from '../../../extension/ui/page-state.ts';

const source = (name: string) =>
  readFileSync(new URL(`../../../icons/source/${name}.svg`, import.meta.url), 'utf8');

/** Where the icon covers its 16 × 16 pixels: its silhouette, without any colour. */
function silhouette(name: string): boolean[] {
  const { pixels } = new Resvg(source(name)).render();
  return Array.from({ length: pixels.length / 4 }, (_, pixel) => (pixels[pixel * 4 + 3] ?? 0) > 127);
}

/** Relative luminance of `#rrggbb` (WCAG 2.2). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

describe('the icons', () => {
  it('are drawn for the program and for each of its states', () => {
    expect(Object.keys(SIZES)).toEqual(['app', ...PAGE_STATES]);
  });

  it.each(Object.entries(SIZES))('%s: the PNGs are those that the SVG gives', (name, sizes) => {
    for (const size of sizes) {
      const stored = readFileSync(pngPath(name, size));
      expect(stored.equals(render(name, size)), `run tsx icons/render.ts for ${name}-${size}`).toBe(true);
      // Width in the image header (PNG specification, 11.2.2).
      expect(stored.readUInt32BE(16)).toBe(size);
    }
  });

  it('differ from each other in shape, not only in colour', () => {
    const states = PAGE_STATES.map((state) => ({ state, shape: silhouette(state) }));
    for (const [position, one] of states.entries()) {
      expect(one.shape.filter(Boolean).length, `${one.state} is to be seen`).toBeGreaterThan(10);
      for (const other of states.slice(position + 1)) {
        const differing = one.shape.filter((covered, pixel) => covered !== other.shape[pixel]).length;
        expect(differing, `${one.state} and ${other.state}`).toBeGreaterThan(15);
      }
    }
  });

  it.each(Object.keys(SIZES))('%s stands out 3:1 on light and dark toolbars', (name) => {
    const colours = source(name).match(/#[0-9a-f]{6}/g) ?? [];
    expect(colours.length).toBeGreaterThan(0);
    for (const colour of colours) {
      for (const toolbar of ['#f9f9fb', '#2b2a33', '#202124']) {
        expect(contrast(colour, toolbar), `${colour} on ${toolbar}`).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
