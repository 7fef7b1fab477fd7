import { describe, expect, it } from 'vitest';
import { recognise } from '../../../src/letsencrypt/recognise.ts';
import { authorityFacts } from '../../../src/letsencrypt/facts.ts';
import { holder, leaf, type NameText } from './pki.ts';

/** What the released table makes of a certificate with this issuer name and a key of nobody's. */
async function issuerNamed(issuerName: NameText): Promise<string> {
  const anybody = await holder('anybody');
  const certificate = await leaf(anybody, anybody, { issuerName, issuerStringType: 'bmpString' });
  return (await recognise([certificate], authorityFacts.authorities)).is;
}

describe('names that say Let’s Encrypt', () => {
  it.each([
    ["Let's Encrypt", 'YE1'],
    ["Let's Encrypt", 'YE99'],
    ['Let’s Encrypt', 'R3'],
    ['Let\u02bcs Encrypt', 'R3'],
    ['Lets Encrypt', 'R3'],
    ["LET'S  ENCRYPT", 'r3'],
    ["Let's Encrypt Inc.", 'CA 1'],
    ["\uff2cet's \u200bEncrypt", 'R3'],
    ["(STAGING) Let's Encrypt", '(STAGING) Invented Iris E99'],
    ['Internet Security Research Group', 'ISRG Root X9'],
    ['(STAGING) Internet Security Research Group', 'Anything'],
    ['ISRG', 'Root YZ'],
    [undefined, "Let's Encrypt Authority X9"],
    ['Some Proxy', "Let's Encrypt Authority X3"],
    [undefined, 'ISRG Root X1'],
    [undefined, 'Fake LE Intermediate X1'],
    [undefined, 'Fake LE Root X9'],
  ])('are claimed: O=%s, CN=%s', async (organization, commonName) => {
    const name = organization === undefined ? { commonName } : { organization, commonName };
    expect(await issuerNamed(name)).toBe('claimed');
  });

  it.each(authorityFacts.authorities.map((authority) => [authority.commonName, authority] as const))(
    'are those of %s of the facts',
    async (commonName, { organization, country }) => {
      const name = {
        ...(country === null ? {} : { country }),
        ...(organization === null ? {} : { organization }),
      };
      expect(await issuerNamed({ ...name, commonName })).toBe('claimed');
    },
  );
});

describe('names that do not', () => {
  it.each([
    ['GlobalSign', 'R3'],
    ['Another CA', 'E1'],
    [undefined, 'R3'],
    [undefined, 'YE1'],
    ['Google Trust Services', 'WE1'],
    ['ISRGroup', 'Root YE'],
    ['Outlets Encrypted', 'CA'],
    ['Pallets Encrypt', 'CA'],
    // Letters of another script: shown as they are, as another CA's.
    ['L\u0435t\u2019s Encrypt', 'R3'],
    [undefined, 'happy hacker fake CA'],
  ])('are another CA’s: O=%s, CN=%s', async (organization, commonName) => {
    const name = organization === undefined ? { commonName } : { organization, commonName };
    expect(await issuerNamed(name)).toBe('other');
  });

  it('are no names at all', async () => {
    expect(await issuerNamed({})).toBe('other');
  });
});
