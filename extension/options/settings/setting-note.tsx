import { text } from '../../ui/text.ts';

interface SettingNoteProps {
  id: string;
  description?: string;
  /** An administrator's policy gives the value. */
  fixed: boolean;
}

/** What stands below a control, and is read out with it. */
export function SettingNote({ id, description, fixed }: SettingNoteProps) {
  if (description === undefined && !fixed) return null;
  return (
    <p class="setting-note" id={id}>
      {description} {fixed && <strong>{text('settingFixed')}</strong>}
    </p>
  );
}
