import { ok, fail } from '../../outcome.js';
import type { Provider } from '../provider.js';
import { generatePairs } from './generate.js';

export { generatePairs, MAX_TEXT, type Generated, type GeneratedPair } from './generate.js';

/** As it stands in results, so that a later set of rules can be told from this one. */
export const BUILTIN_MODEL = 'rules-1';

/**
 * The provider that needs no network and no key: English pairs from the text's own sentences, by rules. It works
 * from `request.task`; sampling is ignored but for `seed`, and `sample` varies the choice.
 */
export function createBuiltin(): Provider {
  return {
    id: 'builtin',
    async complete(request, signal) {
      if (signal.aborted) return fail({ code: 'cancelled', message: 'Cancelled.' });
      const { task } = request;
      if (task === undefined)
        return fail({
          code: 'bad-request',
          message:
            'The built-in generator works from a chunk of text, and this request has none. Choose a language model for it.',
        });
      const seed = (request.sampling.seed ?? 0) + request.sample * 7919;
      const result = generatePairs(task.text, task.heading, task.want, seed);
      return ok({ text: JSON.stringify(result), model: BUILTIN_MODEL, finish: 'stop' });
    },
  };
}
