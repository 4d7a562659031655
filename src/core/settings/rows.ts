import * as z from 'zod/mini';
import { questionTypes } from '../dataset/model.js';
import { providers } from '../providers/index.js';
import { profileShape } from './profiles.js';

const ids = providers.map(({ id }) => id);
/** `openai` stands for any compatible server. */
const servers = ids
  .filter((id) => id !== 'builtin')
  .map((id) => (id === 'openai' ? 'openai (any compatible server)' : id))
  .join(', ');

/** What a setting holds. Numbers may have bounds; a list holds texts or numbers. */
export type SettingRow = {
  readonly about: string;
  /**
   * Counts also from the settings file of a folder that nobody has said to trust: it shapes chunks, questions or
   * exports, and can neither redirect documents or keys nor spend anything.
   */
  readonly anywhere?: true;
  /** Its flag on the command line, where that is not its name. */
  readonly flag?: string;
} & (
  | { readonly type: 'text'; readonly default?: string; readonly values?: readonly string[] }
  | { readonly type: 'number'; readonly default?: number; readonly min?: number; readonly max?: number }
  | { readonly type: 'whole'; readonly default?: number; readonly min?: number; readonly max?: number }
  | { readonly type: 'texts'; readonly default?: readonly string[]; readonly values?: readonly string[] }
  | { readonly type: 'numbers'; readonly default?: readonly number[]; readonly length: number }
  | {
      readonly type: 'object';
      readonly default: object;
      readonly schema: z.ZodMiniType<object>;
      /** What it must be, for the complaint. */
      readonly wanted: string;
    }
);

const dollars = z.number().check(z.nonnegative());

/**
 * Every setting, named once. `pairsPerChunk` is `pairsmith.pairsPerChunk` in settings.json, `--pairs-per-chunk` on the
 * command line and `PAIRSMITH_PAIRS_PER_CHUNK` in the environment.
 */
export const settingRows = {
  provider: {
    type: 'text',
    default: 'builtin',
    values: ids,
    about: `Who makes the pairs: builtin (rules, no network), or one of ${servers}.`,
  },
  model: { type: 'text', about: 'The model, as its server names it.' },
  baseUrl: { type: 'text', about: 'Address of the server, where it is not the provider’s own.' },
  profiles: {
    type: 'object',
    default: {},
    schema: z.record(z.string(), profileShape),
    wanted: 'set-ups by name, such as {"fast": {"provider": "openai", "model": "gpt-4.1-mini"}}',
    about: 'Set-ups by name: each a provider, and what of model, base URL, sampling and limits is its own.',
  },
  useProfiles: {
    type: 'texts',
    default: [],
    flag: 'profile',
    about: 'The profile to ask, in place of provider and model; of several, each is asked about every chunk.',
  },
  fallbacks: {
    type: 'texts',
    default: [],
    flag: 'fallback',
    about: 'A profile to turn to where the first one is down, refuses or has no credit.',
  },
  temperature: { type: 'number', min: 0, max: 2, about: 'Sampling temperature.' },
  topP: { type: 'number', min: 0, max: 1, about: 'Nucleus sampling: the share of probability to draw from.' },
  topK: { type: 'whole', min: 0, about: 'Draw from this many most likely tokens.' },
  maxTokens: { type: 'whole', min: 1, about: 'Most tokens of a reply.' },
  repeatPenalty: { type: 'number', min: 0, about: 'How much repetition is punished; 1 is not at all.' },
  numPredict: { type: 'whole', min: -2, about: 'Ollama’s name for the most tokens of a reply.' },
  stop: { type: 'texts', about: 'Texts at which a reply ends.' },
  seed: { type: 'whole', about: 'Seed of the model’s sampling, of a sample of chunks and of the splits.' },
  keepAlive: { type: 'text', about: 'How long Ollama keeps the model in memory, such as 10m.' },
  concurrency: {
    type: 'whole',
    min: 1,
    max: 1024,
    about: 'Most requests at once. Default: 8, for Ollama 2.',
  },
  requestsPerMinute: { type: 'whole', min: 1, about: 'Most requests in a minute. Default: no bound.' },
  tokensPerMinute: {
    type: 'whole',
    min: 1,
    about: 'Most tokens in a minute, of prompts and replies together. Default: no bound.',
  },
  retries: {
    type: 'whole',
    default: 5,
    min: 0,
    max: 50,
    about: 'How often a request that failed is sent again.',
  },
  timeout: {
    type: 'number',
    default: 300,
    min: 1,
    about: 'Seconds until a request without an answer is given up.',
  },
  firstTokenTimeout: {
    type: 'number',
    default: 240,
    min: 1,
    about: 'Seconds until a request is given up of whose reply no word has come.',
  },
  idleTimeout: {
    type: 'number',
    default: 60,
    min: 1,
    about: 'Seconds until a reply is given up that has stopped in the middle.',
  },
  budget: { type: 'number', min: 0, about: 'Most that a run may cost, in US dollars.' },
  budgetTokens: { type: 'whole', min: 0, about: 'Most tokens of a run, prompts and replies together.' },
  budgetRequests: { type: 'whole', min: 0, about: 'Most requests of a run.' },
  prices: {
    type: 'object',
    default: {},
    schema: z.record(
      z.string(),
      z.strictObject({ input: dollars, output: dollars, cachedInput: z.optional(dollars) }),
    ),
    wanted: 'prices by model, such as {"my-model": {"input": 0.5, "output": 1.5}}',
    about: 'Prices of models in US dollars a million tokens, over those that Pairsmith knows.',
  },
  cacheLimit: {
    type: 'whole',
    default: 500,
    min: 0,
    max: 1_000_000,
    about: 'Megabytes of replies to keep, so that asking the same again costs nothing. 0 keeps none.',
  },
  pairsPerChunk: {
    type: 'whole',
    default: 3,
    min: 1,
    max: 50,
    anywhere: true,
    about: 'How many pairs to ask for from each chunk.',
  },
  questionTypes: {
    type: 'texts',
    default: questionTypes,
    values: questionTypes,
    anywhere: true,
    about: 'Kinds of question, spread over the pairs: factual, analytical, explanatory, inferential.',
  },
  language: {
    type: 'text',
    anywhere: true,
    about: 'Language of the pairs, such as German. Default: that of the document.',
  },
  systemMessage: {
    type: 'text',
    anywhere: true,
    about: 'System message of the requests, in place of the built-in one.',
  },
  extraInstructions: { type: 'text', anywhere: true, about: 'What the model is told besides.' },
  promptFile: {
    type: 'text',
    about:
      'A file with a prompt of your own: {text} must be in it; {heading}, {pairs}, {types}, {language} and {instructions} may be.',
  },
  chunkSize: {
    type: 'whole',
    default: 1000,
    min: 50,
    max: 1_000_000,
    anywhere: true,
    about: 'Most that a chunk may hold.',
  },
  overlap: {
    type: 'whole',
    default: 200,
    min: 0,
    max: 500_000,
    anywhere: true,
    about: 'How much of a chunk’s end the next one may repeat.',
  },
  chunkUnit: {
    type: 'text',
    default: 'characters',
    values: ['characters', 'tokens'],
    anywhere: true,
    about: 'What chunk size and overlap count: characters or tokens.',
  },
  dataset: {
    type: 'text',
    default: 'pairsmith/dataset.pairs.jsonl',
    about: 'The dataset file, relative to the workspace.',
  },
  exclude: { type: 'texts', default: [], anywhere: true, about: 'Globs of files to leave out.' },
  split: {
    type: 'numbers',
    length: 3,
    default: [0.8, 0.1, 0.1],
    anywhere: true,
    about: 'Shares of train, validation and test.',
  },
  exportSystemMessage: {
    type: 'text',
    anywhere: true,
    about: 'System message that goes into training files.',
  },
} as const satisfies Record<string, SettingRow>;

type Value<R> = R extends { type: 'text' }
  ? R extends { values: readonly (infer V)[] }
    ? V
    : string
  : R extends { type: 'texts' }
    ? R extends { values: readonly (infer V)[] }
      ? readonly V[]
      : readonly string[]
    : R extends { type: 'numbers' }
      ? readonly number[]
      : R extends { type: 'object'; schema: infer S extends z.ZodMiniType }
        ? z.output<S>
        : number;

export type SettingName = keyof typeof settingRows;

/** All settings as resolved. Those without a default may be undefined. */
export type Settings = {
  readonly [K in SettingName]: (typeof settingRows)[K] extends { default: unknown }
    ? Value<(typeof settingRows)[K]>
    : Value<(typeof settingRows)[K]> | undefined;
};

export const settingNames = Object.keys(settingRows) as SettingName[];

/** `pairsPerChunk` as `pairs-per-chunk`. */
export const flagOf = (name: SettingName): string => {
  const row: SettingRow = settingRows[name];
  return row.flag ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
};

/** `pairsPerChunk` as `PAIRSMITH_PAIRS_PER_CHUNK`. */
export const variableOf = (name: SettingName): string =>
  `PAIRSMITH_${flagOf(name).replaceAll('-', '_').toUpperCase()}`;
