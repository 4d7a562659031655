import type { PageSource } from '../../protocol.js';
import { cut } from '../text/context.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Diff } from './Diff.js';
import { Icon } from './icons.js';
import { usePage } from './page.js';
import { Long, Pieces } from './Text.js';

/** Evidence that is gone: what it was, what stands there now, and what one can do. */
export function Stale({ source, before }: { source: PageSource; before: string }) {
  const { state, act } = usePage();
  const { now } = source;
  return (
    <div class="stale-box">
      <div class="stale-line">
        <Icon name="history" kind="partly" />
        <span>
          {now === undefined
            ? t('These words are gone from the document.')
            : t('These words have changed in the document.')}
        </span>
        <div class="buttons">
          <Button
            label={t('Keep')}
            hint={t('the pair is right all the same')}
            icon="check"
            keyName={keyOf(state.keys, 'keepStale')}
            onClick={() => act('keepStale')}
          />
          <Button
            label={t('Refresh')}
            hint={t('generate anew where the document has changed')}
            icon="refresh"
            keyName={keyOf(state.keys, 'refreshStale')}
            onClick={() => act('refreshStale')}
          />
        </div>
      </div>
      <div class="both">
        <div class="was">
          <span class="role">{t('When it was made')}</span>
          <blockquote class="quote" dir="auto">
            <Long value={before} draw={(shown) => <Pieces value={shown} />} />
          </blockquote>
        </div>
        <div class="is">
          <span class="role">{t('In the document now')}</span>
          <blockquote class="quote" dir="auto">
            {now === undefined ? (
              <span class="quiet">{t('Nothing like it is there')}</span>
            ) : (
              <Long value={now} draw={(shown) => <Diff before={cut(before, 20_000)} after={shown} />} />
            )}
          </blockquote>
        </div>
      </div>
    </div>
  );
}
