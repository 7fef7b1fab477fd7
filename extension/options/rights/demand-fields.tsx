import { RESTRICTION_POINTS, type RestrictionPoint } from '../../../src/rights/letter-request.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import { Choice } from './choice.tsx';
import { fieldId, type LetterForm } from './letter-form.ts';
import { TextField } from './text-field.tsx';

const RESTRICTION = {
  a: 'restrictionA',
  b: 'restrictionB',
  c: 'restrictionC',
  d: 'restrictionD',
} as const satisfies Record<RestrictionPoint, PlainKey>;

/** What this right needs said. */
export function DemandFields({ form }: { form: LetterForm }) {
  const { right, inaccurate, correct, restriction, marketing, grounds } = form.request;
  switch (right) {
    case 'rectification':
      return (
        <>
          <TextField
            form={form}
            name="inaccurate"
            required="inaccurate"
            label="fieldInaccurate"
            type="lines"
            value={inaccurate}
            onChange={(value) => form.change({ inaccurate: value })}
          />
          <TextField
            form={form}
            name="correct"
            required="correct"
            label="fieldCorrect"
            type="lines"
            value={correct}
            onChange={(value) => form.change({ correct: value })}
          />
        </>
      );
    case 'restriction':
      return (
        <Choice
          name={fieldId(right, 'restriction')}
          legend={text('fieldRestriction')}
          options={RESTRICTION_POINTS.map((value) => ({ value, label: text(RESTRICTION[value]) }))}
          chosen={restriction}
          onChoose={(point) => form.change({ restriction: point })}
        />
      );
    case 'objection':
      return (
        <>
          <Choice
            name={fieldId(right, 'marketing')}
            legend={text('fieldObjection')}
            options={[
              { value: 'grounds', label: text('objectionGrounds') },
              { value: 'marketing', label: text('objectionMarketing') },
            ]}
            chosen={marketing ? 'marketing' : 'grounds'}
            onChoose={(value) => form.change({ marketing: value === 'marketing' })}
          />
          {!marketing && (
            <TextField
              form={form}
              name="grounds"
              required="grounds"
              label="fieldGrounds"
              type="lines"
              value={grounds}
              onChange={(value) => form.change({ grounds: value })}
            />
          )}
        </>
      );
    case 'access':
    case 'erasure':
    case 'withdrawal-of-consent':
    case 'transfer-details':
      return null;
  }
}
