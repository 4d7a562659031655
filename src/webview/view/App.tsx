import { useEffect, useState } from 'preact/hooks';
import { countsOfAll } from '../store/counts.js';
import { emptyFilter, listShare } from '../store/state.js';
import type { State } from '../store/state.js';
import type { Play } from '../store/store.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Detail } from './Detail.js';
import { Dialogs } from './Dialogs.js';
import { Divider } from './Divider.js';
import { Empty } from './Empty.js';
import { Header } from './Header.js';
import { List, rowHeightOf } from './List.js';
import { Notices } from './Notices.js';
import { PageContext } from './page.js';
import { RunLine } from './RunLine.js';
import { Strip } from './Strip.js';

/** From this width on, list and detail stand side by side. */
const sideBySide = '(min-width: 700px)';

function useWide(): boolean {
  const [wide, setWide] = useState(() => matchMedia(sideBySide).matches);
  useEffect(() => {
    const query = matchMedia(sideBySide);
    const change = (): void => setWide(query.matches);
    query.addEventListener('change', change);
    return () => query.removeEventListener('change', change);
  }, []);
  return wide;
}

export function App({ state, play, fontSize }: { state: State; play: Play; fontSize: number }) {
  const wide = useWide() && state.init?.place !== 'panel';
  const { layout, view, said, overlay } = state;
  const all = countsOfAll(state);
  const none = view === undefined || view.total === 0;
  const share = listShare(state, wide, innerWidth);
  const bare = none && emptyFilter(state.filter) && all?.pairs === 0 && all.failed === 0;
  return (
    <PageContext.Provider value={{ state, play }}>
      <div class={`page ${wide ? 'wide' : 'narrow'}${layout.focus ? ' focus' : ''}`}>
        {!bare && <Header />}
        <main class="panes" style={{ '--share': `${share * 100}%` }}>
          <h1 class="spoken">{state.init ? t('Review of {0}', plain(state.init.name)) : t('Review')}</h1>
          {none ? (
            <Empty />
          ) : (
            <>
              <List rowHeight={rowHeightOf(fontSize)} />
              {!layout.focus && <Divider wide={wide} share={share} />}
              <Detail />
            </>
          )}
        </main>
        <Notices />
        <RunLine />
        <Strip />
        <div class="spoken" role="status" aria-live="polite">
          {said.text}
          {said.n % 2 === 0 ? '' : '\u00a0'}
        </div>
        {overlay && <Dialogs />}
      </div>
    </PageContext.Provider>
  );
}
