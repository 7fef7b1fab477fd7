/** The tab that `?tab=ID` names; null when the page is the toolbar's popup, or the number is none. */
export function tabOfAddress(search: string): number | null {
  const named = new URLSearchParams(search).get('tab');
  return named !== null && /^\d{1,10}$/.test(named) ? Number(named) : null;
}
