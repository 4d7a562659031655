import { ok, fail, type Outcome, type Problem } from '../core/outcome.js';
import type { Secrets } from '../core/ports.js';
import { testConnection, type ConnectionReport } from '../core/providers/connection.js';
import { providerRow } from '../core/providers/index.js';
import { addressOf, keyFor, keyNameFor } from '../core/providers/keys.js';
import { usualTimeouts, withTimeouts } from '../core/providers/timeout.js';
import type { Settings } from '../core/settings/index.js';
import { httpFetch } from './httpFetch.js';
import { steadyClock } from './ports.js';
import type { OpenOptions } from './open.js';

interface ConnectionOptions extends Pick<OpenOptions, 'kept' | 'memory' | 'fetch'> {
  /** The settings' base URL is the user's own, so that keys of the environment may go there; true if undefined. */
  readonly usersChoice?: boolean | undefined;
}

/** Tests the server and the model that the settings choose, with the key that a run would send there. */
export async function testSettings(
  settings: Settings,
  secrets: Secrets,
  signal: AbortSignal,
  { kept, usersChoice = true, memory, fetch = httpFetch }: ConnectionOptions,
): Promise<Outcome<ConnectionReport, Problem>> {
  const row = providerRow(settings.provider);
  if (row === undefined || row.place === 'rules' || row.place === 'editor') {
    const message = `${row?.title ?? settings.provider}: it asks no server of yours, so there is nothing to test.`;
    return fail({ code: 'setting', message });
  }
  const { baseUrl, keepAlive } = settings;
  const question = { row, baseUrl, usersChoice };
  const address = await addressOf(row, baseUrl, secrets);
  if (address === '') {
    return fail({ code: 'setting', message: `${row.title}: say where your server is, as the base URL.` });
  }
  const key = await keyFor(question, secrets, kept);
  const keyName = await keyNameFor(question, secrets);
  const opened = await row.create({ baseUrl: address, key, keyName, keepAlive, memory, fetch });
  const timeouts = {
    ...usualTimeouts,
    wholeMs: settings.timeout * 1000,
    firstTokenMs: settings.firstTokenTimeout * 1000,
    idleMs: settings.idleTimeout * 1000,
  };
  const provider = { ...withTimeouts(opened, timeouts, steadyClock), ladder: opened.ladder };
  const model = settings.model ?? row.defaultModel;
  return ok(
    await testConnection({ provider, address, key, keyName, model, clock: steadyClock, signal, fetch }),
  );
}
