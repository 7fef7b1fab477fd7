/** What kind of page a page of Let's Encrypt's or ISRG's is, from its own host and the hosts that took part in it. */
import type { PageExposure } from '../../src/exposure/exposure.ts';
import { endpoint } from '../../src/letsencrypt/endpoint.ts';
import { thirdParty } from '../../src/letsencrypt/third-party.ts';

export interface VisitorPage {
  /** What a visitor can do on this very page, as far as its hosts tell: services of `visitorTraces`. */
  services: ReadonlySet<string>;
  /** Others that took part in the page, each once. */
  others: string[];
}

export function visitorPage({ main, others }: PageExposure): VisitorPage {
  const services = new Set<string>(main.ownSite === null ? [] : [main.ownSite]);
  const names = new Set<string>();
  // The page may hold a form of another of Let's Encrypt's own hosts: the newsletter's is one.
  for (const { host, origin } of others) {
    const own = endpoint(origin);
    const other = thirdParty(host);
    if (own !== null && own.service !== 'website') services.add(own.service);
    if (own !== null && own.processor !== null) names.add(own.processor);
    if (other !== null) names.add(other.name);
    if (other !== null && other.service !== null) services.add(other.service);
  }
  // Every page of a web site is one of its website; said of a page only where nothing more particular can be.
  if (services.size > 1 && main.ownSite === 'website' && !names.has('Google Analytics'))
    services.delete('website');
  return { services, others: [...names] };
}
