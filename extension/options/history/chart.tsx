import type { Bar } from '../../../src/history/count.ts';
import { day, number } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

const WIDTH = 640;
const HEIGHT = 160;
/** Above the highest bar, so that its number has room. */
const HEAD = 18;

/** Few days do not make broad blocks. */
const MAX_BAR = 40;

interface Part {
  kind: 'asked' | 'may-have-asked' | 'rest';
  count: (bar: Bar) => number;
}

/** From the bottom up: what matters most stands on the ground line. */
const PARTS: readonly Part[] = [
  { kind: 'asked', count: ({ asked }) => asked },
  { kind: 'may-have-asked', count: ({ mayHaveAsked }) => mayHaveAsked },
  { kind: 'rest', count: ({ rest }) => rest },
];

export const PART_WORDS = {
  asked: 'historyAnswerAsked',
  'may-have-asked': 'historyAnswerMayHaveAsked',
  rest: 'historyPartRest',
} as const;

function total({ asked, mayHaveAsked, rest }: Bar): number {
  return asked + mayHaveAsked + rest;
}

/** First and last day of a bar in words. */
export function span({ from, to }: Bar): string {
  return from === to ? day(from) : text('historySpan', day(from), day(to));
}

/**
 * Sites over time, as stacked bars told apart by their filling: full, hatched, empty. The table beneath says the same
 * in numbers, so the drawing is for the eye alone.
 */
export function Chart({ bars }: { bars: Bar[] }) {
  const highest = Math.max(1, ...bars.map(total));
  const step = WIDTH / bars.length;
  const width = Math.min(MAX_BAR, step * 0.8);
  const scale = (count: number) => (count / highest) * (HEIGHT - HEAD);
  const first = bars[0];
  const last = bars.at(-1);
  if (first === undefined || last === undefined) return null;
  return (
    <figure class="history-chart">
      <figcaption>{text(first.from === first.to ? 'historyChartDays' : 'historyChartWeeks')}</figcaption>
      <p class="visually-hidden">{text('historyChartName', day(first.from), day(last.to))}</p>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 2}`} aria-hidden="true">
        <defs>
          <pattern
            id="hatched"
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect class="hatch" width="2.5" height="6" />
          </pattern>
        </defs>
        {bars.map((bar, position) => {
          let top = HEIGHT;
          return (
            <g key={bar.from}>
              <title>{text('historyBar', span(bar), number(total(bar)), number(bar.asked))}</title>
              {PARTS.map(({ kind, count }) => {
                const height = scale(count(bar));
                top -= height;
                return (
                  height > 0 && (
                    <rect
                      key={kind}
                      class={`part ${kind}`}
                      x={(position + 0.5) * step - width / 2}
                      y={top}
                      width={width}
                      height={height}
                    />
                  )
                );
              })}
            </g>
          );
        })}
        <line class="ground" x1="0" x2={WIDTH} y1={HEIGHT} y2={HEIGHT} />
      </svg>
      <p class="scale" aria-hidden="true">
        <span>{day(first.from)}</span>
        <span>{text('historyHighest', number(highest))}</span>
        <span>{day(last.to)}</span>
      </p>
      <ul class="key" aria-hidden="true">
        {PARTS.map(({ kind }) => (
          <li key={kind}>
            <svg viewBox="0 0 16 16" width="16" height="16">
              <rect class={`part ${kind}`} x="1" y="1" width="14" height="14" />
            </svg>
            {text(PART_WORDS[kind])}
          </li>
        ))}
      </ul>
    </figure>
  );
}
