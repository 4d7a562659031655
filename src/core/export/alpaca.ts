import {
  splitFile,
  type LeaveOut,
  type Loss,
  type RowFormat,
  type RowPair,
  type RowSettings,
} from './format.js';
import { parseAlpacaText } from './alpacaTemplate.js';
import { conversation, lossesOfPlain } from './turns.js';

export interface Instruction {
  readonly instruction: string;
  readonly input: string;
  readonly output: string;
  readonly system?: string | undefined;
  readonly lost: readonly Loss[];
}

/** A pair as an instruction. One imported with an `input` of its own, and unchanged since, keeps it apart. */
export function instructionOf(
  pair: RowPair,
  settings: RowSettings,
): Instruction | { readonly out: LeaveOut } {
  const talk = conversation(pair, settings);
  if ('out' in talk) return talk;
  const [first, second] = talk.prompt;
  const system = first?.role === 'system' ? first.content : undefined;
  const question = system === undefined ? first : second;
  if (question === undefined || talk.prompt.length > (system === undefined ? 1 : 2))
    return { out: 'several-turns' };
  const apart = ownInput(pair) ?? { instruction: question.content, input: '' };
  const { instruction, input } = apart;
  return { instruction, input, output: talk.completion.content, system, lost: lossesOfPlain(talk) };
}

/** The instruction and the input of a record that had them apart. */
function ownInput({ untouched }: RowPair): { instruction: string; input: string } | undefined {
  if (untouched === undefined) return undefined;
  const { format, record } = untouched;
  if (format === 'alpaca-text' && typeof record.text === 'string') return parseAlpacaText(record.text);
  const { instruction, input } = record;
  return format === 'alpaca' && typeof instruction === 'string' && typeof input === 'string' && input !== ''
    ? { instruction, input }
    : undefined;
}

/** Stanford Alpaca's records, one array. `system` is a key of every row where a system message is asked for. */
export const alpaca: RowFormat = {
  kind: 'rows',
  id: 'alpaca',
  title: 'Alpaca (axolotl, LLaMA-Factory, torchtune)',
  container: 'array',
  fileName: splitFile('json'),
  keys: ['instruction', 'input', 'output', 'system', 'history'],
  rows(pair, settings) {
    const made = instructionOf(pair, settings);
    if ('out' in made) return made;
    const { instruction, input, output, system, lost } = made;
    if (settings.system !== undefined && system !== undefined)
      return { rows: [{ instruction, input, output, system }], lost };
    return {
      rows: [{ instruction, input, output }],
      lost: system === undefined ? lost : [...lost, 'system'],
    };
  },
};
