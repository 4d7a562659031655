import { splitFile, type Loss, type RowFormat } from './format.js';

/** The completion alone, for training a base model. */
export const plainText: RowFormat = {
  kind: 'rows',
  id: 'text',
  title: 'Plain text (base models)',
  container: 'lines',
  fileName: splitFile('jsonl'),
  keys: ['text'],
  rows(pair) {
    if (pair.completion.trim() === '') return { out: 'empty-completion' };
    const lost: Loss[] = pair.reasoning === undefined ? [] : ['reasoning'];
    return { rows: [{ text: pair.completion }], lost };
  },
};
