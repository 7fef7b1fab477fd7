import { useState } from 'preact/hooks';
import type { Context } from '../../../src/policy/context.ts';
import type { PolicyEdition } from '../../../src/policy/edition.ts';
import { letterProblems } from '../../../src/rights/letter-problems.ts';
import {
  emptyRequest,
  foundBy,
  type LetterRight,
  type LetterRequest,
} from '../../../src/rights/letter-request.ts';
import { composeLetter } from '../../../src/rights/letter.ts';
import { newReference } from '../../../src/rights/reference.ts';
import type { HandedVisit } from '../../platform/handover.ts';
import { text } from '../../ui/text.ts';
import { ContactFields } from './contact-fields.tsx';
import { DemandFields } from './demand-fields.tsx';
import { IdentityFields, OptionalFields, WriterFields } from './identity-fields.tsx';
import { LetterActions } from './letter-actions.tsx';
import { fieldId, type LetterForm } from './letter-form.ts';
import { LetterPreview } from './letter-preview.tsx';
import { LetterNote } from './letter-note.tsx';
import { localDay } from './local-time.ts';
import { MissingList } from './missing-list.tsx';
import { RIGHT_TITLE } from './right-text.ts';

interface LetterComposerProps {
  right: LetterRight;
  contexts: Context[];
  /** Where the letter goes. */
  address: string;
  edition: PolicyEdition;
  /** What the popup handed over; null: nothing. */
  visit: HandedVisit | null;
}

/** The fields of a letter, the letter, and the ways out for it. */
export function LetterComposer({ right, contexts, address, edition, visit }: LetterComposerProps) {
  const [request, setRequest] = useState(() => firstRequest(right, contexts, visit));
  const [frame] = useState(() => ({
    operator: edition.operator.name,
    address,
    reference: newReference(crypto.getRandomValues(new Uint8Array(8))),
    date: localDay(new Date()),
    logDays: edition.relyingParty.retention.normallyLessThanDays,
  }));
  const problems = letterProblems(request);
  const letter = composeLetter(request, frame);
  const form: LetterForm = {
    request,
    problems,
    change: (changes) => setRequest((before) => ({ ...before, ...changes })),
  };
  const complete = problems.length === 0;
  return (
    <form
      class="letter"
      aria-label={text('letterFor', text(RIGHT_TITLE[right]))}
      onSubmit={(event) => event.preventDefault()}
    >
      <p class="aside">{text('letterIntroduction')}</p>
      {right !== 'transfer-details' && <WriterFields form={form} contexts={contexts} />}
      <DemandFields form={form} />
      {foundBy(request) === 'log-entries' && <ContactFields form={form} />}
      <IdentityFields form={form} handedSite={visit?.site ?? null} />
      <OptionalFields form={form} />
      <LetterPreview letter={letter} complete={complete} id={fieldId(right, 'preview')} />
      <MissingList form={form} />
      <LetterActions letter={letter} reference={frame.reference} complete={complete} />
      <LetterNote request={request} reference={frame.reference} complete={complete} />
    </form>
  );
}

function firstRequest(right: LetterRight, contexts: Context[], visit: HandedVisit | null): LetterRequest {
  const empty = emptyRequest(right, visit?.contacts ?? []);
  const context = visit !== null && contexts.includes(visit.context) ? visit.context : empty.context;
  return { ...empty, context };
}
