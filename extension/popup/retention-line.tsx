interface RetentionLineProps {
  start: string;
  end: string;
  /** What the drawing says, for those who do not see it. */
  alternative: string;
}

/** A drawn line from the request to the day by which its record is normally gone; dotted beyond, where exceptions lie. */
export function RetentionLine({ start, end, alternative }: RetentionLineProps) {
  return (
    <figure class="retention-line">
      <svg viewBox="0 0 360 16" aria-hidden="true" focusable="false">
        <line class="kept" x1="8" y1="8" x2="292" y2="8" />
        <line class="exception" x1="312" y1="8" x2="354" y2="8" />
        <circle class="start" cx="8" cy="8" r="6" />
        <circle class="end" cx="300" cy="8" r="6" />
      </svg>
      <p class="visually-hidden">{alternative}</p>
      <figcaption>
        <span>{start}</span>
        <span>{end}</span>
      </figcaption>
    </figure>
  );
}
