import { describe, expect, it } from 'vitest';
import { thirdParty } from '../../../src/letsencrypt/third-party.ts';

describe('a host on a page of Let’s Encrypt', () => {
  it.each([
    ['donorbox.org', { name: 'DonorBox', service: 'donation' }],
    ['www.google-analytics.com', { name: 'Google Analytics', service: 'website' }],
    ['cdn.jsdelivr.net', { name: 'jsDelivr', service: null }],
    ['shift4.com', { name: 'Shift4', service: 'donation' }],
    ['js.dev.shift4.com', { name: 'Shift4', service: 'donation' }],
  ])('%s is the service that the site names', (host, service) => {
    expect(thirdParty(host)).toEqual(service);
  });

  it.each(['example.org', 'www.donorbox.org', 'notshift4.com', 'shift4.com.example', 'shift4.community', ''])(
    '%s is none of them',
    (host) => {
      expect(thirdParty(host)).toBeNull();
    },
  );
});
