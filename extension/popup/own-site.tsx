import { text } from '../ui/text.ts';

/** The user's own sites, and the way to mark or unmark one. */
export interface OwnSites {
  list: readonly string[];
  /** An administrator's policy gives the list. */
  fixed: boolean;
  mark: (host: string, own: boolean) => void;
}

/** Quiet: for the few who run the site that they look at. */
export function OwnSite({ host, ownSites }: { host: string; ownSites: OwnSites }) {
  return (
    <section class="own-site" aria-label={text('ownSiteLabel')}>
      <label>
        <input
          type="checkbox"
          checked={ownSites.list.includes(host)}
          disabled={ownSites.fixed}
          onChange={({ currentTarget }) => ownSites.mark(host, currentTarget.checked)}
        />
        {text('ownSiteMark')}
      </label>
      {ownSites.fixed && <p class="aside">{text('settingFixed')}</p>}
    </section>
  );
}
