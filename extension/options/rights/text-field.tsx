import type { ComponentChildren } from 'preact';
import type { LetterField } from '../../../src/rights/letter-request.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import { fieldId, problemText, problemWith, type LetterForm } from './letter-form.ts';

interface TextFieldProps {
  form: LetterForm;
  /** Its part of the identifier; a required field has the name by which its problems are reported. */
  name: string;
  required?: LetterField;
  contact?: number;
  label: PlainKey;
  hint?: ComponentChildren;
  type?: 'text' | 'time' | 'lines';
  /** Addresses and hosts read left to right in every language. */
  ltr?: boolean;
  value: string;
  onChange: (value: string) => void;
}

/** A labelled field, with what is missing said under it and tied to it. */
export function TextField({
  form,
  name,
  required,
  contact,
  label,
  hint,
  type = 'text',
  ltr,
  value,
  onChange,
}: TextFieldProps) {
  const id = fieldId(form.request.right, name, contact ?? null);
  const problem = required === undefined ? null : problemWith(form, required, contact ?? null);
  const described = [
    ...(hint === undefined ? [] : [`${id}-hint`]),
    ...(problem === null ? [] : [`${id}-problem`]),
  ];
  const attributes = {
    id,
    name: id,
    value,
    required: required !== undefined,
    autocomplete: 'off' as const,
    spellcheck: false,
    'aria-invalid': problem !== null && problem.problem !== 'empty',
    ...(described.length > 0 ? { 'aria-describedby': described.join(' ') } : {}),
    ...(ltr === true ? { dir: 'ltr' as const } : {}),
  };
  return (
    <div class={problem === null ? 'field' : 'field wanting'}>
      <label for={id}>{text(label)}</label>
      <Control attributes={attributes} type={type} onChange={onChange} />
      {hint !== undefined && (
        <p class="aside" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {problem !== null && (
        <p class="problem" id={`${id}-problem`}>
          {text(problemText(problem))}
        </p>
      )}
    </div>
  );
}

/** What every kind of field has. */
interface FieldAttributes {
  id: string;
  name: string;
  value: string;
  required: boolean;
  autocomplete: 'off';
  spellcheck: boolean;
  'aria-invalid': boolean;
  'aria-describedby'?: string;
  dir?: 'ltr';
}

interface ControlProps {
  attributes: FieldAttributes;
  type: 'text' | 'time' | 'lines';
  onChange: (value: string) => void;
}

function Control({ attributes, type, onChange }: ControlProps) {
  switch (type) {
    case 'lines':
      return (
        <textarea {...attributes} rows={3} onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      );
    case 'time':
      return (
        <input
          {...attributes}
          type="datetime-local"
          step={1}
          onInput={({ currentTarget }) => onChange(currentTarget.value)}
        />
      );
    case 'text':
      return (
        <input {...attributes} type="text" onInput={({ currentTarget }) => onChange(currentTarget.value)} />
      );
  }
}
