import { splitFile, type RowFormat } from './format.js';
import { conversation, lossesOfPlain } from './turns.js';

const opening = '<|im_start|>';
const closing = '<|im_end|>';
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
    const text = turns.map((t) => `${opening}${t.role}\n${t.content}${closing}\n`).join('');
    return { rows: [{ text }], lost: lossesOfPlain(talk) };
  },
};

/** Whether a text begins as ChatML does. */
export const looksLikeChatml = (text: string): boolean => text.startsWith(opening);

/** The turns of a ChatML text, taken apart again; undefined where a turn is broken. */
export function parseChatml(text: string): { role: string; content: string }[] | undefined {
  const turns: { role: string; content: string }[] = [];
  for (let at = 0; at < text.length;) {
    const roleEnd = text.indexOf('\n', at);
    const close = text.indexOf(closing, at);
    if (!text.startsWith(opening, at) || roleEnd < 0 || close < roleEnd) return undefined;
    const content = text.slice(roleEnd + 1, close);
    if (marker.test(content)) return undefined;
    turns.push({ role: text.slice(at + opening.length, roleEnd), content });
    at = close + closing.length;
    if (text[at] === '\n') at++;
  }
  return turns;
}
