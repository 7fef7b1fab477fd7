import type { PageExposure } from '../../src/exposure/exposure.ts';
import { endpoint } from '../../src/letsencrypt/endpoint.ts';
import type { PolicyEdition } from '../../src/policy/edition.ts';
import { inert } from '../ui/inert.ts';
import { day, listing } from '../ui/locale.ts';
import { optionsAddress } from '../ui/options-address.ts';
import { serviceName } from '../ui/service-name.ts';
import { text } from '../ui/text.ts';
import { visitorPage } from '../ui/visitor-page.ts';
import { visitorTraces } from '../ui/visitor-traces.ts';

/** On Let's Encrypt's own sites: what a visitor may leave, the part about this very page first. */
export function VisitorNotice({ page, edition }: { page: PageExposure; edition: PolicyEdition }) {
  const { services, others } = visitorPage(page);
  const traces = visitorTraces(edition).toSorted(
    (a, b) => Number(services.has(b.service)) - Number(services.has(a.service)),
  );
  return (
    <section class="visitor" aria-labelledby="visitor-title">
      <h2 id="visitor-title">{text('visitorTitle')}</h2>
      <Runs page={page} />
      {others.length > 0 && <p>{text('visitorOthers', listing(others.map((name) => inert(name))))}</p>}
      <p class="lead-in">{text('visitorDepends', day(edition.id))}</p>
      <dl>
        {traces.map(({ service, title, body }) => (
          <div key={service}>
            <dt>
              {title} {services.has(service) && <span class="here">{text('visitorHere')}</span>}
            </dt>
            <dd>{body}</dd>
          </div>
        ))}
        <div>
          <dt>{text('visitorSocialMedia')}</dt>
          <dd>{text('visitorSocialMediaText')}</dd>
        </div>
      </dl>
      <a href={optionsAddress('policy-visitor')} target="_blank">
        {text('visitorMore')}
      </a>
    </section>
  );
}

/** Who runs this very site, where it is another one than Let's Encrypt or ISRG. */
function Runs({ page }: { page: PageExposure }) {
  const own = endpoint(page.main.origin);
  if (own === null || own.processor === null) return null;
  return <p>{text('visitorRunBy', serviceName(own.service), inert(own.processor))}</p>;
}
