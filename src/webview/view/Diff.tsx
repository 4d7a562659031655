import { useMemo } from 'preact/hooks';
import { wordDiff } from '../text/diff.js';
import { t } from '../t.js';
import { Pieces } from './Text.js';

/** What was taken out and what was put in, word by word; told by line-through and underline as by colour. */
export function Diff({ before, after }: { before: string; after: string }) {
  const changes = useMemo(() => wordDiff(before, after), [before, after]);
  return (
    <>
      {changes.map(({ kind, text }) =>
        kind === 'same' ? (
          <Pieces value={text} />
        ) : kind === 'added' ? (
          <ins>
            <span class="spoken">{t('added:')} </span>
            <Pieces value={text} />
          </ins>
        ) : (
          <del>
            <span class="spoken">{t('removed:')} </span>
            <Pieces value={text} />
          </del>
        ),
      )}
    </>
  );
}
