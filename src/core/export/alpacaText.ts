import type { RowFormat } from './format.js';
import { instructionOf } from './alpaca.js';
import { alpacaTemplate } from './alpacaTemplate.js';

/** One text a row, in Alpaca's template. */
export const alpacaText: RowFormat = {
  kind: 'rows',
  id: 'alpaca-text',
  title: 'Alpaca as text (TRL, mlx-lm, Together, Unsloth notebooks)',
  container: 'lines',
  fileName: (name, split) => (split === undefined ? `${name}_trainingdata.jsonl` : `${split}.jsonl`),
  documentFile: (stem) => `${stem}_trainingdata.jsonl`,
  keys: ['text'],
  rows(pair, settings) {
    const made = instructionOf(pair, settings);
    if ('out' in made) return made;
    const text = alpacaTemplate(made.instruction, made.input, made.output);
    return { rows: [{ text }], lost: made.system === undefined ? made.lost : [...made.lost, 'system'] };
  },
};
