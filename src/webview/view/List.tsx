import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { scrollHeight, scrollTo, windowAt } from '../list/windowing.js';
import { askForSeen, rowAt } from '../store/rows.js';
import { choose } from '../store/select.js';
import { t } from '../t.js';
import { usePage } from './page.js';
import { Row, rowId } from './Row.js';

/** Two lines of text and the space around them, in px; follows the size of the font. */
export const rowHeightOf = (fontSize: number): number =>
  Math.round(fontSize * 1.4) + Math.round(fontSize * 1.25) + 12;

/** The list of pairs: as many rows as are seen stand in the document, the others are space. */
export function List({ rowHeight }: { rowHeight: number }) {
  const { state, play } = usePage();
  const { view, selected, drafts } = state;
  const box = useRef<HTMLDivElement>(null);
  const [scrollTop, setScrollTop] = useState(0);
  const [viewHeight, setViewHeight] = useState(600);
  const total = view?.total ?? 0;
  const geometry = { total, rowHeight, viewHeight };
  const rows = windowAt(geometry, scrollTop);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setViewHeight(element.clientHeight));
    observer.observe(element);
    setViewHeight(element.clientHeight);
    return () => observer.disconnect();
  }, []);

  useLayoutEffect(() => {
    const element = box.current;
    if (element === null || selected === undefined) return;
    const top = scrollTo(
      { total, rowHeight, viewHeight: element.clientHeight },
      element.scrollTop,
      selected.at,
    );
    if (top !== element.scrollTop) {
      element.scrollTop = top;
      setScrollTop(element.scrollTop);
    }
  }, [state.reveal, state.layout.focus, viewHeight, rowHeight]);

  const first = Math.floor((rows.from * rowHeight + scrollTop - rows.top) / rowHeight);
  const last = Math.min(total, first + Math.ceil(viewHeight / rowHeight));
  useEffect(() => {
    // Waiting a moment: who drags the scroll bar through a long list wants the rows where it stops.
    const timer = setTimeout(
      () =>
        play((turn) => {
          turn.set({ seen: [first, last] });
          askForSeen(turn);
        }),
      30,
    );
    return () => clearTimeout(timer);
  }, [first, last, view?.view]);

  const onChoose = useCallback((at: number) => play((turn) => choose(turn, at)), []);
  const drawn = Array.from({ length: rows.to - rows.from }, (_, i) => rows.from + i);
  // The selected row is named to speech also while it is scrolled out of sight.
  if (selected && (selected.at < rows.from || selected.at >= rows.to)) drawn.push(selected.at);

  return (
    <div
      class="list"
      id="list"
      ref={box}
      role="listbox"
      tabIndex={0}
      aria-label={t('Pairs')}
      aria-activedescendant={selected && total > 0 ? rowId(selected.at) : undefined}
      aria-busy={view === undefined}
      onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
      style={{ '--row-height': `${rowHeight}px` }}
    >
      <div class="rows" role="presentation" style={{ height: `${scrollHeight(geometry)}px` }}>
        {drawn.map((at) => {
          const row = rowAt(state, at);
          return (
            <Row
              key={at}
              row={row}
              at={at}
              total={total}
              selected={selected?.at === at}
              unfinished={row !== undefined && drafts.has(row.id)}
              top={rows.top + (at - rows.from) * rowHeight}
              onChoose={onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}
