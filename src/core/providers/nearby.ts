import type { Secrets } from '../ports.js';
import { providers } from './index.js';
import { addressOf } from './keys.js';
import { offeredModels } from './models.js';

/** A server on this machine answers at once, or there is none. */
const patienceMs = 600;

/**
 * The providers whose server answers now where it usually is on this machine, or where the environment says. Asks each
 * for its models, without a key: one that wants a key is there as well.
 */
export async function answeringHere(
  environment: Secrets,
  fetch?: typeof globalThis.fetch,
): Promise<ReadonlySet<string>> {
  const rows = providers.filter(({ place }) => place === 'here');
  const found = await Promise.all(
    rows.map(async (row) => {
      const address = await addressOf(row, undefined, environment);
      const offered = await offeredModels({ provider: row.id, address, key: undefined, patienceMs, fetch });
      return offered.ok || offered.error.code === 'auth' ? [row.id] : [];
    }),
  );
  return new Set(found.flat());
}
