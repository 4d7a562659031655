import { useEffect, useRef, useState } from 'preact/hooks';
import { countsNow, ofStatus, reviewed } from '../store/counts.js';
import { clearFilter, setFilter, toggleOnly, toggleStatus, toggleVerdict } from '../store/filter.js';
import { emptyFilter } from '../store/state.js';
import { plain } from '../text/visible.js';
import { t } from '../t.js';
import { Button, keyOf } from './Button.js';
import { Icon } from './icons.js';
import type { IconName } from './icons.js';
import { statusIcon, statusName, verdictIcon, verdictName } from './names.js';
import { usePage } from './page.js';

/** How far the review is, what is shown of it, and the search. */
export function Header() {
  const { state, act } = usePage();
  const counts = countsNow(state);
  const done = reviewed(counts);
  const of = counts?.pairs ?? 0;
  return (
    <header class="header">
      <div class="progress">
        <span class="count">{counts === undefined ? ' ' : t('{0} of {1} reviewed', done, of)}</span>
        <progress class="bar" max={Math.max(1, of)} value={done} aria-label={t('Reviewed')} />
      </div>
      {(state.view?.documents.length ?? 0) > 1 && <Documents />}
      <Search />
      <Button
        kind="icon"
        class="help"
        icon="question"
        label={t('Keys')}
        keyName={keyOf(state.keys, 'help')}
        onClick={() => act('help')}
      />
      <Chips />
    </header>
  );
}

/** Milliseconds after the last letter until it is searched. */
const pause = 200;

function Search() {
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

interface ChipProps {
  icon: IconName;
  kind: string;
  label: string;
  count: number;
  on: boolean;
  onClick: () => void;
}

function Chip({ icon, kind, label, count, on, onClick }: ChipProps) {
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

function Chips() {
  const { state, play } = usePage();
  const { filter } = state;
  const counts = countsNow(state);
  const verdicts = ['unsupported', 'partly', 'supported', 'unchecked'] as const;
  const only = [
    ['stale', 'history', t('Stale'), counts?.stale],
    ['failed', 'error', t('Failed'), counts?.failed],
    ['edited', 'edit', t('Edited'), counts?.edited],
  ] as const;
  return (
    <div class="chips" id="chips" role="toolbar" aria-label={t('Filters')} onKeyDown={rove}>
      {(['new', 'accepted', 'rejected'] as const).map((status) => (
        <Chip
          key={status}
          icon={statusIcon[status]}
          kind={`status ${status}`}
          label={statusName(status)}
          count={ofStatus(counts, status)}
          on={filter.status.includes(status)}
          onClick={() => play((turn) => toggleStatus(turn, status))}
        />
      ))}
      <span class="gap" />
      {verdicts.map((verdict) => (
        <Chip
          key={verdict}
          icon={verdictIcon[verdict]}
          kind={verdict}
          label={verdictName(verdict)}
          count={counts?.verdict[verdict] ?? 0}
          on={filter.verdict.includes(verdict)}
          onClick={() => play((turn) => toggleVerdict(turn, verdict))}
        />
      ))}
      <span class="gap" />
      {only.map(([name, icon, label, count]) => (
        <Chip
          key={name}
          icon={icon}
          kind={name}
          label={label}
          count={count ?? 0}
          on={filter.only === name}
          onClick={() => play((turn) => toggleOnly(turn, name))}
        />
      ))}
      {!emptyFilter(filter) && (
        <Button kind="link" label={t('Clear')} class="clear" onClick={() => play(clearFilter)} />
      )}
    </div>
  );
}

function Documents() {
  const { state, play } = usePage();
  const { documents } = state.filter;
  const known = state.view?.documents ?? [];
  const value = documents.length === 1 ? String(known.findIndex(({ path }) => path === documents[0])) : '';
  return (
    <select
      class="documents"
      aria-label={t('Document')}
      value={value}
      onChange={(event) => {
        const path = known[Number(event.currentTarget.value)]?.path;
        const all = event.currentTarget.value === '' || path === undefined;
        play((turn) => setFilter(turn, { documents: all ? [] : [path] }));
      }}
    >
      <option value="">{t('All documents')}</option>
      {known.map(({ path, pairs }, i) => (
        <option key={path} value={String(i)}>
          {`${plain(path).slice(0, 120)} (${pairs})`}
        </option>
      ))}
    </select>
  );
}

/** Arrows go from chip to chip. */
function rove(event: KeyboardEvent): void {
  const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const { currentTarget, target } = event;
  if (by === 0 || !(currentTarget instanceof HTMLElement) || !(target instanceof HTMLButtonElement)) return;
  const chips = [...currentTarget.querySelectorAll('button')];
  chips.at((chips.indexOf(target) + by) % chips.length)?.focus();
  event.preventDefault();
  event.stopPropagation();
}
