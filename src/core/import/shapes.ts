import { fail, ok, type Outcome } from '../outcome.js';
import type { Message, Pair } from '../dataset/model.js';
import { isRecord } from '../export/row.js';
import { parseAlpacaText } from '../export/alpacaTemplate.js';
import { looksLikeChatml, parseChatml } from '../export/chatml.js';

type Json = Readonly<Record<string, unknown>>;

/** What a record says, without where it came from. */
export type Said = Pick<Pair, 'prompt' | 'completion'>;

/** One shape of records: how to know it, and how it is read. The reason of a refusal is a sentence. */
export interface Shape {
  readonly id: string;
  /** Whether a record is of this shape, by its keys. The first shape that fits is taken. */
  fits(record: Json): boolean;
  read(record: Json): Outcome<Said, string>;
  /** Keys of the shape; others are not for training. */
  readonly keys: readonly string[];
  /** Keys that trainers want, though a record can be read without them. */
  readonly wanted?: readonly string[] | undefined;
  /** What trainers would refuse in a record that can be read: a sentence. */
  strict?(record: Json): string | undefined;
}

const roles: ReadonlyMap<unknown, Message['role']> = new Map([
  ['system', 'system'],
  ['user', 'user'],
  ['assistant', 'assistant'],
  ['tool', 'tool'],
]);
const speakers: ReadonlyMap<unknown, Message['role']> = new Map([
  ['system', 'system'],
  ['human', 'user'],
  ['user', 'user'],
  ['gpt', 'assistant'],
  ['assistant', 'assistant'],
]);

const text = (record: Json, key: string): string | undefined => {
  const value = Object.hasOwn(record, key) ? record[key] : undefined;
  return typeof value === 'string' ? value : undefined;
};
const has = (record: Json, ...keys: string[]): boolean => keys.every((key) => Object.hasOwn(record, key));
const user = (content: string): Message => ({ role: 'user', content });

/** A list of messages; the last has to be the assistant's. */
function fromMessages(list: unknown, name: string): Outcome<Said, string> {
  if (!Array.isArray(list) || list.length === 0) return fail(`"${name}" is not a list of messages.`);
  const turns: Message[] = [];
  for (const [i, item] of list.entries()) {
    const message = readMessage(item, `Message ${i + 1}`);
    if (!message.ok) return message;
    turns.push(message.value);
  }
  return fromTurns(turns);
}

function fromTurns(turns: readonly Message[]): Outcome<Said, string> {
  const last = turns.at(-1);
  if (last?.role !== 'assistant') return fail("The last message is not the assistant's.");
  if (last.weight === 0) return fail('The last message has weight 0, so nothing would be learned from it.');
  if (last.toolCalls !== undefined)
    return fail('The last message calls a tool; an answer in words is needed.');
  return ok({ prompt: turns.slice(0, -1), completion: last.content });
}

function readMessage(item: unknown, where: string): Outcome<Message, string> {
  if (!isRecord(item)) return fail(`${where} is not an object.`);
  const role = roles.get(item.role);
  if (role === undefined)
    return fail(`${where} has the role ${show(item.role)}; known are system, user, assistant, tool.`);
  const calls = toolCalls(item.tool_calls);
  if (calls === null) return fail(`${where} has tool_calls of another shape than OpenAI's.`);
  const content = item.content === null && calls !== undefined ? '' : item.content;
  if (typeof content !== 'string') return fail(`The content of ${where.toLowerCase()} is not text.`);
  const { weight, name } = item;
  if (weight !== undefined && (role !== 'assistant' || (weight !== 0 && weight !== 1)))
    return fail(`${where} has a weight; only 0 or 1 on an assistant message is one.`);
  if (name !== undefined && typeof name !== 'string')
    return fail(`The name in ${where.toLowerCase()} is not text.`);
  return ok({
    role,
    content,
    ...(weight === undefined ? {} : { weight }),
    ...(name === undefined ? {} : { name }),
    ...(calls === undefined ? {} : { toolCalls: calls }),
  });
}

/** Undefined where there are none, null where they are of another shape. */
function toolCalls(value: unknown): Message['toolCalls'] | null {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) return null;
  const calls = value.map((call: unknown) => {
    const called = isRecord(call) && isRecord(call.function) ? call.function : {};
    const { name, arguments: given } = called;
    return isRecord(call) &&
      typeof call.id === 'string' &&
      typeof name === 'string' &&
      typeof given === 'string'
      ? { id: call.id, name, arguments: given }
      : undefined;
  });
  const known = calls.filter((call) => call !== undefined);
  if (known.length < calls.length) return null;
  return known.length === 0 ? undefined : known;
}

const show = (value: unknown): string => {
  const shown = JSON.stringify(value) ?? 'nothing';
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
};

function both(record: Json, asked: string, answered: string): Outcome<Said, string> {
  const [question, answer] = [text(record, asked), text(record, answered)];
  if (question === undefined) return fail(`"${asked}" is not text.`);
  if (answer === undefined) return fail(`"${answered}" is not text.`);
  return ok({ prompt: [user(question)], completion: answer });
}

const messages: Shape = {
  id: 'messages',
  keys: ['messages', 'tools', 'parallel_tool_calls', 'functions'],
  fits: (record) => has(record, 'messages'),
  read: (record) => fromMessages(record.messages, 'messages'),
};

const sharegpt: Shape = {
  id: 'sharegpt',
  keys: ['conversations', 'system', 'tools'],
  fits: (record) => has(record, 'conversations'),
  read(record) {
    const list = record.conversations;
    if (!Array.isArray(list) || list.length === 0) return fail('"conversations" is not a list of turns.');
    const system = text(record, 'system');
    const turns: Message[] =
      system === undefined || system === '' ? [] : [{ role: 'system', content: system }];
    for (const [i, turn] of list.entries()) {
      if (!isRecord(turn)) return fail(`Turn ${i + 1} is not an object.`);
      const role = speakers.get(turn.from);
      if (role === undefined)
        return fail(`Turn ${i + 1} is from ${show(turn.from)}; known are system, human, gpt.`);
      if (typeof turn.value !== 'string') return fail(`The value of turn ${i + 1} is not text.`);
      turns.push({ role, content: turn.value });
    }
    return fromTurns(turns);
  },
  strict(record) {
    const list = record.conversations as readonly Json[];
    const stray = list.find((turn) => turn.from === 'user' || turn.from === 'assistant');
    if (stray !== undefined) return `A turn is from ${show(stray.from)}; ShareGPT's names are human and gpt.`;
    const more = list.flatMap((turn) => Object.keys(turn)).find((key) => key !== 'from' && key !== 'value');
    return more === undefined ? undefined : `A turn has the key "${more}"; only from and value may be there.`;
  },
};

const alpaca: Shape = {
  id: 'alpaca',
  keys: ['instruction', 'input', 'output', 'system', 'history'],
  wanted: ['input'],
  fits: (record) => has(record, 'instruction', 'output'),
  read(record) {
    const said = both(record, 'instruction', 'output');
    if (!said.ok) return said;
    const { input = '', system = '', history = [] } = record;
    if (typeof input !== 'string') return fail('"input" is not text.');
    if (typeof system !== 'string') return fail('"system" is not text.');
    const isTurn = (turn: unknown): turn is [string, string] =>
      Array.isArray(turn) && turn.length === 2 && turn.every((part) => typeof part === 'string');
    if (!Array.isArray(history) || !history.every(isTurn))
      return fail('"history" is not a list of pairs of texts.');
    const instruction = text(record, 'instruction') ?? '';
    return ok({
      prompt: [
        ...(system === '' ? [] : [{ role: 'system' as const, content: system }]),
        ...history.flatMap(([asked, answered]) => [
          user(asked),
          { role: 'assistant' as const, content: answered },
        ]),
        user(input === '' ? instruction : `${instruction}\n\n${input}`),
      ],
      completion: said.value.completion,
    });
  },
};

const promptCompletion: Shape = {
  id: 'prompt-completion',
  keys: ['prompt', 'completion'],
  fits: (record) => has(record, 'prompt', 'completion'),
  read(record) {
    const { prompt, completion } = record;
    if (typeof prompt === 'string' || typeof completion === 'string')
      return both(record, 'prompt', 'completion');
    if (!Array.isArray(prompt)) return fail('"prompt" is neither text nor a list of messages.');
    if (!Array.isArray(completion) || completion.length !== 1)
      return fail('"completion" is not a list of one message.');
    return fromMessages([...(prompt as unknown[]), ...(completion as unknown[])], 'prompt');
  },
};

const alpacaText: Shape = {
  id: 'alpaca-text',
  keys: ['text'],
  fits: (record) => parseAlpacaText(text(record, 'text') ?? '') !== undefined,
  read(record) {
    const parts = parseAlpacaText(text(record, 'text') ?? '');
    if (parts === undefined) return fail('"text" is not of the Alpaca template.');
    const { instruction, input, output } = parts;
    return ok({
      prompt: [user(input === '' ? instruction : `${instruction}\n\n${input}`)],
      completion: output,
    });
  },
};

const chatml: Shape = {
  id: 'chatml',
  keys: ['text'],
  fits: (record) => looksLikeChatml(text(record, 'text') ?? ''),
  read(record) {
    const turns = parseChatml(text(record, 'text') ?? '');
    if (turns === undefined)
      return fail('"text" is not ChatML: a turn has no role, no end or a marker in it.');
    return fromMessages(turns, 'text');
  },
};

const plainText: Shape = {
  id: 'text',
  keys: ['text'],
  fits: (record) => has(record, 'text'),
  read(record) {
    const completion = text(record, 'text');
    return completion === undefined ? fail('"text" is not text.') : ok({ prompt: [], completion });
  },
};

const qaJson: Shape = {
  id: 'qa-json',
  keys: [
    'question',
    'answer',
    'source_file',
    'file_name',
    'file_type',
    'chunk_id',
    'chunk_index',
    'chunk_start',
    'chunk_end',
    'source_text',
  ],
  fits: (record) => has(record, 'question', 'answer'),
  read: (record) => both(record, 'question', 'answer'),
};

/** Names of the columns of a table that hold the question, and the answer. */
const questionColumns = ['question', 'prompt', 'instruction'];
const answerColumns = ['answer', 'completion', 'response', 'output'];

/** An apostrophe that guards a cell from being run as a formula is not part of its text. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

const table = (id: 'csv' | 'tsv'): Shape => ({
  id,
  keys: [],
  fits: () => false, // By the file, not by the record.
  read(record) {
    const column = (names: readonly string[]): string | undefined =>
      Object.keys(record).find((key) => names.includes(key.trim().toLowerCase()));
    const [asked, answered] = [column(questionColumns), column(answerColumns)];
    if (asked === undefined) return fail(`No column is named ${questionColumns.join(', ')}.`);
    if (answered === undefined) return fail(`No column is named ${answerColumns.join(', ')}.`);
    const said = both(record, asked, answered);
    if (!said.ok) return said;
    const system = column(['system']);
    const message = system === undefined ? '' : unguarded(text(record, system) ?? '');
    return ok({
      prompt: [
        ...(message === '' ? [] : [{ role: 'system' as const, content: message }]),
        user(unguarded(text(record, asked) ?? '')),
      ],
      completion: unguarded(said.value.completion),
    });
  },
});

/** Every shape that can be read, the more particular first. To add one: an object above, and its name here. */
export const shapes: readonly Shape[] = [
  messages,
  sharegpt,
  alpaca,
  promptCompletion,
  alpacaText,
  chatml,
  plainText,
  qaJson,
  table('csv'),
  table('tsv'),
];

export const findShape = (id: string): Shape | undefined => shapes.find((shape) => shape.id === id);
export const detectShape = (record: Json): Shape | undefined => shapes.find((shape) => shape.fits(record));
