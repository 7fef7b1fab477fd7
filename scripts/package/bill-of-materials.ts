/** What other people's code the packages hold: a CycloneDX bill of materials (specification 1.6). */
import * as v from 'valibot';

const Lock = v.object({
  packages: v.record(
    v.string(),
    v.object({
      version: v.optional(v.string()),
      license: v.optional(v.string()),
      integrity: v.optional(v.string()),
      dependencies: v.optional(v.record(v.string(), v.string())),
    }),
  ),
});
type Packages = v.InferOutput<typeof Lock>['packages'];

/**
 * Lists the runtime dependencies, and theirs, without a date or a random number: the same lock gives the same list.
 *
 * @param lock `package-lock.json`, parsed
 * @param own the extension's own name, version and licence
 */
export function billOfMaterials(lock: unknown, own: { name: string; version: string; license: string }) {
  const { packages } = v.parse(Lock, lock);
  const places = runtimePlaces(packages);
  const reference = (place: string) => packageUrl(nameAt(place), packages[place]?.version ?? '');
  const graph = (place: string) =>
    Object.keys(packages[place]?.dependencies ?? {})
      .map((name) => reference(placeOf(packages, place, name)))
      .toSorted();
  const ownReference = packageUrl(own.name, own.version);
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': ownReference,
        name: own.name,
        version: own.version,
        ...licences(own.license),
      },
    },
    components: places.map((place) => {
      const { version = '', license, integrity } = packages[place] ?? {};
      return {
        type: 'library',
        'bom-ref': reference(place),
        name: nameAt(place),
        version,
        purl: reference(place),
        ...licences(license),
        ...hashes(integrity),
      };
    }),
    dependencies: ['', ...places].map((place) => ({
      ref: place === '' ? ownReference : reference(place),
      dependsOn: graph(place),
    })),
  };
}

/** Where the packages lie that the project needs when it runs, in the order of their paths. */
function runtimePlaces(packages: Packages): string[] {
  const found = new Set<string>();
  const visit = (place: string) => {
    for (const name of Object.keys(packages[place]?.dependencies ?? {})) {
      const next = placeOf(packages, place, name);
      if (found.has(next)) continue;
      found.add(next);
      visit(next);
    }
  };
  visit('');
  return [...found].toSorted();
}

/** As Node looks packages up: in the nearest `node_modules`, then in those further out. */
function placeOf(packages: Packages, from: string, name: string): string {
  let folder = from;
  for (;;) {
    const place = `${folder === '' ? '' : `${folder}/`}node_modules/${name}`;
    if (packages[place] !== undefined) return place;
    if (folder === '') throw new Error(`package-lock.json does not hold ${name}.`);
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1));
  }
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

function packageUrl(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function licences(license: string | undefined) {
  return license === undefined ? {} : { licenses: [{ expression: license }] };
}

/** Subresource integrity (base64) → hexadecimal. */
function hashes(integrity: string | undefined) {
  const digest = integrity?.match(/sha512-(\S+)/)?.[1];
  if (digest === undefined) return {};
  return { hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }] };
}
