import { SettingNote } from './setting-note.tsx';

interface ChoiceProps {
  id: string;
  label: string;
  description?: string;
  options: readonly { value: string; label: string }[];
  value: string;
  fixed: boolean;
  onChange: (value: string) => void;
}

export function Choice({ id, label, description, options, value, fixed, onChange }: ChoiceProps) {
  return (
    <div class="setting">
      <label>
        {label}
        <select
          id={id}
          value={value}
          disabled={fixed}
          aria-describedby={`${id}-note`}
          onChange={({ currentTarget }) => onChange(currentTarget.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      </label>
      <SettingNote id={`${id}-note`} fixed={fixed} {...(description !== undefined && { description })} />
    </div>
  );
}
