import type { ActiveRun } from '../generation/activeRun.js';

/** What the rows under a run tell, one a row, in this order. */
export type RunDetail =
  | 'reason'
  | 'chunks'
  | 'model'
  | 'pairs'
  | 'failed'
  | 'notReached'
  | 'rate'
  | 'timeLeft'
  | 'cost'
  | 'concurrency';

/** What of a run its row looks at. */
export type RunFacts = Pick<
  ActiveRun,
  'state' | 'problem' | 'standing' | 'end' | 'concurrency' | 'models' | 'cost'
>;

/** What there is to tell of a run now. */
export function detailsOf(run: RunFacts): RunDetail[] {
  const { state, problem, standing, end, models, cost } = run;
  const goesOn = state === 'running' || state === 'paused';
  const knows: Readonly<Record<RunDetail, boolean>> = {
    reason: state === 'paused' && problem !== undefined,
    chunks: goesOn || end !== undefined,
    model: models.length > 0,
    pairs: goesOn || end !== undefined,
    failed: (end ? end.summary.failed : standing.failed) > 0,
    notReached: (end?.summary.notReached ?? 0) > 0,
    rate: goesOn && standing.rate !== undefined,
    timeLeft: state === 'running' && standing.secondsLeft !== undefined,
    cost:
      cost.known !== undefined || (cost.unknown > 0 && models.some(({ provider }) => provider !== 'builtin')),
    concurrency: goesOn,
  };
  return (Object.keys(knows) as RunDetail[]).filter((detail) => knows[detail]);
}

/** The runs worth a row, in their order: those that go on or wait, then those that have ended, the last one first. */
export function shownRuns<T extends Pick<ActiveRun, 'state' | 'end'>>(runs: readonly T[]): T[] {
  const ended = runs.filter((run) => run.state === 'ended' && run.end !== undefined);
  return [...runs.filter((run) => run.state !== 'ended'), ...ended.toReversed()];
}

/** What may be done with a run, for the conditions of the menus: `run.running`, `run.ended.pairs.failures.left`. */
export function contextOf({ state, end }: Pick<ActiveRun, 'state' | 'end'>): string {
  if (!end) return `run.${state}`;
  const { pairs, failed } = end.summary;
  const marks = [pairs > 0 && 'pairs', failed > 0 && 'failures', end.how !== 'all' && 'left'];
  return ['run.ended', ...marks.filter((mark) => mark !== false)].join('.');
}
