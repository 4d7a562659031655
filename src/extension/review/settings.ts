import * as vscode from 'vscode';
import { actions } from '../../protocol.js';
import type { Action } from '../../protocol.js';

const section = 'pairsmith.review';

/** How the review page behaves, as the settings say. */
export interface PageSettings {
  readonly advance: boolean;
  readonly autoReveal: boolean;
  /** By action, where they are not the default ones. */
  readonly keys: Partial<Record<Action, string[]>>;
}

/** Reads the settings of the review. What is of a wrong kind is left out and told. */
export function readSettings(tell: (message: string) => void): PageSettings {
  const settings = vscode.workspace.getConfiguration(section);
  return {
    advance: settings.get<unknown>('advance') !== false,
    autoReveal: settings.get<unknown>('revealEvidence') !== false,
    keys: readKeys(settings.get<unknown>('keys'), tell),
  };
}

export const touchesSettings = (event: vscode.ConfigurationChangeEvent): boolean =>
  event.affectsConfiguration(section);

function readKeys(value: unknown, tell: (message: string) => void): Partial<Record<Action, string[]>> {
  const keys: Partial<Record<Action, string[]>> = {};
  if (typeof value !== 'object' || value === null) return keys;
  for (const [name, given] of Object.entries(value)) {
    const action = actions.find((known) => known === name);
    const list: unknown[] = Array.isArray(given) ? given : [given];
    if (!action) tell(`${section}.keys: there is no action “${name}”. There are ${actions.join(', ')}.`);
    else if (!list.every((key) => typeof key === 'string'))
      tell(`${section}.keys: “${name}” needs a key or a list of keys.`);
    else keys[action] = list;
  }
  return keys;
}
