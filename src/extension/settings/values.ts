import type { SettingName, SettingRow, SettingsLayer } from '../../core/settings/index.js';
import { settingNames, settingRows } from '../../core/settings/index.js';

/** What stands before every setting's name in settings.json. */
export const section = 'pairsmith';

/** Settings that a folder must be trusted to choose: all that could spend, redirect documents or keys, or read files. */
export const restricted: readonly SettingName[] = settingNames.filter(
  (name) => !('anywhere' in settingRows[name]),
);

/** What no folder that is not trusted is worked on with, whoever chose it: a model, a server, a file to read. */
const trustedOnly: ReadonlySet<SettingName> = new Set([
  'provider',
  'model',
  'baseUrl',
  'profiles',
  'useProfiles',
  'fallbacks',
  'promptFile',
]);

/** A setting as VS Code has it: what counts, and what the user's own settings say of it. */
export interface Given {
  readonly value: unknown;
  readonly user: unknown;
}

/**
 * What VS Code's settings hold, as a layer. What has no default of its own has null, an empty text or an empty list
 * there, and counts as not set: so that editor and command line ask the same.
 */
export function settingsLayer(given: (name: SettingName) => Given, trusted: boolean): SettingsLayer {
  const allowed = (name: SettingName): unknown => {
    const { value, user } = given(name);
    if (trusted || !restricted.includes(name)) return value;
    return trustedOnly.has(name) ? undefined : user;
  };
  const entries = settingNames.map((name) => [name, setValue(name, allowed(name))] as const);
  return { values: Object.fromEntries(entries), asText: false, nameOf: (name) => `${section}.${name}` };
}

function setValue(name: SettingName, value: unknown): unknown {
  if (value === null) return undefined;
  const row: SettingRow = settingRows[name];
  // A text that is taken out in the window of the settings is left there empty; one of several is none of them.
  if (row.type === 'text' && value === '' && !row.values) return undefined;
  if ('default' in row) return value;
  return value === '' || (Array.isArray(value) && value.length === 0) ? undefined : value;
}
