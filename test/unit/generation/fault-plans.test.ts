import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { questionTypes } from '../../../src/core/dataset/model.js';
import { generate, plan, type RunEvent } from '../../../src/core/generate.js';
import { Limiter, stack } from '../../../src/core/providers/index.js';
import { qa } from '../../../src/core/recipes/index.js';
import { nodeHash } from '../../../src/node/ports.js';
import { FakeClock } from '../../fixtures/fake-clock.js';
import { documentOf, openMemory, summaryOf } from '../../fixtures/generation.js';
import { memoryJournal } from '../../fixtures/memory-journal.js';
import { listSchedule } from '../../fixtures/server/latency.js';
import { seededRandom } from '../../fixtures/seeded-random.js';
import { simulatedServer, type SimulatedServer } from '../../fixtures/server/simulated.js';
import type { FaultName, FaultPlan } from '../../fixtures/server/faults.js';
import { faultPlans } from '../../fixtures/server/fault-plans.js';

interface Setup {
  readonly chunks: number;
  readonly concurrency: number;
  readonly perMinute?: number | undefined;
  readonly medianMs: number;
  readonly plan: FaultPlan;
}

const textOf = (chunks: number): string =>
  Array.from({ length: chunks }, (_, n) => `# Part ${n}\n\n${sentence(n, 'a')} ${sentence(n, 'b')}`).join(
    '\n\n',
  );
const sentence = (n: number, name: string): string =>
  `Rule ${n}${name} asks each officer of the harbour for ${n + 2} forms within ${n + 3} days.`;

/** A run in virtual time against a simulated server with these faults. */
async function runAgainst(setup: Setup) {
  const { chunks, concurrency, perMinute, medianMs, plan: faults } = setup;
  const clock = new FakeClock();
  const server = simulatedServer(clock, { medianMs, sigma: 0.8, seed: faults.seed }, faults);
  const random = seededRandom(faults.seed);
  const limiter = new Limiter({ ceiling: concurrency, requestsPerMinute: perMinute }, clock, random);
  const provider = stack(server.provider, { limiter, clock, random });
  const journal = memoryJournal();
  const planned = await plan({
    dataset: await openMemory(journal),
    documents: [documentOf('harbour.md', textOf(chunks))],
    recipe: qa,
    settings: { pairsPerChunk: 2, questionTypes },
    provider: 'simulated',
    model: 'm',
    sampling: {},
    chunking: { size: 250, overlap: 0, unit: 'characters' },
    hash: nodeHash,
    isGone: () => Promise.resolve(false),
  });
  assert.equal(planned.counts.jobs, chunks);
  const events: RunEvent[] = [];
  const began = clock.now();
  const run = async (): Promise<void> => {
    for await (const event of generate(planned, { provider, concurrency, clock, app: 'test' }))
      events.push(event);
  };
  await clock.until(run());
  const results = journal.lines.filter((line) => line.type === 'result');
  return { events, summary: summaryOf(events), results, server, makespan: clock.now() - began };
}

/** The most requests that came within any minute. */
function mostInMinute({ arrivals }: SimulatedServer): number {
  let most = 0;
  for (let first = 0, last = 0; last < arrivals.length; last++) {
    // Times are fractions, and sums of them are rounded.
    while (arrivals[last]! - arrivals[first]! >= 60_000 - 1e-6) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

describe('a run against a server with faults', () => {
  it('accounts for every chunk, records nothing twice and keeps to its caps, whatever goes wrong', async () => {
    const setups = fc.record({
      chunks: fc.integer({ min: 1, max: 40 }),
      concurrency: fc.integer({ min: 1, max: 12 }),
      perMinute: fc.option(fc.integer({ min: 1, max: 200 }), { nil: undefined }),
      medianMs: fc.integer({ min: 1, max: 3000 }),
      plan: faultPlans(),
    });
    await fc.assert(
      fc.asyncProperty(setups, async (setup) => {
        const { events, summary, results, server } = await runAgainst(setup);
        const { done, partial, empty, failed, notReached, planned, how } = summary;
        assert.equal(done + partial + empty + failed + notReached, setup.chunks);
        assert.equal(planned, setup.chunks);
        assert.equal(results.length, setup.chunks - notReached);
        assert.equal(new Set(results.map((result) => result.key)).size, results.length, 'recorded twice');
        const told = events.flatMap((event) => (event.type === 'result' ? [event.result.id] : []));
        assert.deepEqual(told.sort(), results.map((result) => result.id).sort());
        if (notReached > 0) assert.ok(how === 'stopped' && events.some((event) => event.type === 'problem'));
        for (const { outcome, reason, failure } of results) {
          assert.ok(outcome !== 'partial' || reason, 'partial without a reason');
          assert.ok(outcome !== 'failed' || failure?.message, 'failed without a reason');
        }
        assert.ok(server.mostInFlight <= setup.concurrency, `${server.mostInFlight} at once`);
        const most = mostInMinute(server);
        assert.ok(most <= (setup.perMinute ?? Infinity), `${most} in a minute`);
      }),
      { numRuns: 60 },
    );
  }).timeout(60_000);

  it('is as fast as its requests let it be', async () => {
    const third = 0.1 / 3;
    const faults: Partial<Record<FaultName, number>> = {
      broken: third,
      truncated: third,
      refusal: third,
      server: 0.025,
      'rate-after': 0.025,
    };
    const [chunks, concurrency] = [600, 16];
    const run = await runAgainst({
      chunks,
      concurrency,
      medianMs: 400,
      plan: { shares: faults, seed: 1 },
    });
    const { done, partial, failures } = run.summary;
    const { latencies } = run.server;
    assert.equal(done + partial + (failures['refused'] ?? 0), chunks);
    assert.ok(latencies.length <= 1.2 * chunks, `${latencies.length} requests`);
    const efficiency = listSchedule(latencies, concurrency) / run.makespan;
    assert.ok(efficiency >= 0.95, String(efficiency));
  }).timeout(30_000);
});
