/** What an edition says of relying parties, in sentences. */
import type { Aggregates } from '../../../../src/policy/relying-party.ts';
import { listing } from '../../../ui/locale.ts';
import { loggedData, longerRetention, normalRetention } from '../../../ui/log-facts.ts';
import { text, type PlainKey } from '../../../ui/text.ts';
import { purposeLines } from './processing.ts';
import type { StatementTexts } from './lines.ts';

const ACT = {
  computed: 'actComputed',
  retained: 'actRetained',
  published: 'actPublished',
} as const satisfies Record<Aggregates['acts'][number], PlainKey>;

export const RELYING_PARTY = {
  'relying-party-trigger': {
    title: 'aspectWhen',
    lines: ({ relyingParty: { trigger } }) => [
      text(trigger.request === 'ocsp' ? 'factWhenOcsp' : 'factWhenRevocation'),
    ],
  },
  'relying-party-record': {
    title: 'factLogged',
    lines: ({ relyingParty }) => {
      const logged = listing(loggedData(relyingParty));
      const sure = relyingParty.recording.certainty === 'will';
      return [sure ? text('factLoggedWill', logged) : text('factLoggedMay', logged)];
    },
  },
  'log-use': { title: 'aspectUse', lines: () => [text('factPurposeOperations')] },
  profiles: {
    title: 'factProfiles',
    lines: ({ relyingParty: { profiling } }) =>
      profiling.builtProfiles || profiling.identifiedPeople
        ? [text('factProfilesPossible')]
        : [
            text('factNoProfiles'),
            text(profiling.scope === 'ocsp-request-data' ? 'factProfilesOcspData' : 'factProfilesAllData'),
          ],
  },
  'status-basis': { title: 'aspectBasis', lines: (edition) => purposeLines(edition, 'certificate-status') },
  'log-retention': {
    title: 'aspectKept',
    lines: ({ relyingParty: { retention } }) =>
      [normalRetention(retention), longerRetention(retention)].filter((line) => line !== null),
  },
  totals: {
    title: 'factTotals',
    lines: ({ relyingParty: { aggregates } }) => [
      text('factTotalsText', listing(aggregates.acts.map((act) => text(ACT[act])))),
      text('factTotalsExample'),
    ],
  },
} as const satisfies StatementTexts;
