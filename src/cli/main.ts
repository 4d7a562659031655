#!/usr/bin/env node
import { commandRows } from './commands/index.js';
import type { Command, ExitCode } from './command.js';
import { flagRows, parseCall, UsageError } from './command.js';
import { InputError } from './shared.js';
import { createTerminal, table } from './terminal.js';
import { app } from './version.js';

const exitCodes = 'Exit codes: 0 all done, 1 some failed, 2 wrong use or unreadable input, 130 interrupted.';

async function main(words: readonly string[]): Promise<ExitCode> {
  const [name, ...rest] = words;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const row = commandRows.find((one) => one.name === rest[0]);
    console.log((row ? commandHelp(await row.load()) : generalHelp()).join('\n'));
    return name === undefined ? 2 : 0;
  }
  if (name === '--version' || name === '-v') {
    console.log(app);
    return 0;
  }
  const row = commandRows.find((one) => one.name === name);
  if (!row) {
    console.error(`pairsmith has no command ${JSON.stringify(name)}. See pairsmith --help.`);
    return 2;
  }
  const command = await row.load();
  const parsed = parseCall(command, rest);
  if (!parsed.ok) {
    console.error(`${parsed.error.message} See pairsmith ${name} --help.`);
    return 2;
  }
  const { flags } = parsed.value;
  if (flags.has('help')) {
    console.log(commandHelp(command).join('\n'));
    return 0;
  }
  const terminal = createTerminal(flags.has('json'), process.stdout, process.stderr);
  const interrupt = new AbortController();
  process.on('SIGINT', () => {
    if (interrupt.signal.aborted) process.exit(130);
    terminal.say('Stopping. Press Ctrl+C again to stop at once; what is done is kept all the same.');
    interrupt.abort();
  });
  process.on('SIGTERM', () => interrupt.abort());
  try {
    const { signal } = interrupt;
    return await command.run({
      ...parsed.value,
      terminal,
      signal,
      environment: process.env,
      folder: process.cwd(),
    });
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof InputError)) throw error;
    if (terminal.json)
      terminal.event({ type: 'problem', problem: { code: 'usage', message: error.message } });
    terminal.say(error.message);
    return 2;
  }
}

function generalHelp(): string[] {
  return [
    'pairsmith: from documents to training files, every pair with the words that support it.',
    '',
    ...table(commandRows.map(({ usage, about }) => [`  pairsmith ${usage}`, about])),
    '',
    'pairsmith COMMAND --help shows the flags of a command. A setting is a flag (--chunk-size 800), a variable',
    '(PAIRSMITH_CHUNK_SIZE) or a line of .vscode/settings.json (pairsmith.chunkSize); the first of these wins.',
    'Keys come from the environment alone: OPENAI_API_KEY, or --env-file.',
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

// A reader that goes away (`| head`) is no error of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await main(process.argv.slice(2)).catch((error: unknown): ExitCode => {
  console.error(error instanceof Error ? (error.stack ?? error.message) : error);
  console.error('This is a bug in Pairsmith. Your dataset is safe: what was written stays written.');
  return 1;
});
