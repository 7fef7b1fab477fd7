/**
 * Hosts of others that Let's Encrypt's and ISRG's sites use for visitors, as the sites' own configuration names them.
 * Anyone may use these services, so a host counts only where it took part in a page of Let's Encrypt or ISRG.
 */
import type { Service } from './endpoint.ts';

export interface ThirdParty {
  /** Whose service it is, as its operator names itself. */
  name: string;
  /** What a visitor does there; null: pages are made of it, nothing is entered. */
  service: (Service & ('donation' | 'newsletter' | 'forum' | 'website')) | null;
}

/** From the content security policy in netlify.toml of github.com/letsencrypt/website at b89871ef735c. */
const HOSTS: ReadonlyMap<string, ThirdParty> = new Map([
  ['donorbox.org', { name: 'DonorBox', service: 'donation' }],
  ['doublethedonation.com', { name: 'Double the Donation', service: 'donation' }],
  ['js.stripe.com', { name: 'Stripe', service: 'donation' }],
  ['www.paypal.com', { name: 'PayPal', service: 'donation' }],
  ['www.paypalobjects.com', { name: 'PayPal', service: 'donation' }],
  ['widget.thegivingblock.com', { name: 'The Giving Block', service: 'donation' }],
  ['shift4.com', { name: 'Shift4', service: 'donation' }],
  ['sdks.shopifycdn.com', { name: 'Shopify', service: 'donation' }],
  ['monorail-edge.shopifysvc.com', { name: 'Shopify', service: 'donation' }],
  ['www.google-analytics.com', { name: 'Google Analytics', service: 'website' }],
  ['www.googletagmanager.com', { name: 'Google Analytics', service: 'website' }],
  ['rsms.me', { name: 'rsms.me', service: null }],
  ['cdn.jsdelivr.net', { name: 'jsDelivr', service: null }],
  ['www.youtube-nocookie.com', { name: 'YouTube', service: null }],
  ['d4twhgtvn0ff5.cloudfront.net', { name: 'Amazon CloudFront', service: null }],
  ['d1dfn7jg27m4cf.cloudfront.net', { name: 'Amazon CloudFront', service: null }],
]);

/** The service behind a host on a page of Let's Encrypt or ISRG; null: not one that the sites name. */
export function thirdParty(host: string): ThirdParty | null {
  return HOSTS.get(host) ?? (host.endsWith('.shift4.com') ? (HOSTS.get('shift4.com') ?? null) : null);
}
