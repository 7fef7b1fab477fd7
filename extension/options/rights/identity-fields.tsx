import type { Context } from '../../../src/policy/context.ts';
import { foundBy } from '../../../src/rights/letter-request.ts';
import { text } from '../../ui/text.ts';
import { Choice } from './choice.tsx';
import { fieldId, type LetterForm } from './letter-form.ts';
import { CONTEXT_TEXT } from './right-text.ts';
import { TextField } from './text-field.tsx';

/** As whom the person writes. */
export function WriterFields({ form, contexts }: { form: LetterForm; contexts: Context[] }) {
  return (
    <Choice
      name={fieldId(form.request.right, 'context')}
      legend={text('letterWriteAs')}
      options={contexts.map((context) => ({ value: context, label: text(CONTEXT_TEXT[context]) }))}
      chosen={form.request.context}
      onChoose={(context) => form.change({ context })}
    />
  );
}

/** By what the person can be found in the operator's records. `handedSite`: the visited site, if it is known. */
export function IdentityFields({ form, handedSite }: { form: LetterForm; handedSite: string | null }) {
  const { ipAddress, identifier } = form.request;
  switch (foundBy(form.request)) {
    case 'nothing':
      return null;
    case 'identifier':
      return (
        <TextField
          form={form}
          name="identifier"
          required="identifier"
          label="fieldIdentifier"
          value={identifier}
          onChange={(value) => form.change({ identifier: value })}
        />
      );
    case 'log-entries':
      return (
        <>
          <TextField
            form={form}
            name="ip-address"
            required="ip-address"
            label="fieldIpAddress"
            hint={text('fieldIpAddressHint')}
            ltr
            value={ipAddress}
            onChange={(value) => form.change({ ipAddress: value })}
          />
          <SiteField form={form} handedSite={handedSite} />
        </>
      );
  }
}

/** Off until the person wants it: the letter would tell more than the logs may hold. */
function SiteField({ form, handedSite }: { form: LetterForm; handedSite: string | null }) {
  const { right, site } = form.request;
  const warning = `${fieldId(right, 'site-wanted')}-warning`;
  return (
    <>
      <div class="field">
        <label class="pick">
          <input
            type="checkbox"
            checked={site !== null}
            aria-describedby={warning}
            onChange={({ currentTarget }) =>
              form.change({ site: currentTarget.checked ? (handedSite ?? '') : null })
            }
          />
          <span>{text('fieldSiteWanted')}</span>
        </label>
        <p class="aside" id={warning}>
          {text('fieldSiteWarning')}
        </p>
      </div>
      {site !== null && (
        <TextField
          form={form}
          name="site"
          required="site"
          label="fieldSite"
          ltr
          value={site}
          onChange={(value) => form.change({ site: value })}
        />
      )}
    </>
  );
}

const OPTIONAL = { name: 'fieldName', returnAddress: 'fieldReturnAddress' } as const;

/** What a letter can do without. */
export function OptionalFields({ form }: { form: LetterForm }) {
  const { name, returnAddress } = form.request;
  return (
    <>
      <TextField
        form={form}
        name="name"
        label={OPTIONAL.name}
        value={name}
        onChange={(value) => form.change({ name: value })}
      />
      <TextField
        form={form}
        name="return-address"
        label={OPTIONAL.returnAddress}
        value={returnAddress}
        onChange={(value) => form.change({ returnAddress: value })}
      />
    </>
  );
}
