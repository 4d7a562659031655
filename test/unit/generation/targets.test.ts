import assert from 'node:assert/strict';
import { RunControl } from '../../../src/core/generate.js';
import type { LaneSetup } from '../../../src/core/generate.js';
import { fail } from '../../../src/core/outcome.js';
import { Limiter, stack, steeringOf } from '../../../src/core/providers/index.js';
import type { Provider, ProviderErrorCode } from '../../../src/core/providers/provider.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import {
  completion,
  firstSentence,
  openMemory,
  planOf,
  run,
  scripted,
  sections,
  summaryOf,
} from '../../fixtures/generation.js';

const other = { provider: 'second', model: 'm-2', sampling: { temperature: 1 } };
const documents = () => [sections('a.md', 20)];

/** A server that takes its time, and fails as it is told. */
function laneOf(clock: FakeClock, latency: number, error: () => ProviderErrorCode | undefined) {
  const state = { calls: 0 };
  const provider: Provider = {
    id: 'scripted',
    async complete(request, signal) {
      state.calls++;
      await clock.sleep(latency, signal);
      if (signal.aborted) return fail({ code: 'cancelled', message: '' });
      const code = error();
      return code
        ? fail({ code, message: code })
        : completion(firstSentence(request), { model: request.model });
    },
  };
  const limiter = new Limiter({ ceiling: 2 }, clock, () => 0.5);
  const steering = steeringOf(limiter);
  const setup: LaneSetup = {
    provider: stack(provider, { limiter, clock, random: () => 0.5, steering }),
    concurrency: 2,
    steering,
  };
  return { setup, state };
}

describe('a run that asks several', () => {
  it('has a result of each chunk from each of them, recorded with its pairs', async () => {
    const dataset = await openMemory();
    const plan = await planOf(dataset, documents(), { others: [other] });
    assert.deepEqual([plan.counts.chunks, plan.counts.jobs, plan.wanted.length], [40, 40, 20]);
    const [first, second] = [scripted(), scripted()];
    const events = await run(plan, first.provider, {
      others: [{ provider: second.provider, concurrency: 2 }],
    });
    const { planned, done, pairs } = summaryOf(events);
    assert.deepEqual([planned, done, pairs], [40, 40, 40]);
    assert.deepEqual([first.asked.length, second.asked.length], [20, 20]);
    const all = await Promise.all(dataset.pairs().map(({ id }) => dataset.pair(id)));
    const by = (model: string) => all.filter((pair) => pair.model === model).length;
    assert.deepEqual([by('m'), by('m-2'), dataset.runs().length], [20, 20, 2]);
    const again = await planOf(dataset, documents(), { others: [other] });
    assert.deepEqual([again.counts.present, again.counts.jobs], [40, 0]);
  });

  it('adds what one of them lacks, whatever the others have done', async () => {
    const dataset = await openMemory();
    await run(await planOf(dataset, documents()), scripted().provider);
    const plan = await planOf(dataset, documents(), { others: [other] });
    assert.deepEqual([plan.counts.present, plan.counts.jobs, plan.counts.otherModel], [20, 20, 0]);
    assert.ok([...plan.jobs].every(({ target }) => target === 1));
    const unrelated = await planOf(dataset, documents(), { model: 'm-3', others: [other] });
    assert.deepEqual([unrelated.counts.otherModel, unrelated.counts.jobs], [40, 0]);
  });

  it('is not held up by a slow one, nor by a dead one: it pauses when only that is left', async () => {
    const clock = new FakeClock();
    let key: ProviderErrorCode | undefined = 'auth';
    const dead = laneOf(clock, 100, () => key);
    const slow = laneOf(clock, 5_000, () => undefined);
    const dataset = await openMemory();
    const control = new RunControl();
    const plan = await planOf(dataset, documents(), { others: [other] });
    const ended = run(plan, dead.setup.provider, {
      ...dead.setup,
      others: [slow.setup],
      clock,
      control,
      waits: true,
    });
    await clock.advance(20_000);
    assert.equal(control.state, 'running');
    assert.ok(dead.state.calls <= 4 && slow.state.calls >= 8);
    await clock.advance(60_000);
    assert.deepEqual([control.state, control.problem?.code], ['paused', 'auth']);
    assert.equal(dataset.results().length, 20);
    key = undefined;
    control.resume();
    const events = await clock.until(ended);
    const { how, done, failed, traffic } = summaryOf(events);
    assert.deepEqual([how, done, failed], ['all', 40, 0]);
    assert.equal(traffic?.requests, dead.state.calls + slow.state.calls);
    const told = events.filter((event) => event.type === 'problem').map(({ problem }) => problem.message);
    assert.deepEqual(told, ['scripted m: auth The others go on.']);
  });

  it('stops at the end where nobody waits, with what the dead one lacks not reached', async () => {
    const clock = new FakeClock();
    const dead = laneOf(clock, 100, () => 'quota');
    const fine = laneOf(clock, 300, () => undefined);
    const plan = await planOf(await openMemory(), documents(), { others: [other] });
    const events = await clock.until(
      run(plan, fine.setup.provider, { ...fine.setup, others: [dead.setup], clock }),
    );
    const { how, done, notReached, failed } = summaryOf(events);
    assert.deepEqual([how, done, notReached, failed], ['stopped', 20, 20, 0]);
  });

  it('says of each what it met where none goes on', async () => {
    const clock = new FakeClock();
    const keyless = laneOf(clock, 100, () => 'auth');
    const spent = laneOf(clock, 300, () => 'quota');
    const plan = await planOf(await openMemory(), documents(), { others: [other] });
    const events = await clock.until(
      run(plan, keyless.setup.provider, { ...keyless.setup, others: [spent.setup], clock }),
    );
    const told = events.filter((event) => event.type === 'problem').map(({ problem }) => problem.message);
    assert.deepEqual(told, [
      'scripted m: auth The others go on.',
      'scripted m: auth And second m-2: quota The run stops here; start it again to go on.',
    ]);
  });

  describe('at two servers the same model with the same settings', () => {
    const here = { server: 'http://here:1/v1' };
    const there = { provider: 'scripted', model: 'm', sampling: {}, server: 'http://there:1/v1' };
    const ask = async (dataset: Awaited<ReturnType<typeof openMemory>>, more: object) => {
      const planned = await planOf(dataset, documents(), more);
      const others = planned.request.others?.map(() => ({ provider: scripted().provider, concurrency: 2 }));
      await run(planned, scripted().provider, { others });
      const { jobs, present, otherModel, otherSettings } = planned.counts;
      return [jobs, present, otherModel + otherSettings];
    };

    it('has a result of each, in whatever order they are named, and says whose each is', async () => {
      const dataset = await openMemory();
      assert.deepEqual(await ask(dataset, { ...here, others: [there] }), [40, 0, 0]);
      assert.deepEqual(
        dataset.runs().map(({ server }) => server),
        ['http://here:1', 'http://there:1'],
      );
      assert.deepEqual(await ask(dataset, { ...here, others: [there] }), [0, 40, 0]);
      assert.deepEqual(await ask(dataset, { ...there, others: [{ ...there, ...here }] }), [0, 40, 0]);
    });

    it('knows what one of them has done alone, and asks the other for the rest', async () => {
      const dataset = await openMemory();
      assert.deepEqual(await ask(dataset, there), [20, 0, 0]);
      assert.deepEqual(await ask(dataset, { ...here, others: [there] }), [20, 20, 0]);
      assert.deepEqual(await ask(dataset, { ...there, others: [{ ...there, ...here }] }), [0, 40, 0]);
      const [first, second] = dataset.runs();
      const by = (id = '') => dataset.results().filter((result) => result.run === id).length;
      assert.deepEqual([by(first?.id), by(second?.id), second?.server], [20, 20, 'http://here:1']);
    });

    it('takes what was done before servers were recorded for the first one’s', async () => {
      const dataset = await openMemory();
      await ask(dataset, {});
      assert.equal(dataset.runs()[0]?.server, undefined);
      const others = [there];
      assert.deepEqual(await ask(dataset, { ...here, others }), [20, 20, 0]);
      assert.deepEqual(await ask(dataset, { ...here, others }), [0, 40, 0]);
      assert.deepEqual(await ask(dataset, { ...there, others: [{ ...there, ...here }] }), [0, 40, 0]);
    });

    it('knows the results of each when it is asked alone, also what failed there', async () => {
      const dataset = await openMemory();
      const planned = await planOf(dataset, documents(), { ...here, others: [there] });
      const refusing = scripted(() => fail({ code: 'refused', message: 'no' })).provider;
      await run(planned, scripted().provider, { others: [{ provider: refusing, concurrency: 2 }] });
      assert.equal((await planOf(dataset, documents(), here)).counts.present, 20);
      const again = await planOf(dataset, documents(), { ...there, retry: 'all' });
      assert.deepEqual([again.counts.retried, again.counts.jobs], [20, 20]);
      await run(again, scripted().provider);
      assert.deepEqual(await ask(dataset, { ...here, others: [there] }), [0, 40, 0]);
      assert.ok(dataset.results().every(({ outcome }) => outcome === 'done'));
    });

    it('is the same model as before once a server has moved', async () => {
      const dataset = await openMemory();
      await ask(dataset, here);
      assert.deepEqual(await ask(dataset, there), [0, 20, 0]);
    });
  });

  it('is refused without a provider for each', async () => {
    const plan = await planOf(await openMemory(), documents(), { others: [other] });
    await assert.rejects(run(plan, scripted().provider), /a provider for each/);
  });
});
