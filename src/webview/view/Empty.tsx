import { countsOfAll } from '../store/counts.js';
import { clearFilter } from '../store/filter.js';
import { emptyFilter } from '../store/state.js';
import type { State } from '../store/state.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { fileName, onlyName, statusName, verdictName } from './names.js';
import { usePage } from './page.js';

/** What stands in place of the list and the detail where there is no row. */
export function Empty() {
  const { state, play } = usePage();
  const { view, filter, run, file } = state;
  if (view === undefined) {
    return (
      <div class="empty" tabIndex={-1} aria-busy="true">
        <p class="quiet">{t('Loading…')}</p>
      </div>
    );
  }
  const all = countsOfAll(state);
  const followed = followedWithout(state);
  if (!emptyFilter(filter) && all !== undefined && all.pairs + all.failed > 0 && followed === undefined) {
    return (
      <div class="empty" tabIndex={-1}>
        <h2>{t('Nothing matches')}</h2>
        <p>{filterText(state)}</p>
        <Button
          kind="primary"
          label={t('Clear the filter')}
          keyName="Esc"
          onClick={() => play(clearFilter)}
        />
      </div>
    );
  }
  if (run?.paused) {
    return (
      <div class="empty" tabIndex={-1}>
        <h2>{t('Paused')}</h2>
        <p>
          {run.paused.reason === undefined
            ? t('No pair has come yet.')
            : plain(run.paused.reason.slice(0, 1000))}
        </p>
        <progress max={Math.max(1, run.planned)} value={run.ended} aria-label={t('Chunks done')} />
      </div>
    );
  }
  if (run) {
    return (
      <div class="empty" tabIndex={-1}>
        <h2>{t('Generating')}</h2>
        <p>{t('The first pairs appear here in a moment.')}</p>
        <progress max={Math.max(1, run.planned)} value={run.ended} aria-label={t('Chunks done')} />
      </div>
    );
  }
  if (file?.blocks) {
    return (
      <div class="empty" tabIndex={-1}>
        <h2>{t('Nothing to show')}</h2>
        <p>{t('What is wrong stands below.')}</p>
      </div>
    );
  }
  return (
    <div class="empty" tabIndex={-1}>
      <h2>
        {followed === undefined ? t('No pairs yet') : t('No pairs from {0} yet', plain(fileName(followed)))}
      </h2>
      <p>
        {t(
          'Generate questions and answers from the open document. Each comes with the words of the document that support it.',
        )}
      </p>
      <Button
        kind="primary"
        icon="sparkle"
        label={t('Generate')}
        onClick={() => play((turn) => turn.send({ type: 'command', command: 'generate' }))}
      />
    </div>
  );
}

/** The document that the side panel follows, where nothing else is filtered by and it has no pairs. */
function followedWithout({ init, view, filter }: State): string | undefined {
  const [path, ...others] = filter.documents;
  const follows = init?.place === 'panel' && path !== undefined && others.length === 0;
  if (!follows || view?.documents.some((document) => document.path === path)) return undefined;
  return emptyFilter({ ...filter, documents: [] }) ? path : undefined;
}

/** Which filters leave all out, in words. */
function filterText({ filter }: State): string {
  const parts = [
    filter.status.map(statusName).join(t(' or ')),
    filter.verdict.map(verdictName).join(t(' or ')),
    filter.only ? onlyName(filter.only) : '',
    filter.documents.map((path) => plain(fileName(path))).join(', '),
    filter.text ? `“${plain(filter.text)}”` : '',
  ];
  return t('No pair fits {0}.', parts.filter(Boolean).join(' · ')).slice(0, 500);
}
