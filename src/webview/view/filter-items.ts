import type { Counts } from '../../protocol.js';
import { countsNow, ofStatus } from '../store/counts.js';
import { toggleOnly, toggleStatus, toggleVerdict } from '../store/filter.js';
import type { State } from '../store/state.js';
import type { Turn } from '../store/turn.js';
import { t } from '../t.js';
import type { IconName } from './icons.js';
import { onlyName, statusIcon, statusName, verdictIcon, verdictName } from './names.js';

/** Something to filter by: its name, how many pairs it would show, and whether it is on. */
export interface FilterItem {
  readonly icon: IconName;
  /** For the colour of the icon. */
  readonly kind: string;
  readonly label: string;
  readonly count: number;
  readonly on: boolean;
  /** Something is wrong with these pairs. */
  readonly wrong?: boolean;
  readonly toggle: (turn: Turn) => void;
}

export interface FilterGroup {
  readonly name: string;
  readonly items: readonly FilterItem[];
}

const onlyIcon = { stale: 'history', failed: 'error', edited: 'edit' } as const;

/** What one can filter by beside document and text, in groups: of a group, any that is on lets a pair in. */
export function filterGroups(state: State): readonly FilterGroup[] {
  const { filter } = state;
  const counts = countsNow(state);
  return [
    {
      name: t('Status'),
      items: (['new', 'accepted', 'rejected'] as const).map((status) => ({
        icon: statusIcon[status],
        kind: `status ${status}`,
        label: statusName(status),
        count: ofStatus(counts, status),
        on: filter.status.includes(status),
        toggle: (turn) => toggleStatus(turn, status),
      })),
    },
    {
      name: t('Grounding'),
      items: (['unsupported', 'partly', 'supported', 'unchecked'] as const).map((verdict) => ({
        icon: verdictIcon[verdict],
        kind: verdict,
        label: verdictName(verdict),
        count: counts?.verdict[verdict] ?? 0,
        on: filter.verdict.includes(verdict),
        wrong: verdict === 'unsupported' || verdict === 'partly',
        toggle: (turn) => toggleVerdict(turn, verdict),
      })),
    },
    {
      name: t('To look at'),
      items: (['stale', 'failed', 'edited'] as const).map((only) => ({
        icon: onlyIcon[only],
        kind: only,
        label: onlyName(only),
        count: countOf(counts, only),
        on: filter.only === only,
        wrong: only !== 'edited',
        toggle: (turn) => toggleOnly(turn, only),
      })),
    },
  ];
}

const countOf = (counts: Counts | undefined, only: 'stale' | 'failed' | 'edited'): number =>
  counts?.[only] ?? 0;

/** How many things are filtered by; in the side panel the document is no choice. */
export const filtersOn = ({ filter, init }: State): number =>
  filter.status.length +
  filter.verdict.length +
  (init?.place === 'panel' ? 0 : filter.documents.length) +
  Number(filter.only !== undefined);
