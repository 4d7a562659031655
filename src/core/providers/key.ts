import type { Secrets } from '../ports.js';
import type { ProviderRow } from './index.js';

/** The key of a provider, by the first of its names that is set. */
export async function keyOf(row: ProviderRow, secrets: Secrets): Promise<string | undefined> {
  if (row.keyName === undefined) return undefined;
  for (const name of [row.keyName, ...(row.otherKeyNames ?? [])]) {
    const key = await secrets.get(name);
    if (key !== undefined) return key;
  }
  return undefined;
}
