import { useEffect, useState } from 'preact/hooks';
import { storageUse, type StorageUse } from '../../platform/storage-use.ts';
import { bytes } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';

const PLACES = [
  { place: 'session', title: 'storesSession', what: 'storesSessionWhat' },
  { place: 'local', title: 'storesLocal', what: 'storesLocalWhat' },
  { place: 'database', title: 'storesDatabase', what: 'storesDatabaseWhat' },
  { place: 'sync', title: 'storesSync', what: 'storesSyncWhat' },
] as const satisfies { place: keyof StorageUse; title: PlainKey; what: PlainKey }[];

/** What the extension stores where, and how much of it there is now. Counted anew whenever `shown` turns true. */
export function StoragePlaces({ shown }: { shown: boolean }) {
  const [use, setUse] = useState<StorageUse | null>(null);
  useEffect(() => {
    if (!shown) return;
    storageUse().then(setUse, (error: unknown) => {
      console.warn('What is stored could not be counted.', error);
    });
  }, [shown]);
  return (
    <section id="about-storage" aria-labelledby="about-storage-title">
      <h3 id="about-storage-title">{text('aboutStorage')}</h3>
      <p>{text('aboutStores')}</p>
      <dl class="facts">
        {PLACES.map(({ place, title, what }) => (
          <div key={place}>
            <dt>{text(title)}</dt>
            <dd>
              {text(what)} <span class="source">{use !== null && sizeText(use[place])}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function sizeText(size: number | null): string {
  return size === null ? text('storesNow', text('storesUnknown')) : text('storesNow', bytes(size));
}
