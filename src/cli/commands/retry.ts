import { dirname, resolve } from 'node:path';
import { isGoneFrom, isUri } from '../../node/paths.js';
import type { Command } from '../command.js';
import { codeFlag, failedResults } from '../failed.js';
import { openExisting, plural } from '../shared.js';
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
    if (lost.length > 0 && !call.terminal.json) {
      call.terminal.say(
        `${plural(lost.length, 'document')} of failed chunks can no longer be read: left alone.`,
      );
    }
    if (paths.length === 0) {
      if (!call.terminal.json)
        call.terminal.say(`There is no ${lost.length > 0 ? 'other ' : ''}failed chunk to ask again.`);
      await dataset.close();
      return 0;
    }
    const made = await makePlan(call, { dataset, paths, chunks });
    if (call.signal.aborted) return 130;
    tellPlan(call, made.plan);
    return finish(call, made);
  },
};
