import { splitFile, type RowFormat } from './format.js';
import { conversation, lossesOfPlain } from './turns.js';

const marker = /<\|im_(?:start|end)\|>/;

/** Conversations as ChatML text. A turn that holds a marker itself would break out of its turn: left out. */
export const chatml: RowFormat = {
  kind: 'rows',
  id: 'chatml',
  title: 'ChatML as text (any trainer of plain text)',
  container: 'lines',
  fileName: splitFile('jsonl'),
  keys: ['text'],
  rows(pair, settings) {
    const talk = conversation(pair, settings);
    if ('out' in talk) return talk;
    const turns = [...talk.prompt, talk.completion];
    if (turns.some((t) => marker.test(t.content))) return { out: 'special-token' };
    const text = turns.map((t) => `<|im_start|>${t.role}\n${t.content}<|im_end|>\n`).join('');
    return { rows: [{ text }], lost: lossesOfPlain(talk) };
  },
};
