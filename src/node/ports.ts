import * as crypto from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Hash, Secrets } from '../core/ports.js';

export const nodeHash: Hash = (text) =>
  crypto.createHash('sha256').update(text).digest('base64url').slice(0, 22);

export const nodeClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) => sleep(ms, undefined, { signal, ref: true }).catch(() => undefined),
  after(ms, act) {
    const timer = setTimeout(act, ms);
    return () => clearTimeout(timer);
  },
};

/** Keys from environment variables. */
export const environmentSecrets = (environment: Readonly<Record<string, string | undefined>>): Secrets => ({
  get: (name) => Promise.resolve(environment[name] || undefined),
});
