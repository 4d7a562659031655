import { splitFile, type RowFormat } from './format.js';
import { asMessage, conversation } from './turns.js';

/** OpenAI's chat shape, read by most trainers. */
export const messages: RowFormat = {
  kind: 'rows',
  id: 'messages',
  title: 'Messages (OpenAI, TRL, Together, Mistral, axolotl)',
  container: 'lines',
  fileName: splitFile('jsonl'),
  keys: ['messages', 'tools', 'parallel_tool_calls', 'functions'],
  rows(pair, settings) {
    const talk = conversation(pair, settings);
    if ('out' in talk) return talk;
    return { rows: [{ messages: [...talk.prompt, talk.completion].map(asMessage) }], lost: talk.lost };
  },
};
