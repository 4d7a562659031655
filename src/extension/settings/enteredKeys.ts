import type { ExtensionContext } from 'vscode';
import { secretName, secretPlace } from '../../core/providers/keys.js';

/** A key that is kept: for whom and where, never the key itself. */
export interface EnteredKey {
  readonly provider: string;
  readonly origin: string;
}

/** The part of the extension's context that keys are kept in. */
export interface KeyStore {
  readonly secrets: Pick<ExtensionContext['secrets'], 'get' | 'store' | 'delete'>;
  readonly globalState: Pick<ExtensionContext['globalState'], 'get' | 'update'>;
}

/** VS Code's secret storage does not tell what it holds, so the names of the keys (not the keys) are noted beside it. */
const noted = 'keys';

/** The keys that are kept, by provider and host. */
export async function enteredKeys({ secrets, globalState }: KeyStore): Promise<EnteredKey[]> {
  const places: EnteredKey[] = [];
  for (const name of globalState.get<readonly string[]>(noted, []).toSorted()) {
    const place = secretPlace(name);
    if (place && (await secrets.get(name)) !== undefined) places.push(place);
  }
  return places;
}

/** Keeps a key for a provider at one host. */
export async function keepKey(
  { secrets, globalState }: KeyStore,
  at: EnteredKey,
  key: string,
): Promise<void> {
  const name = secretName(at.provider, at.origin);
  await secrets.store(name, key);
  const names = globalState.get<readonly string[]>(noted, []);
  if (!names.includes(name)) await globalState.update(noted, [...names, name]);
}

export async function removeKey({ secrets, globalState }: KeyStore, at: EnteredKey): Promise<void> {
  const name = secretName(at.provider, at.origin);
  await secrets.delete(name);
  const names = globalState.get<readonly string[]>(noted, []);
  await globalState.update(
    noted,
    names.filter((one) => one !== name),
  );
}
