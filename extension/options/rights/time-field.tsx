import { useEffect, useState } from 'preact/hooks';
import type { LetterForm } from './letter-form.ts';
import { localTime, timeOf } from './local-time.ts';
import { TextField } from './text-field.tsx';

interface TimeFieldProps {
  form: LetterForm;
  /** Which contact, counted from 0. */
  contact: number;
  /** Milliseconds since the epoch; null: not filled in, or not finished. */
  at: number | null;
  onChange: (at: number | null) => void;
}

/** A day and a time. It keeps what was typed so far: a field that is written back while it is typed in loses digits. */
export function TimeField({ form, contact, at, onChange }: TimeFieldProps) {
  const [typed, setTyped] = useState(() => localTime(at));
  useEffect(() => {
    setTyped((before) => (timeOf(before) === at ? before : localTime(at)));
  }, [at]);
  return (
    <TextField
      form={form}
      name="contact-time"
      required="contact-time"
      contact={contact}
      label="fieldTime"
      type="time"
      value={typed}
      onChange={(value) => {
        setTyped(value);
        onChange(timeOf(value));
      }}
    />
  );
}
