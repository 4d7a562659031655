import { rate } from '../store/decide.js';
import { t } from '../t.js';
import { keyOf } from './Button.js';
import { Icon } from './icons.js';
import { usePage } from './page.js';

/** The rating of a pair, 1 to 5; a click on the one that it has takes it away. */
export function Stars({ rating }: { rating: number | undefined }) {
  const { state, play } = usePage();
  return (
    <div class="stars" role="group" aria-label={t('Rating')}>
      {([1, 2, 3, 4, 5] as const).map((n) => {
        const on = rating !== undefined && n <= rating;
        return (
          <button
            key={n}
            type="button"
            class={`star${on ? ' on' : ''}`}
            aria-label={t('Rate {0} of 5', n)}
            aria-pressed={rating === n}
            title={`${t('Rate {0} of 5', n)} (${keyOf(state.keys, `rate${n}`)})`}
            onClick={() => play((turn) => rate(turn, rating === n ? null : n))}
          >
            <Icon name={on ? 'star-full' : 'star-empty'} />
          </button>
        );
      })}
    </div>
  );
}
