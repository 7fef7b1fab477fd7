import { day } from '../../ui/locale.ts';
import { authorityFacts } from '../../../src/letsencrypt/facts.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import type { SectionProps } from '../section-props.ts';

/** A permission by the manifest's name, or sites, and why it is asked for. */
interface Permission {
  name: string | null;
  why: PlainKey;
  firefoxOnly?: true;
}

const PERMISSIONS: readonly Permission[] = [
  { name: null, why: 'permissionSitesWhy' },
  { name: 'webRequest', why: 'permissionWebRequestWhy' },
  { name: 'webRequestBlocking', why: 'permissionWebRequestBlockingWhy', firefoxOnly: true },
  { name: 'proxy', why: 'permissionProxyWhy', firefoxOnly: true },
  { name: 'storage', why: 'permissionStorageWhy' },
  { name: 'activeTab', why: 'permissionActiveTabWhy' },
];

export function About({ version, firefox }: SectionProps) {
  return (
    <section id="about" aria-labelledby="about-title">
      <h2 id="about-title">{text('aboutTitle')}</h2>
      <p>{text('aboutVersion', version)}</p>
      <p>{text('aboutStores')}</p>
      <p>{text('aboutSends')}</p>
      <p>{text('aboutNotAffiliated')}</p>
      <p>{text('aboutFactsOf', day(authorityFacts.asOf))}</p>
      <table>
        <caption>{text('aboutPermissions')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('permission')}</th>
            <th scope="col">{text('permissionWhy')}</th>
          </tr>
        </thead>
        <tbody>
          {PERMISSIONS.filter(({ firefoxOnly }) => firefox || firefoxOnly !== true).map(({ name, why }) => (
            <tr key={why}>
              <th scope="row">{name === null ? text('permissionSites') : <code>{name}</code>}</th>
              <td>{text(why)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
