import { describe, expect, it } from 'vitest';
import { endpoint, isOwnSite } from '../../../src/letsencrypt/endpoint.ts';
import hostFacts from '../../../src/letsencrypt/hosts.json' with { type: 'json' };

const found = (url: string): string | null => {
  const known = endpoint(url);
  return known && `${known.operator} ${known.service} ${known.environment} ${known.status}`;
};

describe('the service behind a URL', () => {
  it.each([
    ['http://ye1.c.lencr.org/45.crl', "Let's Encrypt crl production current"],
    ['http://stg-ye1.c.lencr.org/45.crl', "Let's Encrypt crl staging current"],
    ['http://x1.i.lencr.org/', "Let's Encrypt issuer production current"],
    ['http://stg-dst3.i.lencr.org/', "Let's Encrypt issuer staging current"],
    ['http://r3.o.lencr.org', "Let's Encrypt ocsp production historical"],
    ['http://stg-r3.o.lencr.org', "Let's Encrypt ocsp staging historical"],
    ['http://ocsp.int-x3.letsencrypt.org/MFMw', "Let's Encrypt ocsp production historical"],
    ['http://cert.int-x3.letsencrypt.org/', "Let's Encrypt issuer production historical"],
    ['http://crl.root-x1.letsencrypt.org', "Let's Encrypt crl production historical"],
    ['http://ocsp.stg-root-x1.letsencrypt.org/', "Let's Encrypt ocsp staging historical"],
    ['http://isrg.trustid.ocsp.identrust.com', 'IdenTrust ocsp production historical'],
    ['http://crl.identrust.com/DSTROOTCAX3CRL.crl', 'IdenTrust crl production historical'],
    ['http://apps.identrust.com/roots/dstrootcax3.p7c', 'IdenTrust issuer production historical'],
    ['https://acme-v02.api.letsencrypt.org/directory', "Let's Encrypt acme production current"],
    ['https://acme-staging-v02.api.letsencrypt.org/directory', "Let's Encrypt acme staging current"],
    ['https://log.sycamore.ct.letsencrypt.org/', "Let's Encrypt certificate-transparency production current"],
    ['https://letsencrypt.org/', "Let's Encrypt website production current"],
    ['https://community.letsencrypt.org/t/1', "Let's Encrypt forum production current"],
    ['https://letsencrypt.status.io/', "Let's Encrypt status production current"],
    ['https://outreach.abetterinternet.org/', "Let's Encrypt newsletter production current"],
    ['https://letsencrypt-merch.myshopify.com/', "Let's Encrypt donation production current"],
    ['https://valid.x1.test-certs.letsencrypt.org/', "Let's Encrypt test-site production current"],
    ['https://valid.x1.staging-test-certs.letsencrypt.org/', "Let's Encrypt test-site staging current"],
  ])('%s is %s', (url, service) => {
    expect(found(url)).toBe(service);
  });

  it('names who runs it for Let’s Encrypt', () => {
    expect(endpoint('https://community.letsencrypt.org/')?.processor).toContain('Discourse');
    expect(endpoint('https://outreach.abetterinternet.org/')?.processor).toContain('Salesforce');
    expect(endpoint('https://letsencrypt-merch.myshopify.com/')?.processor).toBe('Shopify');
    expect(endpoint('https://letsencrypt.org/')?.processor).toBeNull();
  });

  it.each([
    'HTTP://YE1.C.LENCR.ORG/45.crl',
    'http://ye1.c.lencr.org./45.crl',
    'http://ye1.c.lencr.org:8080/45.crl',
    'http://someone@ye1.c.lencr.org/',
    'http://ye1.c.lencr.org\\@evil.example/',
  ])('%s reaches the same host and is the same', (url) => {
    expect(endpoint(url)).toEqual(endpoint('http://ye1.c.lencr.org/'));
    expect(endpoint(url)?.service).toBe('crl');
  });

  it.each([
    'http://c.lencr.org.evil.example/',
    'http://ye1.c.lencr.org.evil.example/',
    'http://evilc.lencr.org/',
    'http://ye1-c.lencr.org/',
    'http://xlencr.org/',
    'http://ye1.c.lencr.org@evil.example/',
    'http://evil.example/?http://ye1.c.lencr.org/',
    'http://evil.example/#@ye1.c.lencr.org',
    'http://ye1.\u0441.lencr.org/',
    'http://ye1.c.lencr.org../',
    'https://notletsencrypt.org/',
    'https://letsencrypt.org.example/',
    'https://unlisted.community.letsencrypt.org/',
    'https://donorbox.org/lets-encrypt',
    'https://www.paypal.com/',
    'https://another.myshopify.com/',
    'https://other.status.io/',
    'ldap://ye1.c.lencr.org/',
    'file://ye1.c.lencr.org/',
    'ftp://ye1.c.lencr.org/',
    'ye1.c.lencr.org',
    'http://',
    '',
    'javascript:alert(1)',
  ])('%s is none of theirs', (url) => {
    expect(endpoint(url)).toBeNull();
    expect(isOwnSite(url)).toBe(false);
  });
});

describe('Let’s Encrypt’s own sites', () => {
  it.each([
    ['https://letsencrypt.org/privacy/', true],
    ['http://letsencrypt.org/', true],
    ['https://www.abetterinternet.org/', true],
    ['https://community.letsencrypt.org/', true],
    ['https://letsencrypt.status.io/', true],
    ['https://letsencrypt-merch.myshopify.com/', true],
    ['https://valid.x1.test-certs.letsencrypt.org/', true],
    ['https://acme-v02.api.letsencrypt.org/directory', false],
    ['http://ye1.c.lencr.org/45.crl', false],
    ['http://crl.identrust.com/', false],
    ['https://letsencrypt.example/', false],
  ])('%s: %s', (url, own) => {
    expect(isOwnSite(url)).toBe(own);
  });
});

describe('the table of hosts', () => {
  it('has no host twice', () => {
    const names = hostFacts.hosts.map(({ host }) => host);
    expect(new Set(names).size).toBe(names.length);
  });
});
