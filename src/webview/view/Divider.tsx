import { useRef } from 'preact/hooks';
import { setLayout } from '../store/act.js';
import { t } from '../t.js';
import { usePage } from './page.js';

/** How little either side may have of the whole. */
const least = 0.15;
const clamp = (share: number): number => Math.max(least, Math.min(1 - least, share));

/** The border between list and detail: drawn with the mouse, moved by arrows, reset by a double click. */
export function Divider({ wide, share }: { wide: boolean; share: number }) {
  const { play } = usePage();
  const dragged = useRef(false);
  const name = wide ? 'wide' : 'narrow';
  const set = (to: number | undefined): void => play((turn) => setLayout(turn, { [name]: to }));
  const put = (to: number): void => set(clamp(to));
  const back = wide ? 'ArrowLeft' : 'ArrowUp';
  const on = wide ? 'ArrowRight' : 'ArrowDown';
  return (
    <div
      class="divider"
      role="separator"
      tabIndex={0}
      aria-label={t('Size of the list')}
      aria-controls="list"
      aria-orientation={wide ? 'vertical' : 'horizontal'}
      aria-valuemin={least * 100}
      aria-valuemax={(1 - least) * 100}
      aria-valuenow={Math.round(share * 100)}
      onKeyDown={(event) => {
        const to: Record<string, number> = {
          [back]: share - 0.02,
          [on]: share + 0.02,
          Home: least,
          End: 1 - least,
        };
        const next = to[event.key];
        if (next === undefined) return;
        put(next);
        event.preventDefault();
        event.stopPropagation();
      }}
      onDblClick={() => set(undefined)}
      onPointerDown={(event) => {
        dragged.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={(event) => {
        const box = event.currentTarget.parentElement?.getBoundingClientRect();
        if (!dragged.current || box === undefined) return;
        put(wide ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height);
      }}
      onLostPointerCapture={() => (dragged.current = false)}
    />
  );
}
