import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  authorityFor,
  countryAuthorities,
  stateAuthorities,
  supervisoryAuthorities,
} from '../../../src/rights/authorities.ts';

/** The 27 member states, Iceland, Liechtenstein and Norway. */
const EEA = 'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(
  ' ',
);
const GERMAN_STATES = 'BB BE BW BY HB HE HH MV NI NW RP SH SL SN ST TH'.split(' ');

describe('the supervisory authorities', () => {
  it('are one for each country of the EEA and each German state', () => {
    expect(countryAuthorities().map(({ code }) => code)).toEqual(EEA);
    const states = stateAuthorities('DE').map(({ code }) => code);
    expect(states.toSorted()).toEqual(GERMAN_STATES.map((state) => `DE-${state}`));
    expect(stateAuthorities('AT')).toEqual([]);
  });

  it('are found by code', () => {
    expect(authorityFor('DE-BY')?.name).toContain('BayLDA');
    expect(authorityFor('FR')?.mail).toBeNull();
    expect(authorityFor('US')).toBeNull();
  });

  it('can each be reached, by a form or a mail address, with a caution where that is not simple', () => {
    const doubtful = supervisoryAuthorities.authorities.filter(
      ({ mail, form, website, cautions }) =>
        (mail === null && form === null) ||
        cautions.includes('no-mail-address') !== (mail === null) ||
        cautions.includes('website-without-https') !== website.startsWith('http:') ||
        cautions.includes('form-without-https') !== (form?.startsWith('http:') === true),
    );
    expect(doubtful).toEqual([]);
  });

  it('say where they come from, and that nobody has verified them', () => {
    expect(supervisoryAuthorities.verified).toBe(false);
    expect(supervisoryAuthorities.source.licence).toBe('CC0-1.0');
    expect(supervisoryAuthorities.directory).toMatch(/^https:\/\/www\.edpb\.europa\.eu\//);
  });

  const reference = path.resolve(import.meta.dirname, '../../../../shared/data/supervisory-authorities.json');
  if (!existsSync(reference))
    console.log('Skipped: the list that the authorities were taken from is absent.');
  it.skipIf(!existsSync(reference))('have the addresses of the list that they were taken from', () => {
    interface Entry {
      slug: string;
      website: string;
      complaintEmail: string | null;
      complaintForm: string | null;
      recordLastTouched: string;
      subnational?: Entry[];
    }
    const { authorities } = JSON.parse(readFileSync(reference, 'utf8')) as { authorities: Entry[] };
    const theirs = new Map(
      authorities
        .flatMap((entry) => [entry, ...(entry.subnational ?? [])])
        .map((entry) => [entry.slug, entry]),
    );
    for (const { source, website, mail, form, edited } of supervisoryAuthorities.authorities)
      expect(theirs.get(source)).toMatchObject({
        website,
        complaintEmail: mail,
        complaintForm: form,
        recordLastTouched: edited,
      });
  });
});
