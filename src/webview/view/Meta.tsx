import type { PairDetail } from '../../protocol.js';
import { act as play } from '../store/act.js';
import { cut } from '../text/context.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { keyOf } from './Button.js';
import { Icon } from './icons.js';
import { typeName } from './names.js';
import { usePage } from './page.js';
import { Stars } from './Stars.js';
import { Text } from './Text.js';

/** Rating, tags, note, and how the pair came to be: one line that keeps its place. */
export function Meta({ detail }: { detail: PairDetail | undefined }) {
  const { state, play: turn, act } = usePage();
  if (detail?.row.kind !== 'pair') return <div class="meta" />;
  const { rating, tags } = detail.row;
  const key = (name: 'tag' | 'note'): string => keyOf(state.keys, name);
  return (
    <div class="meta">
      <Stars rating={rating} />
      <button
        type="button"
        class="field"
        title={`${t('Tags')} (${key('tag')})${tags.length ? `: ${plain(tags.join(', ')).slice(0, 500)}` : ''}`}
        onClick={() => turn((step) => play(step, 'tag'))}
      >
        <Icon name="tag" />
        {tags.length === 0 ? (
          <span class="quiet">{t('Tags')}</span>
        ) : (
          tags.slice(0, 8).map((tag, i) => (
            <span class="tag" key={i}>
              <Text value={cut(tag, 60)} />
            </span>
          ))
        )}
        <span class="spoken">{t('Edit the tags')}</span>
      </button>
      <button
        type="button"
        class="field note"
        title={`${t('Note')} (${key('note')})${detail.note ? `: ${plain(detail.note).slice(0, 500)}` : ''}`}
        onClick={() => act('note')}
      >
        <Icon name="note" />
        {detail.note ? <Text value={cut(detail.note, 200)} /> : <span class="quiet">{t('Note')}</span>}
        <span class="spoken">{t('Edit the note')}</span>
      </button>
      <Origin detail={detail} />
    </div>
  );
}

function Origin({ detail }: { detail: PairDetail }) {
  const { row, model, provider, recipe, run, ms } = detail;
  const type = row.kind === 'pair' && row.questionType ? typeName(row.questionType) : '';
  const parts = [
    type,
    model ?? provider ?? '',
    recipe,
    run ? t('run {0}', run.number) : '',
    ms === undefined ? '' : t('{0} s', (ms / 1000).toFixed(1)),
  ].filter(Boolean);
  const when = run ? new Date(run.at).toLocaleString() : '';
  return (
    <span class="origin quiet" title={plain([...parts, when].filter(Boolean).join(' · ')).slice(0, 500)}>
      {parts.map((part, i) => (
        <span key={i}>
          {i > 0 && ' · '}
          <Text value={cut(part, 80)} />
        </span>
      ))}
    </span>
  );
}
