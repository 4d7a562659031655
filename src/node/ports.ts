import * as crypto from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock, Hash, Secrets } from '../core/ports.js';

const hashLength = 22;
const hashed = Buffer.alloc(hashLength);

/** By way of a buffer, as a slice would keep the whole digest in memory for as long as a hash is held. */
export const nodeHash: Hash = (text) => {
  hashed.write(crypto.createHash('sha256').update(text).digest('base64url'), 'latin1');
  return hashed.toString('latin1');
};

/** A longer timer would ring at once (Node.js, "Timers"). */
const longestTimer = 2 ** 31 - 1;

/** What waits longer than 24 days is woken then, and has to look again. */
export const nodeClock: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    sleep(Math.min(ms, longestTimer), undefined, { signal, ref: true }).catch(() => undefined),
  after(ms, act) {
    const timer = setTimeout(act, Math.min(ms, longestTimer));
    return () => clearTimeout(timer);
  },
};

/**
 * The same for how long something takes: it does not jump where somebody sets the clock, or the system does. From the
 * hour of the day it may be off by as much as that.
 */
export const steadyClock: Clock = {
  ...nodeClock,
  now: () => Math.round(performance.timeOrigin + performance.now()),
};

/** Keys from environment variables. */
export const environmentSecrets = (environment: Readonly<Record<string, string | undefined>>): Secrets => ({
  get: (name) => Promise.resolve(environment[name] || undefined),
});
