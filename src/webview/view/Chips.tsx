import { countsNow, ofStatus } from '../store/counts.js';
import { clearFilter, toggleOnly, toggleStatus, toggleVerdict } from '../store/filter.js';
import { emptyFilter } from '../store/state.js';
import { t } from '../t.js';
import { Button } from './Button.js';
import { Icon } from './icons.js';
import type { IconName } from './icons.js';
import { statusIcon, statusName, verdictIcon, verdictName } from './names.js';
import { usePage } from './page.js';

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

/** The counts, each of which shows its pairs alone when pressed. */
export function Chips() {
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
