import { SettingNote } from './setting-note.tsx';

interface CheckboxProps {
  id: string;
  label: string;
  description?: string;
  checked: boolean;
  fixed: boolean;
  onChange: (checked: boolean) => void;
}

export function Checkbox({ id, label, description, checked, fixed, onChange }: CheckboxProps) {
  return (
    <div class="setting">
      <label>
        <input
          type="checkbox"
          id={id}
          checked={checked}
          disabled={fixed}
          aria-describedby={`${id}-note`}
          onChange={({ currentTarget }) => onChange(currentTarget.checked)}
        />
        {label}
      </label>
      <SettingNote id={`${id}-note`} fixed={fixed} {...(description !== undefined && { description })} />
    </div>
  );
}
