import type { Service } from '../../src/letsencrypt/endpoint.ts';
import { inert } from './inert.ts';
import { text, type PlainKey } from './text.ts';

const SERVICE = {
  ocsp: 'serviceOcsp',
  crl: 'serviceCrl',
  issuer: 'serviceIssuer',
  acme: 'serviceAcme',
  'certificate-transparency': 'serviceCertificateTransparency',
  website: 'serviceWebsite',
  donation: 'serviceDonation',
  newsletter: 'serviceNewsletter',
  forum: 'serviceForum',
  status: 'serviceStatus',
  'test-site': 'serviceTestSite',
} as const satisfies Record<Service, PlainKey>;

/** What a service is, in words; a service that this page does not know yet keeps its own name. */
export function serviceName(service: string): string {
  return isService(service) ? text(SERVICE[service]) : inert(service);
}

function isService(service: string): service is Service {
  return Object.hasOwn(SERVICE, service);
}
