import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { RunControl } from '../../../src/core/generate.js';
import type { GenerateOptions, RunEvent } from '../../../src/core/generate.js';
import { fail, ok } from '../../../src/core/outcome.js';
import type { Outcome } from '../../../src/core/outcome.js';
import { Limiter, stack, steeringOf } from '../../../src/core/providers/index.js';
import type {
  Completion,
  CompletionRequest,
  Provider,
  ProviderErrorCode,
} from '../../../src/core/providers/provider.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import {
  completion,
  firstSentence,
  openMemory,
  planOf,
  run,
  sections,
  summaryOf,
} from '../../fixtures/generation.js';

const typesOf = (events: readonly RunEvent[], ...types: RunEvent['type'][]) =>
  events.filter((event) => types.includes(event.type));

/** A run on a clock of its own, with a provider that takes its time, stacked as in earnest. */
async function underway(
  chunks: number,
  answer: (
    request: CompletionRequest,
    call: number,
  ) => Outcome<Completion, { code: ProviderErrorCode; message: string }>,
  more: Partial<GenerateOptions> & { readonly latency?: number } = {},
) {
  const clock = new FakeClock();
  const state = { calls: 0, inFlight: 0, mostInFlight: 0 };
  const provider: Provider = {
    id: 'scripted',
    async complete(request) {
      const call = state.calls++;
      state.mostInFlight = Math.max(state.mostInFlight, ++state.inFlight);
      await clock.sleep(more.latency ?? 100);
      state.inFlight--;
      return answer(request, call);
    },
  };
  const concurrency = more.concurrency ?? 4;
  const limiter = new Limiter({ ceiling: concurrency }, clock, () => 0.5);
  const steering = steeringOf(limiter);
  const stacked = stack(provider, { limiter, clock, random: () => 0.5, steering });
  const dataset = await openMemory();
  const control = new RunControl();
  const planned = await planOf(dataset, [sections('a.md', chunks)]);
  const ended = run(planned, stacked, { clock, steering, control, waits: true, ...more, concurrency });
  return { clock, state, dataset, control, ended };
}

const fine = (request: CompletionRequest) => completion(firstSentence(request));

describe('a run that pauses', () => {
  it('does so at the first refused key, with nothing recorded, and asks the same chunks again when resumed', async () => {
    let key = 'wrong';
    const { clock, state, dataset, control, ended } = await underway(50, (request) =>
      key === 'right' ? fine(request) : fail({ code: 'auth', message: 'The key was refused.' }),
    );
    await clock.advance(60_000);
    assert.deepEqual([control.state, control.problem?.code], ['paused', 'auth']);
    assert.ok(state.calls <= 8, 'what was in flight, and what came in its place');
    assert.equal(dataset.results().length, 0);
    key = 'right';
    control.resume();
    const events = await clock.until(ended);
    const { how, done, failed, notReached, traffic } = summaryOf(events);
    assert.deepEqual([how, done, failed, notReached], ['all', 50, 0, 0]);
    assert.equal(traffic?.requests, state.calls);
    const [paused, resumed, ...others] = typesOf(events, 'paused', 'resumed', 'problem');
    assert.ok(paused?.type === 'paused' && paused.notReached === 50);
    assert.deepEqual([resumed?.type, others], ['resumed', []]);
    assert.equal(control.state, 'ended');
  });

  it('does so for a server that is down also where kept replies come in between', async () => {
    const seen = new Map<string, number>();
    let isDown = true;
    const { clock, state, dataset, control, ended } = await underway(200, (request) => {
      const kept = fine(request);
      const text = request.messages.map(({ content }) => content).join();
      seen.set(text, seen.get(text) ?? seen.size);
      if ((seen.get(text) ?? 0) % 2 === 0 && kept.ok) return ok({ ...kept.value, cached: true });
      return isDown ? fail({ code: 'server', message: 'It failed.' }) : kept;
    });
    await clock.advance(600_000);
    assert.deepEqual([control.state, control.problem?.code], ['paused', 'server']);
    assert.ok(state.calls < 150, `${state.calls} calls`);
    assert.ok(dataset.results().every(({ outcome }) => outcome === 'done'));
    isDown = false;
    control.resume();
    const { how, done, failed } = summaryOf(await clock.until(ended));
    assert.deepEqual([how, done, failed], ['all', 200, 0]);
  });

  it('does so at its end where more are asked at once than there are chunks, and records none of them', async () => {
    const down = { code: 'network' as ProviderErrorCode | undefined };
    const { clock, dataset, control, ended } = await underway(
      30,
      (request) => (down.code ? fail({ code: down.code, message: 'Nothing answers.' }) : fine(request)),
      { concurrency: 1000 },
    );
    await clock.advance(300_000);
    assert.deepEqual([control.state, control.problem?.code], ['paused', 'network']);
    assert.equal(dataset.results().length, 0);
    down.code = undefined;
    control.resume();
    const { how, done, failed } = summaryOf(await clock.until(ended));
    assert.deepEqual([how, done, failed], ['all', 30, 0]);
  });

  it('does not at its end where the chunks may be at fault, nor for a few', async () => {
    for (const [chunks, code] of [
      [30, 'server'],
      [9, 'network'],
    ] as const) {
      const { clock, ended } = await underway(chunks, () => fail({ code, message: 'No.' }), {
        concurrency: 1000,
      });
      const { how, failed } = summaryOf(await clock.until(ended));
      assert.deepEqual([how, failed], ['all', chunks]);
    }
  });

  it('does so when a server is down, and not for chunks that fail by themselves', async () => {
    const down = { now: true };
    const { clock, state, dataset, control, ended } = await underway(200, (request) =>
      down.now ? fail({ code: 'network', message: 'Nothing answers.' }) : fine(request),
    );
    await clock.advance(600_000);
    assert.equal(control.state, 'paused');
    assert.ok(state.calls <= 20 * 5, `${state.calls} requests`);
    assert.equal(dataset.results().length, 0);
    down.now = false;
    control.resume();
    const { done, failed } = summaryOf(await clock.until(ended));
    assert.deepEqual([done, failed], [200, 0]);

    const odd = await underway(200, (request) =>
      /Rule \d*[37] /.test(firstSentence(request)) ? fail({ code: 'server', message: '500' }) : fine(request),
    );
    const events = await odd.clock.until(odd.ended);
    const summary = summaryOf(events);
    assert.deepEqual([summary.done, summary.failed, typesOf(events, 'paused').length], [160, 40, 0]);
    assert.equal(summary.traffic?.retries.server, 40 * 4);
  });

  it('pauses for a wait that is longer than anybody waits, and stops where a budget is spent', async () => {
    const tomorrow = { code: 'rate', message: 'Come back tomorrow.', retryAfterMs: 8 * 3_600_000 } as const;
    const { clock, state, control } = await underway(50, () => fail(tomorrow));
    await clock.advance(10_000);
    assert.deepEqual([control.state, control.problem?.code], ['paused', 'rate']);
    const before = state.calls;
    assert.ok(before <= 8);
    control.resume();
    await clock.advance(10_000);
    assert.ok(control.state === 'paused' && state.calls > before && state.calls <= 16);

    const spent = await underway(50, () => fail({ code: 'budget', message: 'Spent.' }));
    const events = await spent.clock.until(spent.ended);
    const { how, failed, notReached } = summaryOf(events);
    assert.deepEqual([how, failed, notReached], ['stopped', 0, 50]);
    assert.equal(typesOf(events, 'problem').length, 1);
  });

  it('ends when it is cancelled in a pause', async () => {
    const cancel = new AbortController();
    const { clock, control, ended } = await underway(
      50,
      () => fail({ code: 'quota', message: 'No credit.' }),
      { signal: cancel.signal },
    );
    await clock.advance(5_000);
    assert.equal(control.state, 'paused');
    cancel.abort();
    const { how, notReached, failed } = summaryOf(await clock.until(ended));
    assert.deepEqual([how, notReached, failed], ['cancelled', 50, 0]);
  });

  it('is paused, resumed and given another concurrency by whoever holds its control', async () => {
    const { clock, state, control, ended } = await underway(100, fine);
    const states: string[] = [];
    control.onChange(() => states.push(`${control.state} ${control.concurrency ?? ''}`.trim()));
    await clock.advance(450);
    control.pause();
    await clock.advance(10_000);
    const before = state.calls;
    assert.ok(before <= 20 && state.inFlight === 0, `${before} requests`);
    control.setConcurrency(10);
    await clock.advance(10_000);
    assert.equal(state.calls, before);
    control.resume();
    await clock.advance(250);
    assert.equal(state.inFlight, 10);
    control.setConcurrency(1);
    await clock.advance(1_000);
    assert.equal(state.inFlight, 1);
    const { done, how } = summaryOf(await clock.until(ended));
    assert.deepEqual([done, how], [100, 'all']);
    assert.deepEqual(states, ['paused', 'paused 10', 'running 10', 'running 1', 'ended 1']);
  });

  it('stops instead where nobody waits for it, with what is in flight done and nothing recorded as failed', async () => {
    const { clock, state, ended } = await underway(
      50,
      (request, call) => (call < 8 ? fine(request) : fail({ code: 'quota', message: 'No credit.' })),
      { waits: false },
    );
    const events = await clock.until(ended);
    const { how, done, failed, notReached } = summaryOf(events);
    assert.deepEqual([how, done, failed, notReached], ['stopped', 8, 0, 42]);
    assert.ok(state.calls <= 16, `${state.calls} requests`);
    const [problem, ...others] = typesOf(events, 'problem');
    assert.ok(problem?.type === 'problem' && /No credit\. The run stops here/.test(problem.problem.message));
    assert.deepEqual(others, []);
  });

  it('accounts for every chunk under any faults, asks nothing twice that was answered, and keeps its bounds', async () => {
    const faults = [
      'ok',
      'ok',
      'ok',
      'server',
      'rate',
      'network',
      'refused',
      'bad-reply',
      'auth',
      'hang',
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...faults), { minLength: 1, maxLength: 60 }),
        fc.record({
          chunks: fc.integer({ min: 1, max: 60 }),
          concurrency: fc.integer({ min: 1, max: 8 }),
          cap: fc.option(fc.integer({ min: 5, max: 100 }), { nil: undefined }),
          cancelAt: fc.option(fc.integer({ min: 0, max: 60_000 }), { nil: undefined }),
          resumes: fc.integer({ min: 0, max: 4 }),
          latencies: fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 9 }),
        }),
        async (plan, { chunks, concurrency, cap, cancelAt, resumes, latencies }) => {
          const clock = new FakeClock();
          const starts: number[] = [];
          const answered = new Map<string, number>();
          let inFlight = 0;
          let mostInFlight = 0;
          const provider: Provider = {
            id: 'scripted',
            async complete(request, signal) {
              const call = starts.push(clock.now()) - 1;
              const fault = plan[call % plan.length]!;
              mostInFlight = Math.max(mostInFlight, ++inFlight);
              await clock.sleep(fault === 'hang' ? 1e9 : latencies[call % latencies.length]!, signal);
              inFlight--;
              if (signal.aborted) return fail({ code: 'cancelled', message: '' });
              if (fault !== 'ok' && fault !== 'hang')
                return fail({
                  code: fault,
                  message: fault,
                  ...(fault === 'rate' ? { retryAfterMs: 1000 } : {}),
                });
              const text = firstSentence(request);
              answered.set(text, (answered.get(text) ?? 0) + 1);
              return completion(text);
            },
          };
          const limiter = new Limiter({ ceiling: concurrency, requestsPerMinute: cap }, clock, () => 0.5);
          const steering = steeringOf(limiter);
          const stacked = stack(provider, { limiter, clock, random: () => 0.5, attempts: 3, steering });
          const dataset = await openMemory();
          const control = new RunControl();
          const cancel = new AbortController();
          let left = resumes;
          control.onChange(() => {
            if (control.state !== 'paused') return;
            clock.after(1000, () => (left-- > 0 ? control.resume() : cancel.abort()));
          });
          if (cancelAt !== undefined) clock.after(cancelAt, () => cancel.abort());
          const planned = await planOf(dataset, [sections('a.md', chunks)]);
          const options = { clock, steering, control, concurrency, waits: true, signal: cancel.signal };
          const events = await clock.until(run(planned, stacked, options));
          const { planned: wanted, done, partial, empty, failed, notReached, traffic } = summaryOf(events);
          assert.equal(wanted, chunks);
          assert.equal(done + partial + empty + failed + notReached, wanted);
          assert.equal(dataset.results().length, wanted - notReached);
          assert.equal(new Set(dataset.results().map((one) => one.inputs[0])).size, wanted - notReached);
          assert.ok([...answered.values()].every((times) => times === 1));
          assert.equal(dataset.pairs().length, done);
          assert.ok(mostInFlight <= concurrency);
          assert.equal(traffic?.requests, starts.length);
          assert.equal(limiter.used, 0);
          if (cap !== undefined)
            starts.forEach((at, i) => assert.ok((starts[i + cap] ?? Infinity) >= at + 60_000));
          if (notReached > 0) assert.ok(cancel.signal.aborted);
        },
      ),
      { numRuns: 80 },
    );
  });
});
