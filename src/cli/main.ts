#!/usr/bin/env node
import type { Problem } from '../core/outcome.js';
import { commandRows } from './commands/index.js';
import type { Command, ExitCode } from './command.js';
import { flagRows, parseCall, UsageError } from './command.js';
import { InputError } from './inputError.js';
import { clean, createTerminal, table } from './terminal.js';
import type { Terminal } from './terminal.js';
import { app } from './version.js';

const exitCodes = 'Exit codes: 0 all done, 1 some failed, 2 wrong use or unreadable input, 130 interrupted.';

async function main(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  const terminal = createTerminal(words.includes('--json'), process.stdout, process.stderr);
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = rest.find((word) => !word.startsWith('-'));
    return help(terminal, topic, name !== undefined);
  }
  if (name === '--version' || name === '-v') {
    terminal.print(app);
    return 0;
  }
  const command = await commandRows.find((row) => row.name === name)?.load();
  if (!command)
    return refuse(terminal, usage(`There is no command ${JSON.stringify(name)}. See pairsmith --help.`));
  const parsed = parseCall(command, rest);
  if (!parsed.ok) {
    return refuse(terminal, usage(`${parsed.error.message} See pairsmith ${name} --help.`));
  }
  if (parsed.value.flags.has('help')) return help(terminal, name, true);
  const signal = interruption(command, terminal);
  try {
    return await command.run({
      ...parsed.value,
      terminal,
      signal,
      environment: process.env,
      folder: process.cwd(),
    });
  } catch (error) {
    if (error instanceof InputError) return refuse(terminal, error.problem);
    if (error instanceof UsageError) return refuse(terminal, usage(error.message));
    throw error;
  }
}

/** What to do when nobody reads any more (`| head`). */
let quit = (code: ExitCode): void => process.exit(code);

const usage = (message: string): Problem => ({ code: 'usage', message });

/** Says why nothing was done. */
function refuse(terminal: Terminal, problem: Problem): ExitCode {
  terminal.event({ type: 'problem', problem });
  terminal.say(problem.message);
  return 2;
}

/** Aborted by Ctrl+C, and where nobody reads any more. */
function interruption({ endsItself }: Command, terminal: Terminal): AbortSignal {
  const interrupt = new AbortController();
  const end = (code: ExitCode, message?: string) => {
    if (!endsItself || interrupt.signal.aborted) process.exit(code);
    if (message !== undefined) terminal.say(message);
    interrupt.abort();
  };
  process.on('SIGINT', () =>
    end(130, 'Stopping. Press Ctrl+C again to stop at once; what is done is kept all the same.'),
  );
  process.on('SIGTERM', () => end(130));
  quit = end;
  return interrupt.signal;
}

async function help(terminal: Terminal, name: string | undefined, asked: boolean): Promise<ExitCode> {
  const row = commandRows.find((one) => one.name === name);
  if (name !== undefined && !row) {
    return refuse(terminal, usage(`There is no command ${JSON.stringify(name)}. See pairsmith --help.`));
  }
  const lines = row ? commandHelp(await row.load()) : generalHelp();
  if (asked) terminal.printText(lines.join('\n'));
  else for (const line of lines) terminal.say(line);
  return asked ? 0 : 2;
}

function generalHelp(): string[] {
  return [
    'pairsmith: from documents to training files, every pair with the words that support it.',
    '',
    ...table(commandRows.map(({ usage, about }) => [`  pairsmith ${usage}`, about])),
    '',
    'pairsmith COMMAND --help shows the flags of a command. A setting is a flag (--chunk-size 800), a variable',
    '(PAIRSMITH_CHUNK_SIZE) or a line of .vscode/settings.json (pairsmith.chunkSize); the first of these wins.',
    'Keys come from the environment alone, or --env-file: OPENAI_API_KEY and the like go to their service, and',
    'PAIRSMITH_API_KEY goes to the server of --base-url.',
    exitCodes,
  ];
}

function commandHelp(command: Command): string[] {
  const flags = Object.entries(flagRows(command)).map(([name, { value, about }]) => [
    `  --${name}${value === undefined ? '' : ` ${value}`}`,
    about,
  ]);
  return [`pairsmith ${command.usage}`, command.about, '', ...table(flags), '', exitCodes];
}

let isRead = true;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'EOF') throw error; // Windows has both
    if (isRead) quit(0);
    isRead = false; // what is written until the end goes nowhere
  });
}

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown): ExitCode => {
  const terminal = createTerminal(process.argv.includes('--json'), process.stdout, process.stderr);
  const message = 'This is a bug in Pairsmith. Your dataset is safe: what was written stays written.';
  terminal.event({ type: 'problem', problem: { code: 'internal', message } });
  console.error(clean(error instanceof Error ? (error.stack ?? error.message) : String(error)));
  terminal.say(message);
  return 1;
});

// Once all is written: a connection that was cancelled and will not go must not keep the program.
process.stderr.write('', () => process.stdout.write('', () => process.exit()));
