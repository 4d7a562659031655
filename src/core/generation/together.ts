import { addTraffic } from '../providers/limits/traffic.js';
import type { RunSummary } from './events.js';
import { addUsage } from '../usage.js';

/** What two parts of a run come to, the second of which took on what the first did not reach. */
export function together(first: RunSummary, second: RunSummary): RunSummary {
  const sum = (pick: (summary: RunSummary) => number): number => pick(first) + pick(second);
  return {
    run: second.run,
    planned: first.planned - first.notReached + second.planned,
    done: sum(({ done }) => done),
    partial: sum(({ partial }) => partial),
    empty: sum(({ empty }) => empty),
    failed: sum(({ failed }) => failed),
    notReached: second.notReached,
    elsewhere: sum(({ elsewhere }) => elsewhere),
    pairs: sum(({ pairs }) => pairs),
    grounding: {
      supported: sum(({ grounding }) => grounding.supported),
      partly: sum(({ grounding }) => grounding.partly),
      unsupported: sum(({ grounding }) => grounding.unsupported),
      unchecked: sum(({ grounding }) => grounding.unchecked),
    },
    failures: addCounts(first.failures, second.failures),
    usage: addUsage(first.usage, second.usage),
    cost: first.cost === undefined ? second.cost : first.cost + (second.cost ?? 0),
    uncounted: sum(({ uncounted }) => uncounted),
    kept: sum(({ kept }) => kept),
    unpriced: sum(({ unpriced }) => unpriced),
    traffic: first.traffic && second.traffic ? addTraffic(first.traffic, second.traffic) : second.traffic,
    ms: sum(({ ms }) => ms),
  };
}

function addCounts(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Record<string, number> {
  const all = { ...a };
  for (const [name, count] of Object.entries(b)) all[name] = (all[name] ?? 0) + count;
  return all;
}
