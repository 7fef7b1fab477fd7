import type { Bar } from '../../../src/history/count.ts';
import { number } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import { PART_WORDS, span } from './chart.tsx';

/** The chart in numbers, newest first; stretches without a site are left out. */
export function ChartTable({ bars }: { bars: Bar[] }) {
  const rows = bars.filter(({ asked, mayHaveAsked, rest }) => asked + mayHaveAsked + rest > 0).toReversed();
  return (
    <details class="history-numbers">
      <summary>{text('historyChartNumbers')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{text('historyPeriod')}</th>
            <th scope="col">{text(PART_WORDS.asked)}</th>
            <th scope="col">{text(PART_WORDS['may-have-asked'])}</th>
            <th scope="col">{text(PART_WORDS.rest)}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((bar) => (
            <tr key={bar.from}>
              <th scope="row">{span(bar)}</th>
              <td>{number(bar.asked)}</td>
              <td>{number(bar.mayHaveAsked)}</td>
              <td>{number(bar.rest)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
