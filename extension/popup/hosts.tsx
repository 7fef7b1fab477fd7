import type { PageExposure } from '../../src/exposure/exposure.ts';
import { CHANNELS } from '../../src/revocation/channel.ts';
import { CHANNEL_NAME } from '../ui/channel-text.ts';
import { counted, text } from '../ui/text.ts';
import { HostRow } from './host-row.tsx';
import { pageHosts } from './page-contacts.ts';

/** Every host of the page: who issued its certificate and how that is known, and what is known of each channel. */
export function Hosts({ page, now }: { page: PageExposure; now: number }) {
  const hosts = pageHosts(page);
  const letsEncrypt = hosts.filter(({ issuer }) => issuer.is === 'proven').length;
  return (
    <details class="hosts">
      <summary>
        {counted('hostsOnPage', hosts.length + page.omittedHosts)}
        {' · '}
        <span class="count">{counted('hostsOfLetsEncrypt', letsEncrypt)}</span>
      </summary>
      <table>
        <caption class="visually-hidden">{text('hostsCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{text('hostAndIssuer')}</th>
            {CHANNELS.map((channel) => (
              <th scope="col" key={channel}>
                {text(CHANNEL_NAME[channel])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {hosts.map((exposure) => (
            <HostRow key={exposure.origin} exposure={exposure} now={now} />
          ))}
        </tbody>
      </table>
      {page.omittedHosts > 0 && <p class="aside">{counted('hostsOmitted', page.omittedHosts)}</p>}
    </details>
  );
}
