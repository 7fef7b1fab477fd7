/** Which edition to speak of for one contact. */
import type { PolicyEdition } from './edition.ts';
import { editionInForce, newestEdition } from './editions.ts';

export interface EditionForContact {
  edition: PolicyEdition;
  /** It was in force at the time of the contact; false: that one is not held here, and this is the newest known. */
  inForce: boolean;
}

/** The edition in force at the time of the contact (milliseconds since the epoch), else the newest known. */
export function editionForContact(at: number): EditionForContact {
  const edition = editionInForce(at);
  return edition === null ? { edition: newestEdition(), inForce: false } : { edition, inForce: true };
}
