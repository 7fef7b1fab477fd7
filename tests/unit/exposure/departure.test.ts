import { describe, expect, it } from 'vitest';
import { departureOf, type SeenRequest } from '../../../src/exposure/departure.ts';

const SEEN: SeenRequest = {
  url: 'http://ocsp.example-ca.test/',
  method: 'POST',
  type: 'other',
  tabId: -1,
  incognito: false,
  timeStamp: 7,
};
const GET = { ...SEEN, method: 'GET', url: 'http://ocsp.example-ca.test/MFEwTzBNMEswSTAJBgUr' };
const nobody = () => false;

describe('a request seen leaving', () => {
  it('is an OCSP request when the browser itself posts over plain HTTP, whoever the CA is', () => {
    expect(departureOf(SEEN, nobody)).toEqual({
      channel: 'ocsp',
      endpoint: 'http://ocsp.example-ca.test/',
      at: 7,
      private: false,
    });
  });

  it('as a GET needs a responder that is known, and loses the path, which names the certificate', () => {
    expect(departureOf(GET, nobody)).toBeNull();
    expect(departureOf(GET, (host) => host === 'ocsp.example-ca.test')?.endpoint).toBe(
      'http://ocsp.example-ca.test/',
    );
    expect(departureOf({ ...GET, url: 'http://r11.o.lencr.org/MFEw' }, nobody)?.endpoint).toBe(
      'http://r11.o.lencr.org/',
    );
  });

  it("is a fetch of a CRL or an issuer's certificate at Let's Encrypt's hosts", () => {
    expect(departureOf({ ...GET, url: 'http://ye1.c.lencr.org/12.crl' }, nobody)).toMatchObject({
      channel: 'crl',
      endpoint: 'http://ye1.c.lencr.org/',
    });
    expect(departureOf({ ...GET, url: 'http://ye1.i.lencr.org/' }, nobody)?.channel).toBe('issuer');
  });

  it('is no check when a page or a person asked, whatever the address', () => {
    const crl = { ...GET, url: 'http://ye1.c.lencr.org/12.crl' };
    for (const request of [
      { ...crl, tabId: 4, type: 'main_frame' },
      { ...crl, tabId: 4 },
      { ...crl, type: 'xmlhttprequest' },
      { ...crl, method: 'HEAD' },
      { ...crl, url: 'not an address' },
      { ...crl, tabId: -1, type: 'xmlhttprequest', originUrl: 'https://a.example/' },
      { ...SEEN, originUrl: 'https://a.example/' },
      { ...SEEN, url: 'https://ocsp.example-ca.test/' },
      { ...SEEN, method: 'PUT' },
      { ...GET, url: 'http://detectportal.example.test/canonical.html' },
    ])
      expect(departureOf(request, nobody)).toBeNull();
  });

  it('keeps the path of a POST, which names the responder and no certificate', () => {
    expect(departureOf({ ...SEEN, url: 'http://ocsp.example-ca.test/ca/1' }, nobody)?.endpoint).toBe(
      'http://ocsp.example-ca.test/ca/1',
    );
  });

  it('counts as private unless the browser says that it is not', () => {
    expect(departureOf({ ...SEEN, incognito: true }, nobody)?.private).toBe(true);
    expect(departureOf({ ...SEEN, incognito: undefined }, nobody)?.private).toBe(true);
  });
});
