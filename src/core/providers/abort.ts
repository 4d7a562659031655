import { fail, type Outcome } from '../outcome.js';
import type { ProviderError } from './provider.js';

export const cancelled = (): { readonly ok: false; readonly error: ProviderError } =>
  fail({ code: 'cancelled', message: 'Cancelled.' });

const waiting = new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Calls `act` once when `signal` is aborted (it must not be yet). Returns what takes that back. However many wait
 * for the one signal of a run, it has a single listener: Node warns of a leak above ten.
 */
export function onAbort(signal: AbortSignal, act: () => void): () => void {
  let acts = waiting.get(signal);
  if (acts === undefined) {
    const all = new Set<() => void>();
    acts = all;
    waiting.set(signal, all);
    signal.addEventListener(
      'abort',
      () => {
        for (const each of all) each();
        all.clear();
      },
      { once: true },
    );
  }
  const own = (): void => act();
  acts.add(own);
  return () => acts.delete(own);
}

/** Signals of controllers that serve one piece of work: what listens there goes with it. */
const owned = new WeakSet<AbortSignal>();

/** A controller of one's own that is aborted along with `signal`, until `release` is called. */
export function childOf(signal: AbortSignal): {
  readonly controller: AbortController;
  readonly release: () => void;
} {
  const controller = new AbortController();
  owned.add(controller.signal);
  if (signal.aborted) controller.abort();
  const release = signal.aborted ? () => {} : onAbort(signal, () => controller.abort());
  return { controller, release };
}

/**
 * Runs `work`, and resolves with `cancelled` at the moment `signal` is aborted, however long the work takes to
 * notice. What the work comes to after that is dropped. The work gets a signal of its own, unless this is one (as a
 * timeout makes), so that listeners which it leaves behind do not pile up on that of a run.
 */
export function untilAborted<T>(
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Outcome<T, ProviderError>>,
): Promise<Outcome<T, ProviderError>> {
  if (signal.aborted) return Promise.resolve(cancelled());
  return new Promise((resolve, reject) => {
    const child = owned.has(signal) ? undefined : childOf(signal);
    const forget = onAbort(signal, () => resolve(cancelled()));
    work(child?.controller.signal ?? signal)
      .then(resolve, reject)
      .finally(() => {
        forget();
        child?.release();
      });
  });
}
