import type { ChannelExposure, Exposure } from '../../src/exposure/exposure.ts';
import { CHANNELS } from '../../src/revocation/channel.ts';
import { STATE_WORD } from '../ui/channel-text.ts';
import { HostileName } from '../ui/hostile-name.tsx';
import { issuerSummary } from '../ui/issuer-name.ts';
import { moment } from '../ui/locale.ts';
import { text } from '../ui/text.ts';

/** One host. A contact stands in the cell of its channel, with its time. */
export function HostRow({ exposure, now }: { exposure: Exposure; now: number }) {
  return (
    <tr>
      <th scope="row">
        <HostileName name={exposure.host} />
        <span class="issuer">{exposure.secure ? issuerSummary(exposure.issuer) : text('noTls')}</span>
      </th>
      {CHANNELS.map((channel) => (
        <td key={channel} class={`state-${exposure.channels[channel].state}`}>
          {exposure.secure ? channelWord(exposure.channels[channel], now) : text('notApplicable')}
        </td>
      ))}
    </tr>
  );
}

function channelWord(channel: ChannelExposure, now: number): string {
  const at = channel.contact?.at ?? channel.triedAt;
  const contacted = channel.state === 'seen-leaving' || channel.state === 'tried';
  const word = text(STATE_WORD[channel.state]);
  return contacted && at !== null ? text('wordAt', word, moment(at, now)) : word;
}
