import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { flagOf, resolveSettings, settingNames, settingRows, variableOf } from '../core/settings/index.js';
import type { SettingName, Settings, SettingsLayer } from '../core/settings/index.js';
import { hasCode } from '../node/lock.js';
import type { Call } from './command.js';

export interface CallSettings {
  readonly settings: Settings;
  /** The environment, with what `--env-file` adds to it. What is set already wins. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const prefix = 'pairsmith.';

/** The settings of a call: the workspace's as far as it is trusted, the environment's over them, flags over all. */
export async function loadSettings(call: Call): Promise<Outcome<CallSettings, Problem>> {
  const environment = await loadEnvironment(call);
  if (!environment.ok) return environment;
  const workspace = await workspaceLayer(call);
  if (!workspace.ok) return workspace;
  const settings = resolveSettings([workspace.value, environmentLayer(environment.value), flagLayer(call)]);
  return settings.ok ? ok({ settings: settings.value, environment: environment.value }) : settings;
}

async function loadEnvironment({
  flags,
  environment,
  folder,
}: Call): Promise<Outcome<CallSettings['environment'], Problem>> {
  const file = flags.text('env-file');
  if (file === undefined) return ok(environment);
  try {
    return ok({ ...parseEnv(await readFile(resolve(folder, file), 'utf8')), ...environment });
  } catch (error) {
    return fail({
      code: 'unreadable',
      message: `Could not read --env-file ${file}: ${(error as Error).message}.`,
    });
  }
}

async function workspaceLayer({ folder, flags, terminal }: Call): Promise<Outcome<SettingsLayer, Problem>> {
  const file = join(folder, '.vscode', 'settings.json');
  const shown = relative(folder, file);
  const read = await readFile(file, 'utf8').catch((error: unknown) => {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return '{}';
    throw error;
  });
  const errors: ParseError[] = [];
  const json: unknown = parse(read, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (error || typeof json !== 'object' || json === null) {
    const line = read.slice(0, error?.offset).split('\n').length;
    const what = error ? printParseErrorCode(error.error) : 'it holds no settings';
    return fail({
      code: 'unreadable',
      message: `${shown}:${line} is not valid: ${what}. Mend it and try again.`,
    });
  }
  const values: Partial<Record<SettingName, unknown>> = {};
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(json)) {
    if (!key.startsWith(prefix)) continue;
    const name = settingNames.find((setting) => prefix + setting === key);
    if (!name) terminal.say(`${shown}: there is no setting ${key}.`);
    else if ('anywhere' in settingRows[name] || flags.has('trust-workspace')) values[name] = value;
    else ignored.push(name);
  }
  if (ignored.length > 0) {
    terminal.say(
      `${shown}: ${ignored.join(', ')} left out, as a folder's own settings may not choose these. Give flags or --trust-workspace.`,
    );
  }
  return ok({ values, asText: false, nameOf: (name) => `${prefix}${name} in ${shown}` });
}

const environmentLayer = (environment: CallSettings['environment']): SettingsLayer => ({
  values: Object.fromEntries(settingNames.map((name) => [name, environment[variableOf(name)] || undefined])),
  asText: true,
  nameOf: (name) => `${variableOf(name)} in the environment`,
});

const flagLayer = ({ given }: Call): SettingsLayer => ({
  values: given,
  asText: true,
  nameOf: (name) => `--${flagOf(name)}`,
});
