import { Uri } from 'vscode';
import type { ExtensionContext } from 'vscode';
import type { Range } from '../../core/dataset/model.js';
import type { Work } from './work.js';

/** What of some work has to be known to go on with it after a restart. */
interface Unfinished {
  readonly sources: readonly string[];
  readonly title: string;
  readonly ranges?: readonly (readonly [path: string, ranges: readonly Range[]])[] | undefined;
  readonly spread?: number | undefined;
  readonly selection?: boolean | undefined;
  readonly again?: boolean | undefined;
}

const keyOf = (dataset: Uri): string => `unfinished ${dataset.toString()}`;

/** Remembers some work until it is done. What is to be tried again needs no note: it stays among the failures. */
export async function noteUnfinished(
  { workspaceState }: ExtensionContext,
  { dataset, sources, title, limits, selection, again, failed }: Work,
  done?: 'done',
): Promise<void> {
  if (failed) return;
  const unfinished: Unfinished = {
    sources: sources.map((uri) => uri.toString()),
    title,
    ranges: limits?.ranges && [...limits.ranges],
    spread: limits?.spread,
    selection,
    again,
  };
  await workspaceState.update(keyOf(dataset), done ? undefined : unfinished);
}

/** The work on a dataset that was begun in this workspace and did not come to its end. */
export function unfinishedWork({ workspaceState }: ExtensionContext, dataset: Uri): Work | undefined {
  const unfinished = workspaceState.get<Unfinished>(keyOf(dataset));
  if (!unfinished) return undefined;
  const { sources, title, ranges, spread, selection, again } = unfinished;
  const limits = { ranges: ranges && new Map(ranges), spread };
  return { dataset, sources: sources.map((source) => Uri.parse(source)), title, limits, selection, again };
}
