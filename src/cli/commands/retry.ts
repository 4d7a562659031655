import { dirname, resolve } from 'node:path';
import type { Dataset } from '../../core/dataset/dataset.js';
import type { ChunkId } from '../../core/dataset/model.js';
import type { Plan } from '../../core/generate.js';
import { isGoneFrom, isUri } from '../../node/paths.js';
import type { Call, Command } from '../command.js';
import { codeFlag, failedResults, noneFailed } from '../failed.js';
import { openExisting, plural } from '../shared.js';
import { tellNotice } from '../tell.js';
import { command as generate, finish, makePlan, tellPlan } from './generate.js';

export const command: Command = {
  ...generate,
  usage: 'retry FILE',
  about:
    'Ask chunks that failed once more: all of them, or those of some reasons. Flags choose another model or a larger limit.',
  paths: [1, 1],
  flags: {
    code: codeFlag,
    'dry-run': { type: 'boolean', about: 'Say what would be done, and do nothing.' },
    limit: { type: 'string', value: 'N', about: 'At most N new results.' },
  },
  settings: generate.settings.filter((name) => name !== 'dataset' && name !== 'exclude'),
  async run(call) {
    const dataset = await openExisting(call, call.paths[0] as string);
    const failed = failedResults(dataset, call.flags);
    const chunks = new Set(failed.flatMap(({ inputs }) => inputs));
    const documents = new Set([...chunks].map((chunk) => dataset.chunk(chunk)?.document ?? ''));
    const isGone = isGoneFrom(dataset);
    const paths: string[] = [];
    const lost: string[] = [];
    for (const id of documents) {
      const path = dataset.document(id)?.path ?? '';
      if (path === '' || isUri(path) || (await isGone(path))) lost.push(path);
      else paths.push(resolve(dirname(dataset.path), path));
    }
    if (lost.length > 0) {
      const message = `${plural(lost.length, 'document')} of failed chunks can no longer be read: left alone.`;
      tellNotice(call.terminal, 'gone', message);
    }
    if (paths.length === 0) {
      const message =
        lost.length > 0
          ? 'There is no other failed chunk to ask again.'
          : `${noneFailed(dataset, call.flags)} Nothing is asked again.`;
      tellNotice(call.terminal, 'nothing-failed', message);
      await dataset.close();
      return 0;
    }
    const ids = new Set(failed.map(({ id }) => id));
    const made = await makePlan(call, { dataset, paths, chunks, failed: ids });
    if (call.signal.aborted) return 130;
    tellLost(call, dataset, made.plan, chunks);
    tellPlan(call, made.plan);
    return finish(call, made);
  },
};

/** Chunks that are not asked again, as their documents, which are there, have other words now. */
function tellLost<S>(
  { terminal }: Call,
  dataset: Dataset,
  { documents, wanted }: Plan<S>,
  chunks: ReadonlySet<ChunkId>,
): void {
  const read = new Set(documents.map(({ id }) => id));
  const found = new Set(Array.from(wanted, ({ document, place }) => document.chunks.ids[place]));
  const lost = [...chunks].filter((id) => !found.has(id) && read.has(dataset.chunk(id)?.document ?? ''));
  if (lost.length === 0) return;
  const where = plural(
    lost.length,
    'failed chunk is no longer in its document',
    'failed chunks are no longer in their documents',
  );
  const message = `${where}: left alone, as the text has changed. pairsmith generate asks about the new one.`;
  tellNotice(terminal, 'changed', message);
}
