import assert from 'node:assert/strict';
import { Limiter, stack, withRetry } from '../../../src/core/providers/index.js';
import type { CompletionRequest, ProviderError } from '../../../src/core/providers/provider.js';
import { hang, scriptedProvider } from '../../fixtures/server/scripted-provider.js';
import { testClock } from './clock.js';

const request: CompletionRequest = { model: 'm', messages: [], sampling: {}, sample: 0 };
const never = new AbortController().signal;
const rate: ProviderError = { code: 'rate', message: 'Too many.' };
const tick = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('withRetry', () => {
  it('tries transient errors again, waiting longer each time and longest for a limit', async () => {
    const clock = testClock();
    const provider = scriptedProvider([
      rate,
      { ...rate, code: 'server' },
      { ...rate, code: 'network' },
      'fine',
    ]);
    const result = await withRetry(provider, { attempts: 5, clock, random: () => 1 }).complete(
      request,
      never,
    );
    assert.ok(result.ok && result.value.text === 'fine');
    assert.deepEqual(clock.slept, [2000, 1000, 2000]);
  });

  it('waits a random part of that, never over a minute', async () => {
    const clock = testClock();
    const options = { attempts: 20, clock, random: () => 0.5 };
    await withRetry(scriptedProvider([rate]), options).complete(request, never);
    assert.equal(clock.slept.length, 19);
    assert.equal(clock.slept[0], 1000);
    assert.equal(Math.max(...clock.slept), 30_000);
  });

  it('waits as long as the server asks, and gives the error back if that is over five minutes', async () => {
    const clock = testClock();
    const told = scriptedProvider([{ ...rate, retryAfterMs: 7000 }, 'fine']);
    assert.ok((await withRetry(told, { attempts: 3, clock, random: () => 0.5 }).complete(request, never)).ok);
    assert.deepEqual(clock.slept, [7875]);
    const long = scriptedProvider([{ ...rate, retryAfterMs: 301_000 }, 'fine']);
    const result = await withRetry(long, { attempts: 3, clock, random: () => 0 }).complete(request, never);
    assert.ok(!result.ok && result.error.retryAfterMs === 301_000);
    assert.equal(long.calls.length, 1);
  });

  it('does not use its tries up at once where the server asks for no wait at all', async () => {
    const clock = testClock();
    const options = { attempts: 5, clock, random: () => 1 };
    await withRetry(scriptedProvider([{ ...rate, retryAfterMs: 0 }]), options).complete(request, never);
    assert.deepEqual(clock.slept, [2000, 4000, 8000, 16_000]);
  });

  it('gives the last error back after the last try, and others at once', async () => {
    const clock = testClock();
    const busy = scriptedProvider([rate]);
    const options = { attempts: 3, clock, random: () => 0 };
    assert.deepEqual(await withRetry(busy, options).complete(request, never), { ok: false, error: rate });
    assert.equal(busy.calls.length, 3);
    for (const code of [
      'auth',
      'quota',
      'not-found',
      'context',
      'refused',
      'bad-request',
      'budget',
    ] as const) {
      const provider = scriptedProvider([{ code, message: '' }, 'fine']);
      assert.ok(!(await withRetry(provider, options).complete(request, never)).ok);
      assert.equal(provider.calls.length, 1, code);
    }
  });

  it('tries once more after a reply that is none, and twice after a timeout', async () => {
    const options = { attempts: 9, clock: testClock(), random: () => 0 };
    for (const [code, tries] of [
      ['bad-reply', 2],
      ['timeout', 3],
    ] as const) {
      const provider = scriptedProvider([{ code, message: '' }]);
      const result = await withRetry(provider, options).complete(request, never);
      assert.ok(!result.ok && result.error.code === code);
      assert.equal(provider.calls.length, tries, code);
    }
  });

  it('is cancelled in the middle of a wait', async () => {
    const abort = new AbortController();
    const provider = scriptedProvider([rate, 'fine']);
    const retried = withRetry(provider, { attempts: 3, clock: testClock(true), random: () => 1 });
    const answer = retried.complete(request, abort.signal);
    await tick();
    abort.abort();
    const result = await answer;
    assert.ok(!result.ok && result.error.code === 'cancelled');
    assert.equal(provider.calls.length, 1);
  });

  it('tells of each wait', async () => {
    const told: unknown[] = [];
    const provider = scriptedProvider([rate, 'fine']);
    const onRetry = (error: ProviderError, ms: number): void => void told.push([error.code, ms]);
    await withRetry(provider, { attempts: 3, clock: testClock(), random: () => 1, onRetry }).complete(
      request,
      never,
    );
    assert.deepEqual(told, [['rate', 2000]]);
  });
});

describe('stack', () => {
  it('warns of no leak with a hundred waiting for one signal', async () => {
    const warnings: Error[] = [];
    const onWarning = (warning: Error): void => void warnings.push(warning);
    process.on('warning', onWarning);
    const abort = new AbortController();
    const clock = testClock(true);
    const limiter = new Limiter({ ceiling: 50 }, clock, () => 0);
    const provider = stack(scriptedProvider([hang]), { limiter, clock, random: () => 0 });
    const all = Array.from({ length: 100 }, () => provider.complete(request, abort.signal));
    await tick();
    abort.abort();
    for (const result of await Promise.all(all)) assert.ok(!result.ok && result.error.code === 'cancelled');
    await tick();
    process.off('warning', onWarning);
    assert.deepEqual(warnings, []);
    assert.equal(limiter.used, 0);
  });

  it('holds no slot while it waits to try again', async () => {
    const clock = testClock(true);
    const provider = scriptedProvider((_, call) => (call === 0 ? { ...rate, retryAfterMs: 60_000 } : 'fine'));
    const limiter = new Limiter({ ceiling: 1 }, clock, () => 0);
    const stacked = stack(provider, { limiter, clock, random: () => 0 });
    const abort = new AbortController();
    const first = stacked.complete(request, abort.signal);
    await tick();
    const second = await stacked.complete(request, never);
    assert.ok(second.ok);
    abort.abort();
    assert.ok(!(await first).ok);
  });
});
