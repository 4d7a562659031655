import { useLayoutEffect, useRef } from 'preact/hooks';
import { clearFilter } from '../store/filter.js';
import { isFiltered } from '../store/state.js';
import type { State } from '../store/state.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { filterGroups, filtersOn } from './filter-items.js';
import type { FilterItem } from './filter-items.js';
import { Icon } from './icons.js';
import { actionName } from './names.js';
import { usePage } from './page.js';

function Chip({ item, onClick }: { item: FilterItem; onClick: () => void }) {
  const { icon, kind, label, count, on } = item;
  return (
    <button
      type="button"
      class={`chip${count === 0 && !on ? ' none' : ''}`}
      aria-pressed={on}
      title={on ? t('Shown: {0}. Click to show all again', label) : t('Show only: {0}', label)}
      onClick={onClick}
    >
      <Icon name={icon} kind={kind} />
      <span class="name">{label}</span> <span class="number">{count}</span>
    </button>
  );
}

/** The counts, each of which shows its pairs alone when pressed: as many as fit into a line, and a menu of them all. */
export function Chips() {
  const { state, play, act } = usePage();
  const line = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => hideOverflow(line.current));
  useLayoutEffect(() => {
    const observer = new ResizeObserver(() => hideOverflow(line.current));
    if (line.current) observer.observe(line.current);
    return () => observer.disconnect();
  }, []);
  const on = filtersOn(state);
  return (
    <div class="filters" role="toolbar" aria-label={t('Filters')} onKeyDown={rove}>
      <div class="chips" ref={line}>
        {byNeed(state).map((items, i) => [
          i > 0 && <span class="gap" key={i} />,
          ...items.map((item) => <Chip key={item.label} item={item} onClick={() => play(item.toggle)} />),
        ])}
      </div>
      {isFiltered(state) && (
        <Button kind="link" label={t('Clear')} class="clear" onClick={() => play(clearFilter)} />
      )}
      <button
        type="button"
        class="chip more"
        aria-pressed={state.filter.order === 'doubtful'}
        title={`${actionName('doubtful')} (${keyOf(state.keys, 'doubtful')})`}
        onClick={() => act('doubtful')}
      >
        <Icon name="sort-precedence" />
        <span class="spoken">{actionName('doubtful')}</span>
      </button>
      <button
        type="button"
        class="chip more"
        aria-haspopup="dialog"
        aria-pressed={on > 0}
        title={`${t('All filters')} (${keyOf(state.keys, 'filter')})`}
        onClick={() => act('filter')}
      >
        <Icon name="filter" />
        <span class="spoken">{t('All filters')}</span>
        {on > 0 && <span class="number">{on}</span>}
      </button>
    </div>
  );
}

/** The status first, then what is wrong: what is needed most is seen where not all is. */
function byNeed(state: State): readonly (readonly FilterItem[])[] {
  const [status, ...others] = filterGroups(state).map(({ items }) => items);
  const rest = others.flat();
  return [status ?? [], rest.filter(({ wrong }) => wrong), rest.filter(({ wrong }) => !wrong)];
}

/** What has gone to a second line is not seen: nor is it to be reached. Its place stays, so that it is measured anew. */
function hideOverflow(line: HTMLElement | null): void {
  const children = [...(line?.children ?? [])].filter((child) => child instanceof HTMLElement);
  const first = children[0]?.offsetTop ?? 0;
  const seen = children.map((child) => child.offsetTop <= first);
  children.forEach((child, i) => {
    const divides = child.className === 'gap' && seen[i + 1] === false;
    child.style.visibility = seen[i] && !divides ? '' : 'hidden';
  });
}

/** Arrows go from chip to chip. */
function rove(event: KeyboardEvent): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const { currentTarget, target } = event;
  if (by === 0 || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLButtonElement)) return;
  const chips = [...currentTarget.querySelectorAll('button')].filter((chip) => chip.style.visibility === '');
  chips.at((chips.indexOf(target) + by) % chips.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}
