import { describe, expect, it } from 'vitest';
import { editionForContact } from '../../../src/policy/edition-for-contact.ts';
import { newestEdition } from '../../../src/policy/editions.ts';

describe('the edition for a contact', () => {
  it('is the one in force at its time', () => {
    expect(editionForContact(Date.parse('2026-11-22T12:00:00Z'))).toEqual({
      edition: newestEdition(),
      inForce: true,
    });
    expect(editionForContact(Date.parse('2021-06-01T12:00:00Z')).edition.id).toBe('2021-03-07');
  });

  it('is the newest known, and said to be, where that one is not held', () => {
    expect(editionForContact(Date.parse('2024-06-01T12:00:00Z'))).toEqual({
      edition: newestEdition(),
      inForce: false,
    });
  });
});
