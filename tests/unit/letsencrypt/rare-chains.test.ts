/** Chains that are rare among those of Let's Encrypt. */
import { expect, it } from 'vitest';
import { recognise } from '../../../src/letsencrypt/recognise.ts';
import { authorityOf, caCertificate, holder, leaf } from './pki.ts';

it('a CA without a path length lets other CAs stand below it', async () => {
  const root = await holder('Test Root X1', 'Internet Security Research Group', 'US');
  const between = await holder('Test Root X9', 'Internet Security Research Group', 'US');
  const issuing = await holder('TZ1', "Let's Encrypt", 'US');
  const chain = [
    await leaf(await holder('www.example.org'), issuing),
    await caCertificate(issuing, between, { basicConstraints: { ca: true, pathLength: 0 } }),
    await caCertificate(between, root, { basicConstraints: { ca: true } }),
  ];
  expect(await recognise(chain, [authorityOf(root, 'root')])).toMatchObject({
    is: 'proven',
    authority: 'TZ1',
  });
});

it('a CA certificate that names nobody as its subject proves nothing', async () => {
  const root = await holder('Test Root X1', 'Internet Security Research Group', 'US');
  const nameless = { name: { organization: "Let's Encrypt", country: 'US' }, key: (await holder('TZ1')).key };
  const chain = [
    await leaf(await holder('www.example.org'), nameless),
    await caCertificate(nameless, root, { basicConstraints: { ca: true, pathLength: 0 } }),
  ];
  expect(await recognise(chain, [authorityOf(root, 'root')])).toMatchObject({ is: 'claimed' });
});

it('a precertificate is said to be unverifiable, not to have a signature that fails', async () => {
  const issuing = await holder('TE1', "Let's Encrypt", 'US');
  const precertificate = await leaf(await holder('www.example.org'), issuing, { poison: true });
  expect(await recognise([precertificate], [authorityOf(issuing, 'intermediate')])).toMatchObject({
    is: 'claimed',
    why: 'cannot-verify',
  });
});
