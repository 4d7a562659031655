import { memo } from '../memo.js';
import type { Row as RowData } from '../../protocol.js';
import { cut } from '../text/context.js';
import { t } from '../t.js';
import { Icon } from './icons.js';
import {
  fileName,
  lastHeading,
  statusIcon,
  statusName,
  typeName,
  verdictIcon,
  verdictName,
} from './names.js';
import { Text } from './Text.js';

interface Props {
  row: RowData | undefined;
  at: number;
  total: number;
  selected: boolean;
  unfinished: boolean;
  top: number;
  onChoose: (at: number) => void;
}

export const rowId = (at: number): string => `row-${at}`;

/** One row of two lines: status and question; below, where it comes from, and a badge where something is wrong. */
export const Row = memo(function Row({ row, at, total, selected, unfinished, top, onChoose }: Props) {
  return (
    <div
      id={rowId(at)}
      class={`row${row === undefined ? ' coming' : ''}`}
      role="option"
      aria-selected={selected}
      aria-posinset={at + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onChoose(at)}
    >
      {row ? <Filled row={row} unfinished={unfinished} /> : <span class="spoken">{t('Loading')}</span>}
    </div>
  );
});

function Filled({ row, unfinished }: { row: RowData; unfinished: boolean }) {
  const failed = row.kind === 'failure';
  return (
    <>
      <Icon
        name={failed ? 'error' : statusIcon[row.status]}
        kind={`status ${failed ? 'failed' : row.status}`}
        label={failed ? t('Failed') : statusName(row.status)}
      />
      <div class="lines">
        <div class="title">
          <Text value={cut(row.title, 300)} />
        </div>
        <div class="about">
          <span class="where">
            <Text value={cut(fileName(row.document), 120)} />
            {row.heading && (
              <>
                <span class="sep">›</span>
                <Text value={cut(lastHeading(row.heading), 200)} />
              </>
            )}
          </span>
          {!failed && row.questionType && <span class="type">{typeName(row.questionType)}</span>}
        </div>
      </div>
      <Badges row={row} unfinished={unfinished} />
    </>
  );
}

function Badges({ row, unfinished }: { row: RowData; unfinished: boolean }) {
  if (row.kind === 'failure') return null;
  const wrong = row.verdict === 'partly' || row.verdict === 'unsupported';
  return (
    <div class="badges">
      {row.rating !== undefined && (
        <span class="rating" title={t('Rated {0} of 5', row.rating)}>
          {row.rating}
          <Icon name="star-full" label={t('Rated {0} of 5', row.rating)} />
        </span>
      )}
      {(row.edited || unfinished) && (
        <Icon
          name="edit"
          kind={unfinished ? 'unfinished' : 'quiet'}
          label={unfinished ? t('Unfinished edit') : t('Edited')}
        />
      )}
      {row.stale && <Icon name="history" kind="partly" label={t('Stale')} />}
      {wrong && <Icon name={verdictIcon[row.verdict]} kind={row.verdict} label={verdictName(row.verdict)} />}
    </div>
  );
}
