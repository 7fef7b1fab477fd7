/** A page of the extension as it lies on an A4 sheet, for tests that read like a specification. */
import type { ExtensionTab } from '../driver/driver.ts';

/** A4 less its margins, in CSS pixels: 210 mm − 2 × 16 mm at 96 to the inch. */
const SHEET = { width: 672, height: 985 };

export class Paper {
  private constructor(private readonly tab: ExtensionTab) {}

  static async of(tab: ExtensionTab): Promise<Paper> {
    await tab.setViewport(SHEET);
    await tab.setMedium('print');
    return new Paper(tab);
  }

  /** Everything that is on the sheets, the addresses of links among it. */
  text(): Promise<string> {
    return this.tab.evaluate(`(() => {
      const seen = (element) => element.checkVisibility({ visibilityProperty: true });
      const words = [];
      const read = (node) => {
        if (node.nodeType === Node.TEXT_NODE) words.push(node.data);
        if (node.nodeType !== Node.ELEMENT_NODE || !seen(node) || node.matches('.visually-hidden, script')) return;
        const before = words.length;
        node.childNodes.forEach(read);
        const after = getComputedStyle(node, '::after').content;
        if (node.matches('a') && after.includes('(')) words.push(' (' + node.href + ')');
        if (words.length > before && getComputedStyle(node).display !== 'inline') words.push('\\n');
      };
      read(document.body);
      return words.join('');
    })()`);
  }

  /** What is on the sheets of what a selector finds, by its text. */
  shown(selector: string): Promise<string[]> {
    return this.tab.evaluate(`[...document.querySelectorAll(${JSON.stringify(selector)})]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }))
      .map((element) => element.textContent || element.id || element.tagName)`);
  }

  /** Where the links on the sheets lead, but for those of single facts, which their edition's address stands for. */
  addresses(): Promise<string[]> {
    return this.tab.evaluate(`[...new Set([...document.querySelectorAll('a.external')]
      .filter((link) => link.checkVisibility({ visibilityProperty: true }))
      .map(({ href }) => href))]`);
  }

  heading(name: string): Promise<boolean> {
    return this.tab.evaluate(`[...document.querySelectorAll('h2, h3, h4')].some((heading) =>
      heading.checkVisibility() && heading.textContent.trim() === ${JSON.stringify(name)})`);
  }

  /** What reaches over the sheet's edge, or is cut off by a box that is too small. */
  cut(): Promise<string[]> {
    return this.tab.evaluate(`[...document.querySelectorAll('body *')]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('.visually-hidden, svg'))
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect();
        const { overflowX, overflowY } = getComputedStyle(element);
        const hides = overflowX !== 'visible' || overflowY !== 'visible';
        return right > innerWidth + 1 || left < -1
          || (hides && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1));
      })
      .map((element) => element.tagName + '.' + element.className + ' ' + element.textContent.slice(0, 60))`);
  }

  /** How light the ink of the page's headings and paragraphs is at most: 0 is black, 1 is white. */
  ink(): Promise<number> {
    return this.tab.evaluate(`Math.max(...[...document.querySelectorAll('h2, h3, p, dd, td, li')]
      .filter((element) => element.checkVisibility() && !element.matches('.aside, .edition-line, .aside *, .source, .source *')
        && !element.closest('.aside'))
      .map((element) => {
        const [red, green, blue] = getComputedStyle(element).color.match(/[\\d.]+/g).map(Number);
        return (red + green + blue) / 3 / 255;
      }))`);
  }
}
