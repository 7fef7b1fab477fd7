/**
 * The place that the page's address names. Only the hash changes from section to section, so that links, bookmarks and
 * the Back button work as on any page.
 */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sectionOf } from '../ui/options-address.ts';

/** The anchor of the address, kept current; the empty string where there is none. */
export function useAnchor(): string {
  const [anchor, setAnchor] = useState(anchorOfAddress);
  useEffect(() => {
    const follow = () => setAnchor(anchorOfAddress());
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  return anchor;
}

/**
 * Brings the place into view and, when a person went there from within the page, moves the focus to its heading, since
 * the part of the page that had it is gone. Runs after the place is rendered.
 */
export function useArrival(anchor: string): void {
  const openedRef = useRef(true);
  useEffect(() => {
    const first = openedRef.current;
    openedRef.current = false;
    const section = sectionOf(anchor);
    const place = document.getElementById(anchor) ?? document.getElementById(section);
    const heading = headingOf(place);
    if (!first && heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (anchor === section || anchor === '') {
      scrollTo(0, 0);
      return;
    }
    return keepInView(anchor);
  }, [anchor]);
}

/** What a person does to move about by themselves. */
const OWN_MOVES = ['wheel', 'touchstart', 'pointerdown', 'click', 'keydown'] as const;

/**
 * Shows a place, and shows it again as parts of the page before it come in, until the person moves. Returns what ends
 * it.
 */
function keepInView(id: string): () => void {
  const show = () => document.getElementById(id)?.scrollIntoView();
  const observer = new ResizeObserver(show);
  const end = () => {
    observer.disconnect();
    for (const move of OWN_MOVES) removeEventListener(move, end);
  };
  for (const move of OWN_MOVES) addEventListener(move, end, { passive: true });
  const main = document.querySelector('main');
  if (main !== null) observer.observe(main);
  show();
  return end;
}

function headingOf(place: HTMLElement | null): HTMLElement | null {
  const headings = 'h2, h3, h4';
  return place?.matches(headings) === true ? place : (place?.querySelector<HTMLElement>(headings) ?? null);
}

function anchorOfAddress(): string {
  return location.hash.slice(1);
}
