import { CONTRADICTIONS, type ContradictionSubject } from '../../../src/policy/contradictions.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import { SourceLinks } from './timeline.tsx';

const SUBJECT = {
  'ocsp-records': ['disagreeRecords', 'disagreeRecordsOne', 'disagreeRecordsOther'],
  'ocsp-volume': ['disagreeVolume', 'disagreeVolumeOne', 'disagreeVolumeOther'],
  'crl-url-in-six-day-certificates': ['disagreeSixDay', 'disagreeSixDayOne', 'disagreeSixDayOther'],
  'logs-of-requests-for-certificates': ['disagreeLogs', 'disagreeLogsOne', 'disagreeLogsOther'],
  'analytics-on-the-website': ['disagreeAnalytics', 'disagreeAnalyticsOne', 'disagreeAnalyticsOther'],
  'names-of-the-newest-roots': ['disagreeRoots', 'disagreeRootsOne', 'disagreeRootsOther'],
} as const satisfies Record<ContradictionSubject, readonly [PlainKey, PlainKey, PlainKey]>;

/** Published statements that disagree, each beside the other with its source. */
export function Contradictions() {
  return (
    <section id="policy-contradictions" aria-labelledby="policy-contradictions-title">
      <h3 id="policy-contradictions-title">{text('policyContradictionsTitle')}</h3>
      <p>{text('policyContradictionsIntroduction')}</p>
      {CONTRADICTIONS.map(({ subject, relation, one, other }) => {
        const [title, first, second] = SUBJECT[subject];
        return (
          <article key={subject} class="contradiction">
            <h4>{text(title)}</h4>
            <p class="aside">{text(relation === 'contradicts' ? 'policyContradicts' : 'policyConfusable')}</p>
            <div class="beside">
              <div>
                <p>{text(first)}</p>
                <SourceLinks sources={one} />
              </div>
              <div>
                <p>{text(second)}</p>
                <SourceLinks sources={other} />
              </div>
            </div>
          </article>
        );
      })}
    </section>
  );
}
