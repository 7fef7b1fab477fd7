import { useState } from 'preact/hooks';
import { countryAuthorities, stateAuthorities } from '../../../src/rights/authorities.ts';
import { changeSettings } from '../../platform/settings.ts';
import { locale } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';

interface AuthorityChooserProps {
  /** A country's or German state's code; null: not chosen. */
  code: string | null;
  /** An administrator's policy gives it. */
  fixed: boolean;
}

/** Where the person wants to complain. The choice is a setting, which the page shows as soon as it is stored. */
export function AuthorityChooser({ code, fixed }: AuthorityChooserProps) {
  const [failed, setFailed] = useState(false);
  const country = code?.slice(0, 2) ?? '';
  const states = stateAuthorities(country);
  const choose = (chosen: string) => {
    changeSettings({ country: chosen === '' ? null : chosen }).then(
      () => setFailed(false),
      () => setFailed(true),
    );
  };
  return (
    <div class="fields">
      <div class="field">
        <label for="complaint-country">{text('complaintCountry')}</label>
        <select
          id="complaint-country"
          value={country}
          disabled={fixed}
          aria-describedby="complaint-stored"
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="">{text('complaintNoCountry')}</option>
          {countryNames().map(([one, name]) => (
            <option key={one} value={one}>
              {name}
            </option>
          ))}
        </select>
      </div>
      {states.length > 0 && (
        <div class="field">
          <label for="complaint-state">{text('complaintState')}</label>
          <select
            id="complaint-state"
            value={code ?? ''}
            disabled={fixed}
            aria-describedby="complaint-germany complaint-stored"
            onChange={({ currentTarget }) => choose(currentTarget.value)}
          >
            <option value={country}>{text('complaintFederal')}</option>
            {states.map((one) => (
              <option key={one.code} value={one.code} lang="de">
                {one.state}
              </option>
            ))}
          </select>
        </div>
      )}
      {states.length > 0 && <p id="complaint-germany">{text('complaintGermany')}</p>}
      <p class="aside" id="complaint-stored">
        {text(fixed ? 'settingFixed' : 'complaintStored')}
      </p>
      <output class="problem">{failed && text('complaintStoreFailed')}</output>
    </div>
  );
}

/** Codes and names in the reader's language, in its order. */
function countryNames(): [string, string][] {
  const names = new Intl.DisplayNames(locale(), { type: 'region' });
  const { compare } = new Intl.Collator(locale());
  return countryAuthorities()
    .map(({ code }): [string, string] => [code, names.of(code) ?? code])
    .toSorted(([, a], [, b]) => compare(a, b));
}
