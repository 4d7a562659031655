import { setFilter } from '../store/filter.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { usePage } from './page.js';

/** Which document's pairs are shown: one, or all. */
export function Documents() {
  const { state, play } = usePage();
  const { documents } = state.filter;
  const known = state.view?.documents ?? [];
  const value = documents.length === 1 ? String(known.findIndex(({ path }) => path === documents[0])) : '';
  return (
    <select
      class="documents"
      aria-label={t('Document')}
      value={value}
      onChange={(event) => {
        const path = known[Number(event.currentTarget.value)]?.path;
        const all = event.currentTarget.value === '' || path === undefined;
        play((turn) => setFilter(turn, { documents: all ? [] : [path] }));
      }}
    >
      <option value="">{t('All documents')}</option>
      {known.map(({ path, pairs }, i) => (
        <option key={path} value={String(i)}>
          {`${plain(path.replace(/^(\.\.\/)+/, '')).slice(0, 120)} (${pairs})`}
        </option>
      ))}
    </select>
  );
}
