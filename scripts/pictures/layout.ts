/** Pictures made of pictures: a heading, and what the extension shows, on a plain ground. */
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { launch } from 'puppeteer-core';
import { browserExecutable } from '../../tests/browser/driver/executables.ts';

/** A picture of a page. */
export interface Shot {
  file: string;
  /** Width of the page, CSS pixels; and how far down the part begins that matters. */
  width: number;
  from: number;
}

export interface Words {
  title: string;
  text: string;
}

const emblem = readFileSync(path.resolve(import.meta.dirname, '../../icons/source/app.svg'), 'utf8');

const STYLE = `
  * { box-sizing: border-box; margin: 0; }
  body { height: 100vh; overflow: hidden; font: 22px/1.45 'Noto Sans', system-ui, sans-serif; color: #12282e; background: #e3edef; }
  svg { width: 56px; height: 56px; flex: none; }
  h1 { font-size: 46px; line-height: 1.15; letter-spacing: -0.01em; text-wrap: balance; }
  p { color: #3d545b; }
  .frame { overflow: hidden; border-radius: 14px 14px 0 0; box-shadow: 0 10px 40px #0b3b4440; background: #fff; }
  img { display: block; width: 100%; }
  .side { display: flex; height: 100%; justify-content: center; align-items: start; gap: 40px; padding-block-start: 50px; }
  .side .frame { width: 420px; }
  .side .words { width: 560px; align-self: center; display: grid; gap: 24px; padding-block-end: 50px; }
  .side .words + .frame { width: 520px; }
  .under { display: grid; grid-template-rows: auto 1fr; height: 100%; padding: 44px 50px 0; gap: 36px; }
  .under .words { display: grid; grid-template-columns: auto 1fr; column-gap: 22px; align-items: center; }
  .under h1 { font-size: 38px; }
  .under p { font-size: 20px; }
  .under svg { grid-row: span 2; }
  .tile { display: grid; height: 100%; place-content: center; justify-items: center; gap: 12px; text-align: center; padding: 24px; }
  .tile svg { width: 84px; height: 84px; }
  .tile h1 { font-size: 36px; }
  .tile p { font-size: 19px; line-height: 1.3; text-wrap: balance; }
`;

/** Words on one side, and pictures beside them, as high as the ground. */
export function side(words: Words | null, pictures: Shot[]): string {
  return `<div class="side">${words === null ? '' : said(words)}${pictures.map(shown).join('')}</div>`;
}

/** Words above a picture that is cut off below. */
export function under(words: Words | null, picture: Shot): string {
  return `<div class="under">${words === null ? '' : said(words)}${shown(picture)}</div>`;
}

/** The emblem with a name. */
export function tile(title: string, text: string): string {
  return `<div class="tile">${said({ title, text })}</div>`
    .replace('<div class="words">', '')
    .replace('</div>', '');
}

/** Draws a layout into a PNG file of exactly this size. */
export async function draw(
  file: string,
  size: { width: number; height: number },
  layout: string,
): Promise<void> {
  const browser = await launch({
    executablePath: browserExecutable('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  try {
    const page = await browser.newPage();
    await page.setViewport({ ...size, deviceScaleFactor: 1 });
    await page.setContent(`<!doctype html><style>${STYLE}</style>${layout}`);
    await page.evaluate('Promise.all([...document.images].map((image) => image.decode()))');
    await writeFile(file, await page.screenshot());
  } finally {
    await browser.close();
  }
}

function said({ title, text }: Words): string {
  return `<div class="words">${emblem}<h1>${title}</h1><p>${text}</p></div>`;
}

/** The picture is moved up by a share of its width, as percentages of margins are. */
function shown({ file, width, from }: Shot): string {
  const up = (-100 * from) / width;
  const source = `data:image/png;base64,${readFileSync(file, 'base64')}`;
  return `<div class="frame"><img src="${source}" alt="" style="margin-block-start: ${up}%"></div>`;
}
