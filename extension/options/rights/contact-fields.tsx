import type { LetterContact } from '../../../src/rights/letter-request.ts';
import { CHANNELS, type Channel } from '../../../src/revocation/channel.ts';
import { number } from '../../ui/locale.ts';
import { text, type PlainKey } from '../../ui/text.ts';
import { fieldId, type LetterForm } from './letter-form.ts';
import { TextField } from './text-field.tsx';
import { TimeField } from './time-field.tsx';

const CHANNEL = {
  ocsp: 'channelOcspLong',
  crl: 'channelCrlLong',
  issuer: 'channelIssuerLong',
} as const satisfies Record<Channel, PlainKey>;

/** Shaped like the names of Let's Encrypt's responders. */
const EXAMPLE_HOST = 'e5.o.lencr.org';

/** The requests that the letter is about. */
export function ContactFields({ form }: { form: LetterForm }) {
  const { contacts } = form.request;
  const put = (position: number, changes: Partial<LetterContact>) =>
    form.change({
      contacts: contacts.map((contact, index) => (index === position ? { ...contact, ...changes } : contact)),
    });
  return (
    <fieldset>
      <legend>{text('fieldContacts')}</legend>
      <p class="aside">{text('fieldContactsHint')}</p>
      {contacts.map((contact, position) => (
        <fieldset key={position} class="contact">
          <legend>{text('fieldContact', number(position + 1))}</legend>
          <TimeField
            form={form}
            contact={position}
            at={contact.at}
            onChange={(at) => put(position, { at })}
          />
          <TextField
            form={form}
            name="contact-host"
            required="contact-host"
            contact={position}
            label="fieldHost"
            hint={text('fieldHostHint', EXAMPLE_HOST)}
            ltr
            value={contact.host}
            onChange={(host) => put(position, { host })}
          />
          <ChannelField
            id={fieldId(form.request.right, 'contact-channel', position)}
            channel={contact.channel}
            onChange={(channel) => put(position, { channel })}
          />
          {contacts.length > 1 && (
            <button
              type="button"
              class="button small"
              onClick={() => form.change({ contacts: contacts.filter((_, index) => index !== position) })}
            >
              {text('contactRemove', number(position + 1))}
            </button>
          )}
        </fieldset>
      ))}
      <button
        type="button"
        class="button small"
        onClick={() => form.change({ contacts: [...contacts, { channel: 'ocsp', host: '', at: null }] })}
      >
        {text('contactAdd')}
      </button>
    </fieldset>
  );
}

function ChannelField(props: { id: string; channel: Channel; onChange: (channel: Channel) => void }) {
  const { id, channel, onChange } = props;
  return (
    <div class="field">
      <label for={id}>{text('fieldChannel')}</label>
      <select
        id={id}
        value={channel}
        onChange={({ currentTarget }) =>
          onChange(CHANNELS.find((one) => one === currentTarget.value) ?? channel)
        }
      >
        {CHANNELS.map((one) => (
          <option key={one} value={one}>
            {text(CHANNEL[one])}
          </option>
        ))}
      </select>
    </div>
  );
}
