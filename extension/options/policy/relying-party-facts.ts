/** The policy's facts about relying parties, and those about everybody, in sentences. */
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import type { LawfulBasis } from '../../../src/policy/gdpr.ts';
import type { Aggregates } from '../../../src/policy/relying-party.ts';
import { listing } from '../../ui/locale.ts';
import { loggedData, retentionSentence } from '../../ui/log-facts.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import type { Fact } from './fact-list.tsx';

const BASIS = {
  consent: 'basisConsent',
  contract: 'basisContract',
  'legal-obligation': 'basisLegalObligation',
  'vital-interests': 'basisVitalInterests',
  'legitimate-interests': 'basisLegitimateInterests',
} as const satisfies Record<LawfulBasis, PlainKey>;

const ACT = {
  computed: 'actComputed',
  retained: 'actRetained',
  published: 'actPublished',
} as const satisfies Record<Aggregates['acts'][number], PlainKey>;

export function relyingPartyFacts(edition: PolicyEdition): Fact[] {
  const { section, trigger, recording, profiling, retention, aggregates } = edition.relyingParty;
  const logged = listing(loggedData(edition.relyingParty));
  const status = edition.purposes.find(({ purpose }) => purpose === 'certificate-status');
  const bases = status?.bases.map((basis) => text(BASIS[basis])) ?? [];
  const noProfiles = !profiling.builtProfiles && !profiling.identifiedPeople;
  const facts: Fact[] = [
    {
      title: text('factWhen'),
      body: trigger.request === 'ocsp' ? text('factWhenOcsp') : text('factWhenRevocation'),
      section,
    },
    {
      title: text('factLogged'),
      body: recording.certainty === 'may' ? text('factLoggedMay', logged) : text('factLoggedWill', logged),
      section,
    },
    { title: text('factPurpose'), body: text('factPurposeOperations'), section },
    {
      title: text('factProfiles'),
      body: noProfiles ? text('factNoProfiles') : text('factProfilesPossible'),
      section,
    },
    { title: text('factRetention'), body: retentionSentence(retention), section },
    {
      title: text('factTotals'),
      body: text('factTotalsText', listing(aggregates.acts.map((act) => text(ACT[act])))),
      section,
    },
  ];
  if (status === undefined) return facts;
  return [
    ...facts,
    { title: text('factBasis'), body: text('factBasisText', listing(bases)), section: status.section },
  ];
}

export function generalFacts({ sale, transfer, disclosure, operator }: PolicyEdition): Fact[] {
  return [
    {
      title: text('factSale'),
      body: sale.sold ? text('factSold') : text('factNotSold'),
      section: sale.section,
    },
    {
      title: text('factTransfer'),
      body: text('factTransferText', transfer.detailsFrom),
      section: transfer.section,
    },
    { title: text('factDisclosure'), body: text('factDisclosureText'), section: disclosure.section },
    { title: text('factOperator'), body: text('factOperatorText', operator.name), section: operator.section },
  ];
}
