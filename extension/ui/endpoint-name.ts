import { inert } from './inert.ts';

/** The host of a certificate's endpoint, harmless to show; the whole text where it is no URL with a host. */
export function endpointName(endpoint: string): string {
  const host = URL.canParse(endpoint) ? new URL(endpoint).host : '';
  return inert(host === '' ? endpoint : host);
}
