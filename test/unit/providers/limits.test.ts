import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { fail, ok } from '../../../src/core/outcome.js';
import { Limiter, stack, steeringOf } from '../../../src/core/providers/index.js';
import type { LimiterOptions } from '../../../src/core/providers/limits/limiter.js';
import { MinuteCap } from '../../../src/core/providers/limits/minute.js';
import type { CompletionRequest, Provider, RateState } from '../../../src/core/providers/provider.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import { latencyOfPrompt, listSchedule } from '../../fixtures/server/latency.js';

const never = new AbortController().signal;
const requestOf = (text: string): CompletionRequest => ({
  model: 'm',
  messages: [{ role: 'user', content: text }],
  sampling: {},
  sample: 0,
});

/** Numbers in [0, 1), the same each time (mulberry32). */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Verdict =
  | {
      readonly refuse: 'rate' | 'server';
      readonly status?: number | undefined;
      readonly retryAfterMs?: number | undefined;
      readonly rate?: RateState | undefined;
    }
  | { readonly serve: number; readonly rate?: RateState | undefined };

/** A server of this process and its clock: what it decides of each request as it comes in. */
function server(clock: FakeClock, decide: (inFlight: number) => Verdict) {
  const starts: number[] = [];
  const latencies: number[] = [];
  const state = { inFlight: 0, serving: 0, mostInFlight: 0, refused: 0, served: 0 };
  const provider: Provider = {
    id: 'simulated',
    async complete() {
      starts.push(clock.now());
      const verdict = decide(state.serving);
      state.mostInFlight = Math.max(state.mostInFlight, ++state.inFlight);
      const serves = 'serve' in verdict;
      const latency = serves ? verdict.serve : 30;
      latencies.push(latency);
      if (serves) state.serving++;
      await clock.sleep(latency);
      state.inFlight--;
      if (serves) {
        state.serving--;
        state.served++;
        return ok({ text: '', model: 'm', finish: 'stop', rate: verdict.rate });
      }
      state.refused++;
      const { refuse, status, retryAfterMs, rate } = verdict;
      return fail({ code: refuse, message: '', status, retryAfterMs, rate });
    },
  };
  return { provider, starts, latencies, state };
}

/** Asks so many, as a run does: twice as many under way as may be in flight. Resolves with the time it took. */
async function runAll(
  clock: FakeClock,
  provider: Provider,
  limiter: Limiter,
  jobs: number,
  ceiling: number,
  attempts = 50,
) {
  const steering = steeringOf();
  const stacked = stack(provider, { limiter, clock, random: numbers(7), attempts, steering });
  const began = clock.now();
  let next = 0;
  let failed = 0;
  const worker = async () => {
    while (next < jobs) if (!(await stacked.complete(requestOf(`${next++}`), never)).ok) failed++;
  };
  await clock.until(Promise.all(Array.from({ length: 2 * ceiling }, worker)));
  return { ms: clock.now() - began, traffic: steering.traffic, failed };
}

/** The most of these times that lie in one minute. */
function mostInAMinute(times: readonly number[], amounts: readonly number[] = times.map(() => 1)): number {
  let most = 0;
  let sum = 0;
  let first = 0;
  times.forEach((time, i) => {
    sum += amounts[i]!;
    while (times[first]! + 60_000 <= time) sum -= amounts[first++]!;
    most = Math.max(most, sum);
  });
  return most;
}

describe('the limiter', () => {
  let clock: FakeClock;
  const limiterOf = (options: LimiterOptions) => new Limiter(options, clock, numbers(3));
  beforeEach(() => (clock = new FakeClock()));

  it('lets as many in flight as it may, no more, and serves first who came first', async () => {
    const limiter = limiterOf({ ceiling: 2 });
    const order: number[] = [];
    const tickets = [1, 2, 3, 4].map(async (n) => {
      const ticket = await limiter.take(requestOf(''), never);
      order.push(n);
      return ticket!;
    });
    await clock.advance(0);
    assert.deepEqual([order, limiter.used], [[1, 2], 2]);
    limiter.give(await tickets[0]!, undefined, undefined);
    await clock.advance(0);
    assert.deepEqual([order, limiter.used], [[1, 2, 3], 2]);
  });

  it('lets a wait be given up, without losing the slot', async () => {
    const limiter = limiterOf({ ceiling: 1 });
    const first = (await limiter.take(requestOf(''), never))!;
    const abort = new AbortController();
    const given = limiter.take(requestOf(''), abort.signal);
    const patient = limiter.take(requestOf(''), never);
    abort.abort();
    assert.equal(await given, undefined);
    limiter.give(first, undefined, undefined);
    limiter.give((await patient)!, undefined, undefined);
    assert.equal(limiter.used, 0);
    assert.equal(await limiter.take(requestOf(''), abort.signal), undefined);
  });

  it('gives the slot back when a provider throws', async () => {
    const limiter = limiterOf({ ceiling: 1 });
    const broken: Provider = { id: 'x', complete: () => Promise.reject(new Error('bug')) };
    const stacked = stack(broken, { limiter, clock, random: () => 0 });
    await assert.rejects(stacked.complete(requestOf(''), never), /bug/);
    assert.equal(limiter.used, 0);
  });

  it('takes stray refusals for what they are: 2.5 % of 429s cost next to nothing', async () => {
    for (const seed of [1, 2, 3]) {
      clock = new FakeClock();
      const chance = numbers(seed);
      let n = 0;
      const { provider, latencies } = server(clock, () =>
        chance() < 0.025
          ? { refuse: 'rate', retryAfterMs: 1000 }
          : { serve: latencyOfPrompt(`${n++}`, { medianMs: 400, sigma: 0.8, seed }) },
      );
      const limiter = limiterOf({ ceiling: 32 });
      const { ms, traffic } = await runAll(clock, provider, limiter, 1249, 32);
      assert.deepEqual([limiter.limit, traffic.cuts], [32, 0]);
      assert.ok((traffic.retries.rate ?? 0) > 15);
      const efficiency = listSchedule(latencies, 32) / ms;
      assert.ok(efficiency > 0.95, String(efficiency));
    }
  });

  it('finds what a server bears, and keeps near it', async () => {
    for (const [bears, retryAfterMs] of [
      [10, undefined],
      [10, 1000],
      [3, undefined],
      [25, 1000],
    ] as const) {
      clock = new FakeClock();
      const { provider, state } = server(clock, (inFlight) =>
        inFlight < bears ? { serve: 500 } : { refuse: 'rate', retryAfterMs },
      );
      const limiter = limiterOf({ ceiling: 32 });
      const { ms, failed } = await runAll(clock, provider, limiter, 2000, 32);
      const best = (2000 * 500) / bears;
      const what = `${bears} at once, Retry-After ${retryAfterMs}: ${best / ms} of the best, ${state.refused} refused`;
      assert.equal(failed, 0, what);
      assert.ok(best / ms > 0.92, what);
      assert.ok(state.refused < 400, what);
    }
  });

  it('cuts once for all that is in flight, never below one, and grows back', async () => {
    const refused = { until: 20_000 };
    const { provider } = server(clock, () =>
      clock.now() < refused.until ? { refuse: 'server', status: 529 } : { serve: 200 },
    );
    const limiter = limiterOf({ ceiling: 16 });
    const first = Array.from({ length: 16 }, () => limiter.take(requestOf(''), never));
    const error = fail({ code: 'rate', message: '' } as const);
    let cuts = 0;
    for (const ticket of await Promise.all(first)) if (limiter.give(ticket!, error, undefined)) cuts++;
    assert.deepEqual([cuts, limiter.limit], [1, 11]);
    const { failed } = await runAll(clock, provider, limiter, 4000, 16);
    assert.deepEqual([failed, limiter.limit], [0, 16]);
  });

  it('waits for the reset that a server announces, before it is refused', async () => {
    const perWindow = 40;
    let left = perWindow;
    let full = 60_000;
    const { provider, state, starts } = server(clock, () => {
      if (clock.now() >= full) [left, full] = [perWindow, clock.now() + 60_000];
      const rate = { requestsLeft: Math.max(0, left - 1), requestsResetMs: full - clock.now() };
      if (left-- > 0) return { serve: 300, rate };
      return { refuse: 'rate', retryAfterMs: full - clock.now(), rate };
    });
    const { ms } = await runAll(clock, provider, limiterOf({ ceiling: 8 }), 200, 8);
    assert.equal(state.refused, 0);
    assert.equal(starts.length, 200);
    assert.ok(ms < 4 * 60_000 + 5_000, `${ms} ms`);
  });

  it('does not believe in a reset that is hours away, or never comes', async () => {
    const { provider } = server(clock, () => ({
      serve: 100,
      rate: { requestsLeft: 0, requestsResetMs: 8 * 3_600_000, tokensLeft: 0 },
    }));
    const { ms } = await runAll(clock, provider, limiterOf({ ceiling: 4 }), 100, 4);
    assert.equal(ms, 2500);
  });

  it('holds starts while all are refused, as long as the server asks', async () => {
    // A minute's limit without headers: 60, then refusals that say when the next minute begins.
    const { provider, state } = server(clock, () => {
      const minute = Math.floor(clock.now() / 60_000);
      if (minute !== counted.minute) [counted.minute, counted.n] = [minute, 0];
      const retryAfterMs = (minute + 1) * 60_000 - clock.now();
      return counted.n++ < 60 ? { serve: 200 } : { refuse: 'rate', retryAfterMs };
    });
    const counted = { minute: 0, n: 0 };
    const { failed, ms } = await runAll(clock, provider, limiterOf({ ceiling: 16 }), 300, 16);
    assert.equal(failed, 0);
    assert.ok(ms < 4.5 * 60_000, `${ms} ms`);
    assert.ok(state.refused < 5 * 16, `${state.refused} refused`);
  });

  it('finds the pace of a server that lets in fewer than one after the other, and fails none for it', async () => {
    for (const retryAfterMs of [undefined, 1500, 2000]) {
      clock = new FakeClock();
      const bucket = { left: 20, at: 0 };
      const { provider, state } = server(clock, () => {
        const now = clock.now();
        bucket.left = Math.min(20, bucket.left + (now - bucket.at) / 1500);
        bucket.at = now;
        if (bucket.left < 1) return { refuse: 'rate', retryAfterMs };
        bucket.left--;
        return { serve: 100 };
      });
      const { failed, ms } = await runAll(clock, provider, limiterOf({ ceiling: 16 }), 400, 16, 5);
      assert.equal(failed, 0, `${retryAfterMs}`);
      assert.ok(ms < 1.3 * 380 * 1500, `${ms} ms after ${retryAfterMs}`);
      assert.ok(state.refused < 0.4 * 400, `${state.refused} refused after ${retryAfterMs}`);
    }
  });

  it('does not keep to a slow pace where a limit by the minute comes back all at once', async () => {
    for (const latency of [200, 2000]) {
      clock = new FakeClock();
      const counted = { minute: 0, n: 0 };
      const { provider, state } = server(clock, () => {
        const minute = Math.floor(clock.now() / 60_000);
        if (minute !== counted.minute) [counted.minute, counted.n] = [minute, 0];
        return counted.n++ < 60 ? { serve: latency } : { refuse: 'rate' };
      });
      const { failed, ms } = await runAll(clock, provider, limiterOf({ ceiling: 8 }), 300, 8, 5);
      assert.equal(failed, 0);
      assert.ok(ms < 6 * 60_000, `${ms} ms`);
      assert.ok(state.refused < 120, `${state.refused} refused`);
    }
  });

  it('never starts more in any minute than the caps allow, and comes close to them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 2000 }),
        async (cap, ceiling, latency) => {
          clock = new FakeClock();
          const jobs = Math.min(200, cap * 3);
          const { provider, starts, state } = server(clock, () => ({ serve: latency }));
          const limiter = limiterOf({ ceiling, requestsPerMinute: cap });
          const { ms } = await runAll(clock, provider, limiter, jobs, ceiling);
          assert.ok(mostInAMinute(starts) <= cap);
          assert.ok(state.mostInFlight <= ceiling);
          const best = Math.max((jobs / cap) * 60_000, Math.ceil(jobs / ceiling) * latency);
          assert.ok(ms <= best * 1.1 + 2 * latency + 5_000, `${ms} ms, ${best} at best`);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('keeps within a cap on tokens, and learns what requests come to', async () => {
    const text = 'Some words of a prompt that is asked. '.repeat(20);
    const used: number[] = [];
    const starts: number[] = [];
    const provider: Provider = {
      id: 'counting',
      async complete() {
        starts.push(clock.now());
        used.push(300);
        await clock.sleep(400);
        return ok({ text: '', model: 'm', finish: 'stop', usage: { input: 200, output: 100 } });
      },
    };
    const limiter = limiterOf({ ceiling: 8, tokensPerMinute: 9_000 });
    const stacked = stack(provider, { limiter, clock, random: () => 0 });
    const jobs = Array.from({ length: 150 }, () => stacked.complete(requestOf(text), never));
    await clock.until(Promise.all(jobs));
    assert.ok(mostInAMinute(starts, used) <= 9_000);
    assert.ok(clock.now() < 5.5 * 60_000, `${clock.now()} ms`); // 30 a minute
  });

  it('passes a closed gate on to nobody, and takes back what was not sent', async () => {
    const steering = steeringOf();
    const { gate, traffic } = steering;
    const { provider, starts } = server(clock, () => ({ serve: 1000 }));
    const limiter = limiterOf({ ceiling: 2, requestsPerMinute: 60 });
    const stacked = stack(provider, { limiter, clock, random: () => 0, steering });
    const all = Array.from({ length: 6 }, (_, n) => stacked.complete(requestOf(`${n}`), never));
    await clock.advance(500);
    gate.close();
    await clock.advance(60_000);
    assert.deepEqual([starts.length, limiter.used, traffic.requests], [2, 0, 2]);
    gate.open();
    await clock.advance(500);
    assert.equal(starts.length, 6 - 2);
    gate.shut();
    const codes = (await clock.until(Promise.all(all))).map((one) => (one.ok ? 'ok' : one.error.code));
    assert.deepEqual(codes, ['ok', 'ok', 'ok', 'ok', 'cancelled', 'cancelled']);
  });
});

describe('a cap on a minute', () => {
  it('holds for any starts, amounts and corrections downwards', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1000 }),
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 400 }), fc.boolean()),
          {
            maxLength: 200,
          },
        ),
        (cap, wishes) => {
          const minute = new MinuteCap(cap);
          const times: number[] = [];
          const amounts: number[] = [];
          let now = 0;
          for (const [wait, amount, less] of wishes) {
            now += wait;
            now = Math.max(now, Math.ceil(minute.readyAt(now, amount)));
            assert.ok(minute.readyAt(now, amount) <= now, 'what is ready then is ready');
            const taken = minute.take(now, amount);
            times.push(now);
            amounts.push(taken.amount);
            if (less) {
              minute.correct(taken, Math.floor(amount / 2), now);
              amounts[amounts.length - 1] = taken.amount;
            }
          }
          assert.ok(mostInAMinute(times, amounts) <= cap);
        },
      ),
    );
  });

  it('is not held up for long by a clock that is set back', () => {
    const minute = new MinuteCap(2);
    minute.take(3_600_000, 1);
    minute.take(3_600_000, 1);
    assert.ok(minute.readyAt(1000, 1) <= 61_000);
  });
});
