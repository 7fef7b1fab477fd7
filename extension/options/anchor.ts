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
  const opened = useRef(true);
  useEffect(() => {
    const first = opened.current;
    opened.current = false;
    const section = sectionOf(anchor);
    const place = document.getElementById(anchor) ?? document.getElementById(section);
    const heading = headingOf(place);
    if (!first && heading !== null) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (place === null || place.id === section) scrollTo(0, 0);
    else place.scrollIntoView();
  }, [anchor]);
}

function headingOf(place: HTMLElement | null): HTMLElement | null {
  const headings = 'h2, h3, h4';
  return place?.matches(headings) === true ? place : (place?.querySelector<HTMLElement>(headings) ?? null);
}

function anchorOfAddress(): string {
  return location.hash.slice(1);
}
