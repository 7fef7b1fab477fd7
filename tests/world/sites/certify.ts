/** A certificate for every site that has one. */
import type { Authorities } from '../pki/authorities.ts';
import type { ServicePorts } from '../pki/authority.ts';
import { newKey } from '../pki/key.ts';
import { leafShape } from '../pki/leaf-kinds.ts';
import { newLeaf, type Leaf } from '../pki/leaf.ts';
import type { SiteDefinition } from './definitions.ts';

export interface CertifiedSite {
  definition: SiteDefinition;
  /** null: plain http. */
  leaf: Leaf | null;
}

/** `now`: milliseconds since the epoch. */
export async function certify(
  definitions: SiteDefinition[],
  authorities: Authorities,
  now: number,
  ports: ServicePorts,
): Promise<CertifiedSite[]> {
  // One RSA key for all RSA leaves: each takes a tenth of a second to make. EC keys are one a leaf.
  const rsa = await newKey('rsa');
  return Promise.all(
    definitions.map(async (definition) => {
      if (definition.kind === null) return { definition, leaf: null };
      const ip = definition.kind === 'ip-address' ? [definition.host] : [];
      const names = { dns: definition.names ?? [definition.host], ip };
      const { shape, key } = leafShape(definition.kind, names, authorities);
      return { definition, leaf: newLeaf(shape, key === 'rsa' ? rsa : await newKey(key), now, ports) };
    }),
  );
}
