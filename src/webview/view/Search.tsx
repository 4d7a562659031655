import { useEffect, useRef, useState } from 'preact/hooks';
import { setFilter } from '../store/filter.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { Icon } from './icons.js';
import { usePage } from './page.js';

/** Milliseconds after the last letter until it is searched. */
const pause = 200;

/** Words that must all stand in a pair. Enter leads on to the list, Escape takes them away. */
export function Search() {
  const { state, play } = usePage();
  const wanted = state.filter.text;
  const [text, setText] = useState(wanted);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(wanted), [wanted]);
  useEffect(() => {
    if (text === wanted) return undefined;
    const timer = setTimeout(() => play((turn) => setFilter(turn, { text })), pause);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div class="search">
      <Icon name="search" />
      <input
        id="search"
        ref={field}
        type="text"
        spellcheck={false}
        maxLength={1000}
        placeholder={t('Search')}
        aria-label={t('Search in questions, answers, notes and tags')}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Escape' && event.key !== 'Enter')) return;
          if (event.key === 'Escape' && text !== '') setText('');
          play((turn) => {
            if (event.key === 'Escape') setFilter(turn, { text: '' });
            else if (text !== wanted) setFilter(turn, { text });
            turn.focus = 'list';
          });
          event.stopPropagation();
          event.preventDefault();
        }}
      />
      {text !== '' && (
        <Button
          kind="icon"
          icon="close"
          label={t('Clear the search')}
          onClick={() => {
            setText('');
            play((turn) => setFilter(turn, { text: '' }));
            field.current?.focus();
          }}
        />
      )}
    </div>
  );
}
