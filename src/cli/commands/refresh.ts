import type { Plan } from '../../core/generate.js';
import type { Call, Command } from '../command.js';
import { plural, shownPath } from '../shared.js';
import { command as generate, finish, makePlan, tellPlan } from './generate.js';

/** So many documents, and so many stale pairs, are named; the rest is counted. */
const shownEach = 20;

export const command: Command = {
  ...generate,
  usage: 'refresh PATH...',
  about:
    'Say what has changed in the documents of a dataset (new, changed, moved, gone, stale pairs), and do what is new. ' +
    'Pairs, reviews and the test set of before stay.',
  async run(call) {
    const made = await makePlan(call);
    if (call.signal.aborted) return 130;
    tellChanges(call, made.plan);
    tellPlan(call, made.plan);
    return finish(call, made);
  },
};

function tellChanges<S>({ terminal, folder }: Call, { documents, stale, request }: Plan<S>): void {
  const shown = (path: string) => shownPath(folder, request.dataset, path);
  let told = 0;
  for (const { input, state, dropped, chunks } of documents) {
    if (state === 'same') continue;
    const news = chunks.ids.filter((chunk) => !request.dataset.fold.chunks.has(chunk)).length;
    terminal.event({
      type: 'document',
      path: input.path,
      state,
      chunks: chunks.length,
      new: news,
      dropped: dropped.length,
    });
    if (terminal.json || ++told > shownEach) continue;
    const counts = `${plural(news, 'new chunk')}, ${dropped.length} dropped, ${chunks.length - news} kept`;
    terminal.say(
      `${shown(input.path)}: ${state === 'new' ? `new, ${plural(chunks.length, 'chunk')}` : `${state}, ${counts}`}`,
    );
  }
  if (terminal.json) return;
  if (told > shownEach)
    terminal.say(`and ${plural(told - shownEach, 'more document')} new or changed (--json lists all)`);
  for (const { path, pair, quote } of stale.slice(0, shownEach)) {
    terminal.say(
      `${shown(path)}: pair ${pair} is stale, as this is gone: "${quote.replace(/\s+/g, ' ').slice(0, 100)}"`,
    );
  }
  if (stale.length > shownEach)
    terminal.say(`and ${stale.length - shownEach} more stale pairs (--json lists all)`);
}
