import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Certificate } from '../../../src/certificate/certificate.ts';
import type { Authority } from '../../../src/letsencrypt/authority.ts';
import { createRecogniser } from '../../../src/letsencrypt/recogniser.ts';
import { authorityOf, caCertificate, holder, leaf, type Holder } from './pki.ts';

let active: Holder;
let table: Authority[];
let certificates: Certificate[];

beforeAll(async () => {
  const root = await holder('Test Root X1', 'Internet Security Research Group', 'US');
  active = await holder('TE1', "Let's Encrypt", 'US');
  const newer = await holder('TZ1', "Let's Encrypt", 'US');
  table = [authorityOf(root, 'root'), authorityOf(active, 'intermediate')];
  certificates = [
    await leaf(await holder('a.example'), active),
    await leaf(await holder('b.example'), active),
    await leaf(await holder('c.example'), newer),
    await caCertificate(newer, root),
  ];
});

/** Counts the signatures checked while `work` runs. */
async function signaturesChecked(work: () => Promise<unknown>): Promise<number> {
  const verify = vi.spyOn(crypto.subtle, 'verify');
  await work();
  const { length } = verify.mock.calls;
  verify.mockRestore();
  return length;
}

const chain = (...at: number[]): Certificate[] => at.flatMap((index) => certificates.slice(index, index + 1));

describe('a recogniser', () => {
  it('checks a signature once, and gives the same answer again', async () => {
    const recognise = createRecogniser(table);
    expect(await signaturesChecked(() => recognise(chain(0)))).toBe(1);
    expect(await signaturesChecked(() => recognise(chain(0)))).toBe(0);
    expect(await recognise(chain(0))).toMatchObject({ is: 'proven', authority: 'TE1' });
  });

  it('checks a signature once for questions asked at the same time', async () => {
    const recognise = createRecogniser(table);
    expect(await signaturesChecked(() => Promise.all([recognise(chain(0)), recognise(chain(0))]))).toBe(1);
  });

  it('keeps answers apart by the chain and by the kind of root', async () => {
    const recognise = createRecogniser(table);
    expect(await recognise(chain(2))).toMatchObject({ is: 'claimed', localRoot: null });
    expect(await recognise(chain(2), false)).toMatchObject({ is: 'claimed', localRoot: true });
    expect(await recognise(chain(2), true)).toMatchObject({ is: 'claimed', localRoot: false });
    expect(await recognise(chain(2, 3))).toMatchObject({ is: 'proven', authority: 'TZ1' });
    expect(await recognise(chain(2))).toMatchObject({ is: 'claimed' });
  });

  it('forgets the answer asked for longest ago when it is full', async () => {
    const recognise = createRecogniser(table, 2);
    await recognise(chain(0));
    await recognise(chain(1));
    await recognise(chain(0));
    await recognise(chain(2));
    expect(await signaturesChecked(() => recognise(chain(0)))).toBe(0);
    expect(await signaturesChecked(() => recognise(chain(1)))).toBe(1);
  });

  it('does not keep a failure', async () => {
    const recognise = createRecogniser(table);
    await expect(recognise([])).rejects.toThrow(RangeError);
    await expect(recognise([])).rejects.toThrow(RangeError);
    expect(await recognise(chain(0))).toMatchObject({ is: 'proven' });
  });
});
