import { messages } from './messages.js';
import type { RowFormat } from './format.js';

const names = { train: 'train', validation: 'valid', test: 'test' } as const;

/** The messages shape under the names that mlx-lm looks for in its data folder (it ignores `validation.jsonl`). */
export const mlx: RowFormat = {
  ...messages,
  id: 'mlx',
  title: 'mlx-lm folder (train, valid, test)',
  origins: ['messages'],
  fileName: (_name, split) => `${split === undefined ? 'train' : names[split]}.jsonl`,
};
