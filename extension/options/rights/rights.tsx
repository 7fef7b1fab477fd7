import type { PolicyEdition } from '../../../src/policy/edition.ts';
import type { Right, RightId, RightNote } from '../../../src/rights/right.ts';
import { formerAddresses, rightsUnder } from '../../../src/rights/rights.ts';
import { day, number } from '../../ui/locale.ts';
import { SourceLink } from '../../ui/source-link.tsx';
import { text, type PlainKey } from '../../ui/text.ts';

const TITLE = {
  access: 'rightAccessTitle',
  rectification: 'rightRectificationTitle',
  erasure: 'rightErasureTitle',
  restriction: 'rightRestrictionTitle',
  objection: 'rightObjectionTitle',
  'withdrawal-of-consent': 'rightWithdrawalTitle',
  'transfer-details': 'rightTransferTitle',
  complaint: 'rightComplaintTitle',
} as const satisfies Record<RightId, PlainKey>;

const WHAT = {
  access: 'rightAccessText',
  rectification: 'rightRectificationText',
  erasure: 'rightErasureText',
  restriction: 'rightRestrictionText',
  objection: 'rightObjectionText',
  'withdrawal-of-consent': 'rightWithdrawalText',
  'transfer-details': 'rightTransferText',
  complaint: 'rightComplaintText',
} as const satisfies Record<RightId, PlainKey>;

const NOTE = {
  'portable-form': 'rightNotePortable',
  'identity-check-possible': 'rightNoteIdentity',
  'deletion-may-be-impossible': 'rightNoteDeletion',
  'covers-service-mail': 'rightNoteServiceMail',
} as const satisfies Record<RightNote, PlainKey>;

/** Each right, what it is, whom to write to, and where that is written. */
export function Rights({ edition }: { edition: PolicyEdition }) {
  const days = number(edition.relyingParty.retention.normallyLessThanDays);
  return (
    <section id="rights" aria-labelledby="rights-title">
      <h2 id="rights-title">{text('rightsTitle')}</h2>
      <p>{text('rightsIntroduction', days)}</p>
      {rightsUnder(edition).map((right) => (
        <RightEntry key={right.id} right={right} />
      ))}
      {formerAddresses(edition).map(({ address, edition: former }) => (
        <p class="aside" key={address}>
          {text('rightsFormerAddress', address, day(former))}
        </p>
      ))}
    </section>
  );
}

function RightEntry({ right }: { right: Right }) {
  const { id, notes, sources } = right;
  return (
    <section id={`rights-${id}`} class="right" aria-labelledby={`rights-${id}-title`}>
      <h3 id={`rights-${id}-title`}>{text(TITLE[id])}</h3>
      <p>
        {[text(WHAT[id]), ...notes.map((note) => text(NOTE[note]))].join(' ')}
        {!right.namedInPolicy && ` ${text('rightNotInPolicy')}`}
      </p>
      <p>
        <Whom ask={right.ask} />
      </p>
      <ul class="source">
        {sources.map((source) => (
          <li key={source.kind === 'page' ? source.title : source.kind}>
            <SourceLink source={source} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Whom({ ask }: { ask: Right['ask'] }) {
  if (ask.by === 'authority') return <>{text('rightAuthority')}</>;
  return (
    <>
      <a href={`mailto:${ask.address}`}>{text('rightWrite', ask.address)}</a>
      {ask.orByUnsubscribeLink && ` ${text('rightUnsubscribe')}`}
    </>
  );
}
