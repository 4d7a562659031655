import type { ChunkId } from '../dataset/model.js';
import { originOf } from '../providers/keys.js';
import type { PlannedChunk } from './documents.js';
import { targetsOf } from './request.js';
import type { PlanRequest, Target } from './request.js';

/**
 * The keys of a chunk's results, one for each target: the hash of its text and heading path, recipe and version, the
 * settings that shape the request, provider, model, sampling and sample number. Where it is asked is no part of it, so
 * that a server may move. But where several targets differ in that alone, one of them has this key (whoever's result
 * is there, else the first), and the others have their server in theirs: each is to give a result of its own. One that
 * has such results is known by them later, when it is asked alone.
 */
export function keyMaker<Settings>(
  request: PlanRequest<Settings>,
): (chunk: PlannedChunk) => readonly string[] {
  const { hash } = request;
  const targets = targetsOf(request);
  const shapes = targets.map((target) => shapeOf(request, target));
  const alike = [...new Set(shapes)]
    .map((shape) => shapes.flatMap((other, target) => (other === shape ? [target] : [])))
    .filter((group) => group.length > 1 || wasAskedElsewhere(targets[group[0] as number] as Target, request));
  /** By the key that they would share. What a run writes must not change it. */
  const holders = new Map<string, number | undefined>();
  return (chunk) => {
    const keys = shapes.map((shape) => hash([shape, textHashOf(chunk.id), ...chunk.heading].join('\n')));
    for (const group of alike) {
      const shared = keys[group[0] as number] as string;
      const own = group.map((target) => hash(`${shared}\n${targets[target]?.server ?? ''}`));
      if (!holders.has(shared)) holders.set(shared, holderOf(shared, group, own, targets, request));
      const holder = holders.get(shared);
      for (const [i, target] of group.entries()) if (target !== holder) keys[target] = own[i] as string;
    }
    return keys;
  };
}

/** Whether a dataset has results of a model at several servers, so that some may be under keys with their server. */
function wasAskedElsewhere<Settings>(
  { provider, model }: Target,
  { dataset }: PlanRequest<Settings>,
): boolean {
  const runs = [...dataset.fold.runs.values()].filter(
    (run) => run.provider === provider && run.model === model,
  );
  return new Set(runs.map(({ server }) => server)).size > 1;
}

/** Which of the targets that would share a key has it; none where each has a result under its own. */
function holderOf<Settings>(
  shared: string,
  group: readonly number[],
  own: readonly string[],
  targets: readonly Target[],
  { dataset: { fold } }: PlanRequest<Settings>,
): number | undefined {
  const lacking = group.filter((_, i) => fold.resultFor(own[i] as string) === undefined);
  const there = fold.resultFor(shared);
  const by = there && fold.runs.get(there.run)?.server;
  const theirs = lacking.find((target) => there && originOf(targets[target]?.server ?? '') === by);
  return theirs ?? lacking[0];
}

function shapeOf<Settings>(
  { recipe, settings, sample = 0, hash }: PlanRequest<Settings>,
  { provider, model, sampling }: Target,
): string {
  return hash(stableJson([recipe.id, recipe.version, settings, provider, model, sampling, sample]));
}

/** Chunk ids are `<document>:<hash of text>:<occurrence>`. */
export const textHashOf = (chunk: ChunkId): string => chunk.split(':').at(-2) ?? chunk;

/** JSON with the keys of every object in order, so that equal settings have equal text. */
function stableJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
