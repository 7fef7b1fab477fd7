import type { AuthorityKey } from '../../../src/history/authority.ts';
import { NO_FILTER } from '../../../src/history/filter.ts';
import { locale } from '../../ui/locale.ts';
import { text } from '../../ui/text.ts';
import type { HistoryList } from './history-list.ts';
import { authorityWords } from './words.ts';

/** Which entries are shown, counted in the chart and exported. */
export function Filters({ list }: { list: HistoryList }) {
  const { filter } = list;
  const change = (part: Partial<typeof filter>) => void list.setFilter({ ...filter, ...part });
  const order = new Intl.Collator(locale());
  const authorities = [...list.authorities]
    .map(([key, issuer]) => ({ key, words: authorityWords(key, issuer) }))
    .toSorted((one, other) => order.compare(one.words, other.words));
  return (
    <search class="history-filters" aria-label={text('historyFilters')}>
      <label class="field">
        {text('historyFilterSite')}
        <input
          type="search"
          autocomplete="off"
          spellcheck={false}
          value={filter.site}
          onInput={({ currentTarget }) => change({ site: currentTarget.value })}
        />
      </label>
      <label class="field">
        {text('historyFilterCa')}
        <select
          value={filter.authority ?? ''}
          onChange={({ currentTarget: { value } }) =>
            // The options are these keys and nothing else.
            change({ authority: authorities.find(({ key }) => key === value)?.key ?? null })
          }
        >
          <option value="">{text('historyAnyCa')}</option>
          {authorities.map(({ key, words }: { key: AuthorityKey; words: string }) => (
            <option key={key} value={key}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label class="field">
        {text('historyFilterFrom')}
        <input
          type="date"
          value={filter.from ?? ''}
          onChange={({ currentTarget: { value } }) => change({ from: value === '' ? null : value })}
        />
      </label>
      <label class="field">
        {text('historyFilterTo')}
        <input
          type="date"
          value={filter.to ?? ''}
          onChange={({ currentTarget: { value } }) => change({ to: value === '' ? null : value })}
        />
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={filter.contactsOnly}
          onChange={({ currentTarget: { checked } }) => change({ contactsOnly: checked })}
        />
        {text('historyFilterContacts')}
      </label>
      <button type="button" class="button" onClick={() => change(NO_FILTER)}>
        {text('historyFilterNone')}
      </button>
    </search>
  );
}
