/** The facts, held against the original texts of both editions. */
import { describe, expect, it } from 'vitest';
import type { LawfulBasis, Purpose } from '../../../src/policy/gdpr.ts';
import type { NotStated, PolicyEdition } from '../../../src/policy/edition.ts';
import type { Section } from '../../../src/policy/section.ts';
import { sectionUrl } from '../../../src/policy/section.ts';
import { editionsWithTexts, fragmentOf, sectionsOf } from './texts.ts';

const NUMBERS: Record<string, number> = { two: 2, seven: 7, ten: 10 };

const PURPOSES: Record<string, { purpose: Purpose; namesOcsp: boolean }> = {
  'Providing Certificate Status Information': { purpose: 'certificate-status', namesOcsp: false },
  'Providing Certificate Status (OCSP) Information': { purpose: 'certificate-status', namesOcsp: true },
  'Providing Certificate Issuance and Management Services': {
    purpose: 'certificate-issuance-and-management',
    namesOcsp: false,
  },
  'Providing Information to Visitors': { purpose: 'information-for-visitors', namesOcsp: false },
  'Processing Donations and Sponsorship Inquiries': {
    purpose: 'donations-and-sponsorship',
    namesOcsp: false,
  },
  'Legal Obligations and Extenuating Circumstances': {
    purpose: 'legal-obligations-and-emergencies',
    namesOcsp: false,
  },
};

const BASES: Record<string, LawfulBasis> = {
  Consent: 'consent',
  Contract: 'contract',
  'Legal Obligation': 'legal-obligation',
  'Legitimate Interests': 'legitimate-interests',
};

/** Words that an edition would hold if it spoke of the matter. */
const SPEAKS_OF: Partial<Record<NotStated, RegExp>> = {
  'data-protection-officer': /protection officer/i,
  'representative-in-the-eu': /representative/i,
  'response-deadline': /\bdeadline|within (?:one|a|30|thirty)/i,
  'right-to-restriction': /restrict/i,
  'automated-decisions': /automated/i,
  children: /child/i,
  cookies: /cookie/i,
  'do-not-track': /do not track|privacy control/i,
  'maximum-retention-of-subscriber-records': /maximum of/i,
  'providers-that-handle-revocation-traffic': /CDN|content delivery/i,
};

/** The part of the text to which a section's address leads. */
function partOf(text: string, edition: PolicyEdition, section: Section): string {
  const [, fragment = ''] = sectionUrl(edition, section).split('#');
  return [...sectionsOf(text)].find(([heading]) => fragmentOf(heading) === fragment)?.[1] ?? '';
}

function all(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? match[0]))].toSorted();
}

const known = editionsWithTexts('policy facts against the original texts');

describe.skipIf(known.some(({ text }) => text === '')).each(known)(
  'the facts of $edition.id',
  ({ edition, text }) => {
    it('lead to sections that the text has', () => {
      const sections: Section[] = ['relying-party', 'subscriber', 'visitor', 'no-sale', 'disclosure', 'gdpr'];
      const led = [...sections, edition.analytics.section];
      expect(led.filter((section) => partOf(text, edition, section) === '')).toEqual([]);
    });

    it('leave no section of the text out', () => {
      const headings = [...sectionsOf(text).keys()].filter((heading) => heading !== '');
      const sections: Section[] = [
        'relying-party',
        'subscriber',
        'visitor',
        'no-sale',
        'analytics',
        'disclosure',
        'gdpr',
      ];
      const led = new Set(sections.map((section) => sectionUrl(edition, section).split('#')[1]));
      expect(headings.filter((heading) => !led.has(fragmentOf(heading)))).toEqual([]);
    });

    it('have the same mail addresses, and all of them', () => {
      const facts = all(JSON.stringify(edition), /[a-z]+@[a-z.]+[a-z]/g);
      expect(facts).toEqual(all(text, /[a-z]+@[a-z.]+[a-z]/g));
    });

    it('have the same links, and all of them', () => {
      const linked = all(text, /\]\((https?:[^)\s]+)\)/g)
        .map((url) => url.replace(/\?utm_.*$/, ''))
        // It only explains the header.
        .filter((url) => url !== 'http://donottrack.us/');
      const { textUrl: _textUrl, historyUrl: _historyUrl, ...facts } = edition;
      expect(all(JSON.stringify(facts), /"(https?:[^"]+)"/g)).toEqual(linked);
    });

    it('name processors where the text names them', () => {
      const { processors } = edition.visitor;
      expect(processors.length).toBeGreaterThan(5);
      expect(
        processors.filter(({ name, section }) => !partOf(text, edition, section).includes(name)),
      ).toEqual([]);
    });

    it('give the numbers of the text', () => {
      const days = /less than (\w+) days/.exec(partOf(text, edition, 'relying-party'))?.[1] ?? '';
      expect(edition.relyingParty.retention.normallyLessThanDays).toBe(NUMBERS[days]);
      const subscriber = partOf(text, edition, 'subscriber');
      const least = /minimum of (\w+) years/.exec(subscriber)?.[1] ?? '';
      const most = /maximum of (\w+) years/.exec(subscriber)?.[1];
      expect(edition.subscriber.retention.minimumYears).toBe(NUMBERS[least]);
      expect(edition.subscriber.retention.maximumYears).toBe(most === undefined ? null : NUMBERS[most]);
    });

    it('say as surely as the text that a request is recorded, and of which request', () => {
      const relyingParty = partOf(text, edition, 'relying-party');
      expect(/servers (will|may) automatically/.exec(relyingParty)?.[1]).toBe(
        edition.relyingParty.recording.certainty,
      );
      expect(relyingParty.includes('OCSP')).toBe(edition.relyingParty.trigger.request === 'ocsp');
      expect(relyingParty.includes('OCSP')).toBe(
        edition.relyingParty.profiling.scope === 'ocsp-request-data',
      );
    });

    it('have the purposes and lawful bases of the text, in its order', () => {
      const table = [
        ...text.matchAll(/\*\*Purpose:\*\* (.*?)(?:<br>)?\n+\*\*Lawful Basis:\*\* (.*?)(?:<br>)?\n/g),
      ].map(([, title = '', bases = '']) => ({
        ...PURPOSES[title],
        bases: bases.split(', ').map((name) => BASES[name]),
      }));
      expect(
        edition.purposes.map(({ purpose, namesOcsp, bases }) => ({ purpose, namesOcsp, bases })),
      ).toEqual(table);
      expect(table).toHaveLength(5);
    });

    it('tell what the text does not speak of', () => {
      const missing: string[] = edition.notStated;
      const wrong = Object.entries(SPEAKS_OF).filter(
        ([matter, words]) => missing.includes(matter) === words.test(text),
      );
      expect(wrong).toEqual([]);
    });

    it('agree with the text on marketing, donations and mailings', () => {
      const subscriber = partOf(text, edition, 'subscriber');
      const visitor = partOf(text, edition, 'visitor');
      const { donation, mailings } = edition.visitor;
      expect(edition.subscriber.contact.marketing === 'only-with-consent').toBe(
        /promotional purposes without your consent/.test(subscriber),
      );
      expect(donation.collectedSometimes.some(({ what }) => what === 'merchandise-preferences')).toBe(
        visitor.includes('merchandise'),
      );
      expect(donation.postalAddress.keptUntil === 'shipment-made').toBe(
        visitor.includes('make the shipment'),
      );
      expect(donation.basis === 'legitimate-interests').toBe(visitor.includes('legitimate interest'));
      expect(donation.storedWithProcessors === 'as-necessary').toBe(visitor.includes('as necessary'));
      expect(mailings.personalised.consent === 'required').toBe(
        /With your consent, we may occ/.test(visitor),
      );
      expect(edition.subscriber.publication.channels.includes('certificate-transparency-logs')).toBe(
        subscriber.includes('Certificate Transparency'),
      );
      for (const repository of edition.subscriber.clientSoftware.repositories)
        expect(subscriber.toLowerCase()).toContain(repository.toLowerCase());
    });
  },
);
