/** What keeps a letter from leaving: required fields that are empty, or do not hold what they should. */
import { checkAddress } from './ip-address.ts';
import { foundBy, type LetterField, type LetterRequest } from './letter-request.ts';

export interface LetterProblem {
  field: LetterField;
  /** Which contact, counted from 0; null where the field is there once. */
  contact: number | null;
  problem: 'empty' | 'invalid' | 'not-public';
}

/** RFC 1123, 2.1: letters, digits and hyphens, at least two labels, at most 253 characters. */
const HOST = /^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/i;

/** Every problem, in the order of the form; empty: the letter may leave. */
export function letterProblems(request: LetterRequest): LetterProblem[] {
  return [...problemsOfRight(request), ...problemsOfIdentity(request), ...problemsOfSite(request)];
}

function problemsOfRight({ right, inaccurate, correct, restriction, marketing, grounds }: LetterRequest) {
  switch (right) {
    case 'rectification':
      return [...filled('inaccurate', inaccurate), ...filled('correct', correct)];
    case 'restriction':
      return filled('restriction', restriction ?? '');
    case 'objection':
      return marketing ? [] : filled('grounds', grounds);
    case 'access':
    case 'erasure':
    case 'withdrawal-of-consent':
    case 'transfer-details':
      return [];
  }
}

function problemsOfIdentity(request: LetterRequest): LetterProblem[] {
  switch (foundBy(request)) {
    case 'nothing':
      return [];
    case 'identifier':
      return filled('identifier', request.identifier);
    case 'log-entries':
      return [...problemsOfContacts(request), ...problemsOfAddress(request.ipAddress)];
  }
}

function problemsOfContacts({ contacts }: LetterRequest): LetterProblem[] {
  return contacts.flatMap(({ at, host }, contact): LetterProblem[] => [
    ...(at === null ? [{ field: 'contact-time', contact, problem: 'empty' } as const] : []),
    ...filled('contact-host', host, HOST, contact),
  ]);
}

function problemsOfAddress(typed: string): LetterProblem[] {
  const empty = filled('ip-address', typed);
  const check = checkAddress(typed);
  if (empty.length > 0 || check === 'public') return empty;
  return [{ field: 'ip-address', contact: null, problem: check === 'not-public' ? 'not-public' : 'invalid' }];
}

function problemsOfSite({ site, ...request }: LetterRequest): LetterProblem[] {
  return site === null || foundBy({ site, ...request }) !== 'log-entries' ? [] : filled('site', site, HOST);
}

function filled(
  field: LetterField,
  value: string,
  shape = /\S/,
  contact: number | null = null,
): LetterProblem[] {
  const trimmed = value.trim();
  if (trimmed === '') return [{ field, contact, problem: 'empty' }];
  return shape.test(trimmed) ? [] : [{ field, contact, problem: 'invalid' }];
}
