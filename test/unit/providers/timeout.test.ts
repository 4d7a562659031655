import assert from 'node:assert/strict';
import { ok } from '../../../src/core/outcome.js';
import { Limiter, stack, withTimeouts } from '../../../src/core/providers/index.js';
import type { Timeouts } from '../../../src/core/providers/index.js';
import { onAbort } from '../../../src/core/providers/abort.js';
import type { CompletionRequest, Provider, ReplyWatch } from '../../../src/core/providers/provider.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import { hang, scriptedProvider } from '../../fixtures/server/scripted-provider.js';

const request: CompletionRequest = { model: 'm', messages: [], sampling: {}, sample: 0 };
const never = new AbortController().signal;
const timeouts: Timeouts = { connectMs: 30_000, firstTokenMs: 120_000, idleMs: 20_000, wholeMs: 300_000 };

type Step = readonly [atMs: number, what: 'started' | 'piece' | 'end'];

/** A server that does this at these times, and the same for each request; without an end it hangs. */
function streaming(clock: FakeClock, ...replies: (readonly Step[])[]) {
  let call = 0;
  const provider: Provider = {
    id: 'streaming',
    complete: (_, signal, watch) =>
      new Promise((resolve) => {
        const steps = replies[Math.min(call++, replies.length - 1)] ?? [];
        const cancelled = { code: 'cancelled', message: 'Cancelled.' } as const;
        onAbort(signal, () => resolve({ ok: false, error: cancelled }));
        for (const [at, what] of steps) {
          clock.after(at, () => {
            if (what === 'end') resolve(ok({ text: 'fine', model: 'm', finish: 'stop' }));
            else watch?.[what]();
          });
        }
      }),
  };
  return { provider, calls: () => call };
}

/** How an attempt ends, and when. */
async function outcome(clock: FakeClock, provider: Provider) {
  const began = clock.now();
  const result = await clock.until(provider.complete(request, never));
  return { at: clock.now() - began, said: result.ok ? result.value.text : result.error.message };
}

const pieces = (from: number, to: number, every: number): Step[] =>
  Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, i) => [from + i * every, 'piece']);

describe('withTimeouts', () => {
  let clock: FakeClock;
  beforeEach(() => (clock = new FakeClock()));

  it('holds a provider that tells nothing of its replies to the whole alone', async () => {
    const provider = withTimeouts(scriptedProvider([hang]), timeouts, clock);
    const { at, said } = await outcome(clock, provider);
    assert.equal(at, 300_000);
    assert.match(said, /whole reply within 300 s/);
  });

  it('cuts a stream that stops in the middle after the idle time, to the millisecond', async () => {
    const { provider } = streaming(clock, [[50, 'started'], ...pieces(100, 70_100, 5_000)]);
    const { at, said } = await outcome(clock, withTimeouts(provider, timeouts, clock));
    assert.equal(at, 90_100);
    assert.match(said, /stopped in the middle: nothing more came for 20 s/);
  });

  it('lets a slow stream go on as long as pieces come, up to the whole', async () => {
    const slow = streaming(clock, [...pieces(1_000, 250_000, 19_000), [255_000, 'end']]);
    assert.equal((await outcome(clock, withTimeouts(slow.provider, timeouts, clock))).said, 'fine');
    const endless = streaming(clock, pieces(1_000, 900_000, 10_000));
    const { at, said } = await outcome(clock, withTimeouts(endless.provider, timeouts, clock));
    assert.equal(at, 300_000);
    assert.match(said, /whole reply/);
  });

  it('waits for the first word as long as a model may take to load or to think', async () => {
    const { provider } = streaming(clock, [
      [10, 'started'],
      [110_000, 'piece'],
      [111_000, 'end'],
    ]);
    assert.equal((await outcome(clock, withTimeouts(provider, timeouts, clock))).said, 'fine');
    const silent = streaming(clock, [[10, 'started']]);
    const { at, said } = await outcome(clock, withTimeouts(silent.provider, timeouts, clock));
    assert.equal(at, 120_000);
    assert.match(said, /No word of a reply within 120 s/);
  });

  it('holds to the time to connect only a server that is known to take requests at once', async () => {
    const quick: Step[] = [
      [200, 'started'],
      [2_000, 'piece'],
      [2_100, 'end'],
    ];
    const first = withTimeouts(streaming(clock, quick, []).provider, timeouts, clock);
    assert.equal((await outcome(clock, first)).said, 'fine');
    const cut = await outcome(clock, first);
    assert.equal(cut.at, 30_000);
    assert.match(cut.said, /did not take the request within 30 s/);
    // One that sends its headers along with the first word may be loading a model.
    const together: Step[] = [
      [2_000, 'started'],
      [2_001, 'piece'],
      [2_100, 'end'],
    ];
    const loads: Step[] = [
      [100_000, 'started'],
      [100_001, 'piece'],
      [101_000, 'end'],
    ];
    const second = withTimeouts(streaming(clock, together, loads, []).provider, timeouts, clock);
    for (let i = 0; i < 2; i++) assert.equal((await outcome(clock, second)).said, 'fine');
    assert.equal((await outcome(clock, second)).at, 120_000);
  });

  it('does not count the wait for leave to ask in another form, and gives the next request its whole time', async () => {
    const twice: Provider = {
      id: 'twice',
      async complete(_, signal, watch) {
        watch?.started();
        assert.ok((await watch?.again?.())?.ok);
        await clock.sleep(250_000, signal);
        return signal.aborted
          ? { ok: false, error: { code: 'cancelled', message: 'Cancelled.' } }
          : ok({ text: 'fine', model: 'm', finish: 'stop' });
      },
    };
    const again = async () => {
      await clock.sleep(200_000);
      return ok(undefined);
    };
    const provider = withTimeouts(twice, timeouts, clock);
    const result = await clock.until(
      provider.complete(request, never, { started: () => {}, piece: () => {}, again }),
    );
    assert.ok(result.ok, result.ok ? '' : result.error.message);
    assert.equal(clock.now(), 450_000);
  });

  it('passes a cancel on as a cancel, and what is told of the reply as it comes', async () => {
    const told: string[] = [];
    const watch: ReplyWatch = { started: () => told.push('started'), piece: () => told.push('piece') };
    const { provider } = streaming(clock, [
      [1, 'started'],
      [2, 'piece'],
      [3, 'end'],
    ]);
    const timed = withTimeouts(provider, timeouts, clock);
    assert.ok((await clock.until(timed.complete(request, never, watch))).ok);
    assert.deepEqual(told, ['started', 'piece']);
    const abort = new AbortController();
    const stopped = timed.complete(request, abort.signal);
    abort.abort();
    const result = await stopped;
    assert.ok(!result.ok && result.error.code === 'cancelled');
  });

  it('is tried again by the stack: a stream that hangs is cut, and the next one serves', async () => {
    const { provider, calls } = streaming(clock, pieces(10, 50, 10), [
      [10, 'piece'],
      [20, 'end'],
    ]);
    const limiter = new Limiter({ ceiling: 1 }, clock, () => 0.5);
    const stacked = stack(provider, { limiter, clock, random: () => 0.5, timeouts });
    const { at, said } = await outcome(clock, stacked);
    assert.equal(said, 'fine');
    assert.equal(calls(), 2);
    assert.ok(at < 21_000, `${at} ms`);
  });
});
