import type { Clock } from '../../../src/core/ports.js';

export interface TestClock extends Clock {
  /** What was slept for, in milliseconds, in order. */
  readonly slept: number[];
}

/** A clock whose sleeps end at once, or (`asleep`) when they are aborted. */
export function testClock(asleep = false): TestClock {
  const slept: number[] = [];
  return {
    slept,
    now: () => 0,
    sleep: (ms, signal) => {
      slept.push(ms);
      if (!asleep || signal?.aborted === true) return Promise.resolve();
      return new Promise((resolve) => signal?.addEventListener('abort', () => resolve(), { once: true }));
    },
    after(ms, act) {
      slept.push(ms);
      if (!asleep) queueMicrotask(act);
      return () => undefined;
    },
  };
}
