import { parseArgs } from 'node:util';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { flagOf, settingNames, settingRows } from '../core/settings/index.js';
import type { SettingName, SettingRow } from '../core/settings/index.js';
import type { Terminal } from './terminal.js';

/** 0 all done, 1 some failed, 2 wrong use or unreadable input, 130 interrupted. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface FlagRow {
  readonly type: 'boolean' | 'string';
  readonly multiple?: true;
  /** What stands for the value in the help. */
  readonly value?: string;
  readonly about: string;
}

export interface Command {
  /** `generate PATH...`, as the help shows it. */
  readonly usage: string;
  readonly about: string;
  /** Flags of this command alone. */
  readonly flags: Readonly<Record<string, FlagRow>>;
  /** Settings that it takes as flags. */
  readonly settings: readonly SettingName[];
  /** How many paths it takes: from, to. */
  readonly paths: readonly [from: number, to: number];
  /** It looks at the signal and ends cleanly by itself. Others are ended at once, as they have nothing to lose. */
  readonly endsItself?: true;
  run(call: Call): Promise<ExitCode>;
}

/** A command with what it was called with. */
export interface Call {
  readonly paths: readonly string[];
  /** Values of the command's own flags and the common ones. */
  readonly flags: Flags;
  /** The settings that count for the command; what is said of others is no concern of it. */
  readonly settings: readonly SettingName[];
  /** Settings given as flags, as text. */
  readonly given: Readonly<Partial<Record<SettingName, unknown>>>;
  readonly terminal: Terminal;
  /** Aborted by Ctrl+C. */
  readonly signal: AbortSignal;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** The folder it was called in, which is the workspace. */
  readonly folder: string;
}

export interface Flags {
  has(name: string): boolean;
  text(name: string): string | undefined;
  texts(name: string): readonly string[];
  /** A whole number from `least` to `most`; throws a `UsageError` for anything else. */
  whole(name: string, least?: number, most?: number): number | undefined;
}

/** Thrown where a flag's value can't be used; ends the program with code 2. */
export class UsageError extends Error {}

const commonFlags: Readonly<Record<string, FlagRow>> = {
  json: { type: 'boolean', about: 'JSON lines on stdout, for programs.' },
  'env-file': {
    type: 'string',
    value: 'FILE',
    about: 'Read keys and settings from a file of NAME=value lines.',
  },
  'trust-workspace': {
    type: 'boolean',
    about: 'Let .vscode/settings.json of this folder choose provider, address, prompt file and dataset.',
  },
  help: { type: 'boolean', about: 'Show this.' },
};

const valueNames: Readonly<Record<SettingRow['type'], string>> = {
  text: 'TEXT',
  texts: 'TEXT',
  numbers: 'A,B,C',
  number: 'N',
  whole: 'N',
  object: 'JSON',
};

/** The flags of a command: its own, the common ones, and its settings. */
export function flagRows(command: Command): Record<string, FlagRow> {
  const rows: Record<string, FlagRow> = { ...command.flags };
  for (const name of settingNames.filter((setting) => command.settings.includes(setting))) {
    const { type, about } = settingRows[name];
    const many = type === 'texts';
    const value = valueNames[type];
    rows[flagOf(name)] = { type: 'string', value, about, ...(many ? { multiple: true } : {}) };
  }
  return { ...rows, ...commonFlags };
}

/** Flags that say something by being empty: no system message, say. */
const mayBeEmpty = new Set(
  (['language', 'systemMessage', 'extraInstructions', 'exportSystemMessage'] as const).map(flagOf),
);

/** Reads the words after the command's name. */
export function parseCall(
  command: Command,
  words: readonly string[],
): Outcome<Pick<Call, 'paths' | 'flags' | 'settings' | 'given'>, Problem<'usage'>> {
  const rows = flagRows(command);
  const options = Object.fromEntries(
    Object.entries(rows).map(([name, { type, multiple }]) => [name, { type, multiple: multiple ?? false }]),
  );
  let parsed;
  try {
    const args = withNegativeNumbers(words, options);
    parsed = parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    return fail({ code: 'usage', message: parseMessage(error) });
  }
  const { values, positionals } = parsed;
  const [from, to] = command.paths;
  if (!values.help && (positionals.length < from || positionals.length > to)) {
    return fail({ code: 'usage', message: `Use it as "pairsmith ${command.usage}".` });
  }
  const empty = Object.keys(rows).find((name) => [values[name]].flat().includes('') && !mayBeEmpty.has(name));
  if (empty !== undefined) {
    return fail({ code: 'usage', message: `--${empty} is empty: is a variable not set?` });
  }
  if (positionals.includes('')) {
    return fail({ code: 'usage', message: 'One of the paths is empty: is a variable not set?' });
  }
  const given = Object.fromEntries(
    command.settings.map((name) => [name, values[flagOf(name)]]).filter(([, value]) => value !== undefined),
  ) as Call['given'];
  return ok({ paths: positionals, flags: flagsOf(values), settings: command.settings, given });
}

/** The first sentence of what Node says, which names the flag. */
function parseMessage(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const [, flag] = /'(--[\w-]+)[^']*' argument (?:is ambiguous|missing)/.exec(text) ?? [];
  if (flag !== undefined) return `${flag} needs a value.`;
  return `${text.split(/\.?(?:\n|\. |$)/, 1)[0]}.`;
}

/** `--num-predict -1` as `--num-predict=-1`: a number may be below zero, and no flag looks like one. */
function withNegativeNumbers(
  words: readonly string[],
  options: Readonly<Record<string, { readonly type: string }>>,
): string[] {
  const args: string[] = [];
  for (let i = 0; i < words.length; i++) {
    const [word = '', next = ''] = [words[i], words[i + 1]];
    if (word === '--') return [...args, ...words.slice(i)];
    const takesValue = word.startsWith('--') && options[word.slice(2)]?.type === 'string';
    if (takesValue && /^-\.?\d/.test(next)) args.push(`${word}=${words[++i]}`);
    else args.push(word);
  }
  return args;
}

function flagsOf(
  values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>,
): Flags {
  const texts = (name: string) => [values[name] ?? []].flat().filter((value) => typeof value === 'string');
  return {
    has: (name) => values[name] === true,
    text: (name) => texts(name).at(-1),
    texts,
    whole(name, least = 0, most = Infinity) {
      const text = texts(name).at(-1);
      if (text === undefined) return undefined;
      const number = Number(text);
      if (text.trim() !== '' && Number.isSafeInteger(number) && number >= least && number <= most)
        return number;
      const bounds = most === Infinity ? `of at least ${least}` : `from ${least} to ${most}`;
      throw new UsageError(`--${name} must be a whole number ${bounds}, not ${JSON.stringify(text)}.`);
    },
  };
}
