import { splitFile, type RowFormat } from './format.js';
import { asMessage, conversation, lossesOfPlain } from './turns.js';

/**
 * TRL's prompt and completion. As strings (mlx-lm, ms-swift) only a single question with perhaps a system message
 * fits: a conversation's turns can't be told apart in plain text.
 */
export const promptCompletion: RowFormat = {
  kind: 'rows',
  id: 'prompt-completion',
  title: 'Prompt and completion (TRL; as strings: mlx-lm, ms-swift)',
  container: 'lines',
  fileName: splitFile('jsonl'),
  keys: ['prompt', 'completion'],
  rows(pair, settings) {
    const talk = conversation(pair, settings);
    if ('out' in talk) return talk;
    if (settings.strings !== true)
      return {
        rows: [{ prompt: talk.prompt.map(asMessage), completion: [asMessage(talk.completion)] }],
        lost: talk.lost,
      };
    if (talk.prompt.some((t) => t.role === 'assistant')) return { out: 'several-turns' };
    return {
      rows: [{ prompt: talk.prompt.map((t) => t.content).join('\n\n'), completion: talk.completion.content }],
      lost: lossesOfPlain(talk),
    };
  },
};
