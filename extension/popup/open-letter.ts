import { leaveVisit, type HandedVisit } from '../platform/handover.ts';
import { inPrivateWindow, openRight } from '../platform/tabs.ts';
import type { RequestedRight } from '../ui/options-address.ts';
import type { PageContact } from './page-contacts.ts';

/** What a letter about this page can be filled in with. `site`: host of the page. */
export function visitOf(context: HandedVisit['context'], site: string, contacts: PageContact[]): HandedVisit {
  return {
    context,
    site,
    contacts: contacts.map(({ channel, endpoint, at }) => ({
      channel,
      host: endpoint !== null && URL.canParse(endpoint) ? new URL(endpoint).hostname : '',
      at,
    })),
  };
}

/** Opens the letter for a right. The visit goes through memory, never through an address; its site stays out of it in a private window. */
export async function openLetter(right: RequestedRight, visit: HandedVisit): Promise<void> {
  let key: string | null = null;
  try {
    const handed = (await inPrivateWindow()) ? { ...visit, site: null } : visit;
    key = await leaveVisit(handed, Date.now());
  } catch (error) {
    // The letter can be filled in by hand.
    console.warn('The visit could not be handed over.', error);
  }
  await openRight(right, key);
}
