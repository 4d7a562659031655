import { splitFile, type RowFormat } from './format.js';
import { conversation, lossesOfPlain } from './turns.js';

const from = { system: 'system', user: 'human', assistant: 'gpt' } as const;

/** ShareGPT's conversations: exactly `from` and `value` a turn. */
export const sharegpt: RowFormat = {
  kind: 'rows',
  id: 'sharegpt',
  title: 'ShareGPT (LLaMA-Factory, axolotl, Unsloth)',
  container: 'lines',
  fileName: splitFile('jsonl'),
  keys: ['conversations', 'system', 'tools'],
  rows(pair, settings) {
    const talk = conversation(pair, settings);
    if ('out' in talk) return talk;
    const turns = [...talk.prompt, talk.completion];
    return {
      rows: [{ conversations: turns.map((t) => ({ from: from[t.role], value: t.content })) }],
      lost: lossesOfPlain(talk),
    };
  },
};
