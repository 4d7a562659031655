import { readFile } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { parse, printParseErrorCode } from 'jsonc-parser';
import type { ParseError } from 'jsonc-parser';
import { anyKeyName } from '../core/providers/keys.js';
import type { Outcome, Problem } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { flagOf, resolveSettings, settingNames, settingRows, variableOf } from '../core/settings/index.js';
import type { SettingName, Settings, SettingsLayer } from '../core/settings/index.js';
import { cacheFolderVariable } from '../node/cacheFolder.js';
import { hasCode } from '../node/lock.js';
import { systemReason } from '../core/system-reason.js';
import type { Call } from './command.js';
import { tellNotice } from './tell.js';

export interface CallSettings {
  readonly settings: Settings;
  /** The environment, with what `--env-file` adds to it. What is set already wins. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

const prefix = 'pairsmith.';
/** Settings of the editor alone begin so. */
const editorPrefix = 'pairsmith.review.';

/** The settings of a call: the workspace's as far as it is trusted, the environment's over them, flags over all. */
export async function loadSettings(call: Call): Promise<Outcome<CallSettings, Problem>> {
  const environment = await loadEnvironment(call);
  if (!environment.ok) return environment;
  tellUnknownVariables(call, environment.value);
  const workspace = await workspaceLayer(call);
  if (!workspace.ok) return workspace;
  const layers = [workspace.value, environmentLayer(call, environment.value), flagLayer(call)];
  const settings = resolveSettings(layers);
  return settings.ok ? ok({ settings: settings.value, environment: environment.value }) : settings;
}

async function loadEnvironment({
  flags,
  environment,
  folder,
}: Call): Promise<Outcome<CallSettings['environment'], Problem>> {
  const file = flags.text('env-file');
  if (file === undefined) return ok(environment);
  const unusable = (why: string) =>
    fail({ code: 'unreadable', message: `Could not read --env-file ${file}: ${why}.` });
  try {
    const values = parseEnv(await readFile(resolve(folder, file), 'utf8'));
    if (Object.keys(values).length === 0) return unusable('it holds no line like NAME=value');
    const set = Object.entries(environment).filter(([, value]) => value !== undefined && value !== '');
    return ok({ ...values, ...Object.fromEntries(set) });
  } catch (error) {
    return unusable(systemReason(error));
  }
}

async function workspaceLayer(call: Call): Promise<Outcome<SettingsLayer, Problem>> {
  const file = join(call.folder, '.vscode', 'settings.json');
  const shown = relative(call.folder, file);
  const read = await readSettingsFile(file, shown);
  if (!read.ok) return read;
  const { terminal, flags, settings } = call;
  const values: Partial<Record<SettingName, unknown>> = {};
  const ignored: string[] = [];
  for (const [key, value] of Object.entries(read.value)) {
    if (!key.startsWith(prefix) || key.startsWith(editorPrefix)) continue;
    const name = settingNames.find((setting) => prefix + setting === key);
    if (!name) tellNotice(terminal, 'unknown-setting', `${shown}: there is no setting ${key}.`);
    else if (!settings.includes(name)) continue;
    else if ('anywhere' in settingRows[name] || flags.has('trust-workspace')) values[name] = value;
    else ignored.push(name);
  }
  if (ignored.length > 0) {
    tellNotice(
      terminal,
      'untrusted-settings',
      `${shown}: ${ignored.join(', ')} left out, as a folder's own settings may not choose these. Give flags or --trust-workspace.`,
    );
  }
  return ok({ values, asText: false, nameOf: (name) => `${prefix}${name} in ${shown}` });
}

/** The settings file of a folder, with comments and trailing commas. A missing or blank one holds no settings. */
async function readSettingsFile(file: string, shown: string): Promise<Outcome<object, Problem>> {
  let text: string;
  try {
    text = (await readFile(file, 'utf8')).replace(/^\ufeff/, '');
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ENOTDIR')) return ok({});
    return fail({ code: 'unreadable', message: `Could not read ${shown}: ${systemReason(error)}.` });
  }
  if (text.trim() === '') return ok({});
  const errors: ParseError[] = [];
  let json: unknown;
  try {
    json = parse(text, errors, { allowTrailingComma: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return fail({ code: 'unreadable', message: `${shown}: it is nested too deep to be read.` }); // the stack is full
  }
  const [error] = errors;
  if (!error && typeof json === 'object' && json !== null && !Array.isArray(json)) return ok(json);
  const line = text.slice(0, error?.offset ?? 0).split('\n').length;
  const what = error ? wordsOf(error) : 'it is not an object in braces';
  return fail({ code: 'unreadable', message: `${shown}:${line}: ${what}. Mend it and try again.` });
}

/** `CommaExpected` as "comma expected". */
const wordsOf = ({ error }: ParseError): string =>
  printParseErrorCode(error)
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toLowerCase();

/** Says which variables look like settings and are none: a slip of the pen would else go unnoticed. */
function tellUnknownVariables({ terminal }: Call, environment: CallSettings['environment']): void {
  const known = new Set([...settingNames.map(variableOf), cacheFolderVariable, anyKeyName]);
  for (const name of Object.keys(environment)) {
    if (!/^PAIRSMITH_/i.test(name) || known.has(name)) continue;
    tellNotice(terminal, 'unknown-setting', `${name} in the environment: there is no such setting.`);
  }
}

const environmentLayer = ({ settings }: Call, environment: CallSettings['environment']): SettingsLayer => ({
  values: Object.fromEntries(settings.map((name) => [name, environment[variableOf(name)] || undefined])),
  asText: true,
  nameOf: (name) => `${variableOf(name)} in the environment`,
});

const flagLayer = ({ given }: Call): SettingsLayer => ({
  values: given,
  asText: true,
  nameOf: (name) => `--${flagOf(name)}`,
});
