import type { PageExposure } from '../../src/exposure/exposure.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import { day } from '../ui/locale.ts';
import { optionsAddress } from '../ui/options-address.ts';
import { text } from '../ui/text.ts';
import { visitorTraces } from '../ui/visitor-traces.ts';

/** On Let's Encrypt's own sites: what a visitor may leave, the part about this very site first. */
export function VisitorNotice({ page, edition }: { page: PageExposure; edition: PolicyEdition }) {
  const traces = visitorTraces(edition).toSorted(
    (a, b) => Number(b.service === page.main.ownSite) - Number(a.service === page.main.ownSite),
  );
  return (
    <section class="visitor" aria-labelledby="visitor-title">
      <h2 id="visitor-title">{text('visitorTitle')}</h2>
      <p class="lead-in">{text('visitorDepends', day(edition.id))}</p>
      <dl>
        {traces.map(({ service, title, body }) => (
          <div key={service}>
            <dt>{title}</dt>
            <dd>{body}</dd>
          </div>
        ))}
      </dl>
      <a href={optionsAddress('policy-visitor')} target="_blank">
        {text('visitorMore')}
      </a>
    </section>
  );
}
