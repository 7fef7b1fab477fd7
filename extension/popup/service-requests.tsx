import type { Exposure, PageExposure } from '../../src/exposure/exposure.ts';
import { endpoint, type Service } from '../../src/letsencrypt/endpoint.ts';
import { inert } from '../ui/inert.ts';
import { serviceName } from '../ui/service-name.ts';
import { text } from '../ui/text.ts';

/** What browsers ask while they check a certificate: a tab that asks the same servers does something else. */
const CHECKED: ReadonlySet<Service> = new Set(['ocsp', 'crl', 'issuer']);

/** Requests by the tab or its page to the servers of Let's Encrypt's CA, told apart from the browser's own checks. */
export function ServiceRequests({ page }: { page: PageExposure }) {
  const own = serviceOf(page.main);
  const loaded = page.others.flatMap((exposure) => {
    const service = serviceOf(exposure);
    return service === null ? [] : [{ host: exposure.host, service }];
  });
  if (own === null && loaded.length === 0) return null;
  return (
    <section class="notice" aria-label={text('channelsLabel')}>
      {own !== null && <p>{text('serviceAskedByTab', inert(page.main.host), serviceName(own))}</p>}
      {loaded.map(({ host, service }) => (
        <p key={host}>{text('serviceAskedByPage', inert(host), serviceName(service))}</p>
      ))}
    </section>
  );
}

function serviceOf({ origin }: Exposure): Service | null {
  const found = endpoint(origin);
  return found?.operator === "Let's Encrypt" && CHECKED.has(found.service) ? found.service : null;
}
