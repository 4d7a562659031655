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
  const { instruction, input } = ownInput(pair) ?? { instruction: question.content, input: '' };
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
    const { earlier, last } = settings.history === true ? turnsApart(pair) : { earlier: [], last: pair };
    const made = instructionOf(last, settings);
    if ('out' in made) return made;
    const { instruction, input, output, system } = made;
    const lost = [...made.lost];
    if (earlier.length > 0 && pair.prompt.some((m) => m.weight !== undefined)) lost.push('weights');
    const asked = settings.system !== undefined && system !== undefined;
    const row = {
      instruction,
      input,
      output,
      ...(asked ? { system } : {}),
      ...(settings.history === true ? { history: earlier } : {}),
    };
    return { rows: [row], lost: system === undefined || asked ? lost : [...lost, 'system'] };
  },
};

/** A conversation as its earlier turns, by question and answer, and the last one. What is not by turns stays whole. */
function turnsApart(pair: RowPair): { earlier: [string, string][]; last: RowPair } {
  const system = pair.prompt.filter((m, i) => i === 0 && m.role === 'system');
  const turns = pair.prompt.slice(system.length);
  const byTurns = turns.every(
    (m, i) => m.role === (i % 2 === 0 ? 'user' : 'assistant') && m.content.trim() !== '',
  );
  if (!byTurns || turns.length % 2 === 0) return { earlier: [], last: pair };
  const earlier: [string, string][] = [];
  for (let i = 0; i + 2 < turns.length; i += 2)
    earlier.push([turns[i]?.content ?? '', turns[i + 1]?.content ?? '']);
  return { earlier, last: { ...pair, prompt: [...system, ...turns.slice(-1)] } };
}
