import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { questionTypes } from '../../../src/core/dataset/model.js';
import { generate, plan, type RunEvent } from '../../../src/core/generate.js';
import { Limiter, providerRow, stack } from '../../../src/core/providers/index.js';
import { qa } from '../../../src/core/recipes/index.js';
import { openDataset } from '../../../src/node/dataset.js';
import { httpFetch } from '../../../src/node/httpFetch.js';
import { nodeHash } from '../../../src/node/ports.js';
import { sections, summaryOf } from '../../fixtures/generation.js';
import { hurriedClock } from '../../fixtures/hurried-clock.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { faultPlans } from '../../fixtures/server/fault-plans.js';
import { faultNames, type FaultName, type FaultPlan } from '../../fixtures/server/faults.js';
import { tempFolder } from '../../fixtures/temp.js';

/** The real providers over real connections, with waits that are fifty times as short. */
const clock = hurriedClock(50);
const timeouts = { connectMs: 10_000, firstTokenMs: 50_000, idleMs: 50_000, wholeMs: 100_000 };
const concurrency = 4;

const wires = [
  { id: 'openai', path: '/v1' },
  { id: 'ollama', path: '' },
  { id: 'anthropic', path: '' },
  { id: 'gemini', path: '' },
] as const;

interface Setup {
  readonly wire: (typeof wires)[number];
  /** As the command line sends requests, if undefined. */
  readonly fetch?: typeof fetch;
  readonly key: string;
  readonly chunks: number;
}

/** A run against a server. Resolves with what it told, and every byte that it wrote. */
async function runAgainst(server: FakeServer, { wire, key, chunks, fetch = httpFetch }: Setup) {
  const file = join(tempFolder(), 'faults.pairs.jsonl');
  const opened = await openDataset(file);
  assert.ok(opened.ok);
  const row = providerRow(wire.id) ?? assert.fail(wire.id);
  const base = await row.create({ baseUrl: server.url + wire.path, key, fetch });
  const limiter = new Limiter({ ceiling: concurrency }, clock, Math.random);
  const provider = stack(base, { limiter, clock, random: Math.random, attempts: 2, timeouts });
  const planned = await plan({
    dataset: opened.value,
    documents: [sections('rules.md', chunks)],
    recipe: qa,
    settings: { pairsPerChunk: 2, questionTypes },
    provider: wire.id,
    model: 'tiny',
    sampling: {},
    chunking: { size: 200, overlap: 0, unit: 'characters' },
    hash: nodeHash,
    isGone: () => Promise.resolve(false),
  });
  const events: RunEvent[] = [];
  for await (const event of generate(planned, { provider, concurrency, clock, app: 'test' }))
    events.push(event);
  await opened.value.close();
  const written = readFileSync(file, 'utf8');
  const again = await openDataset(file);
  assert.ok(again.ok);
  const results = again.value.results();
  await again.value.close();
  return { events, results, written };
}

function deferred(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<never>((_, refuse) => (reject = refuse));
  return { promise, reject };
}

/** Resolves with what the work writes to the console; rejects where it does not end. */
async function loggedBy(work: () => Promise<void>): Promise<string> {
  let text = '';
  const { stdout, stderr } = process;
  const writes = [stdout.write, stderr.write] as const;
  const note = (data: string | Uint8Array): boolean => {
    text += Buffer.from(data).toString();
    return true;
  };
  stdout.write = note;
  stderr.write = note;
  // Else a run that does not end would take mocha's own words with it.
  const { promise: late, reject } = deferred();
  const timer = setTimeout(() => reject(new Error('a run did not end within 50 s')), 50_000);
  try {
    await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
    [stdout.write, stderr.write] = writes;
  }
  return text;
}

function checkAccounts(
  { events, results }: Awaited<ReturnType<typeof runAgainst>>,
  server: FakeServer,
  chunks: number,
): void {
  const { done, partial, empty, failed, notReached, planned } = summaryOf(events);
  assert.equal(planned, chunks);
  assert.equal(done + partial + empty + failed + notReached, chunks);
  assert.equal(results.length, chunks - notReached);
  assert.equal(new Set(results.map((result) => result.key)).size, results.length);
  assert.ok(server.stats().mostInFlight <= concurrency);
}

describe('a run over the wire', () => {
  const setups = {
    wire: fc.constantFrom(...wires),
    fetch: fc.constantFrom(httpFetch, fetch),
    key: fc.stringMatching(/^[A-Za-z0-9]{4}\.[A-Za-z0-9]{20}$/),
    chunks: fc.integer({ min: 1, max: 16 }),
  };

  it('accounts for every chunk, and writes no key and nothing to the console, whatever the server does', async () => {
    const property = async (setup: Setup, faults: FaultPlan): Promise<void> => {
      const server = await startFakeServer({ key: setup.key, faults, latency: { medianMs: 3, sigma: 0.8 } });
      try {
        const run = await runAgainst(server, setup);
        checkAccounts(run, server, setup.chunks);
        for (const text of [run.written, JSON.stringify(run.events)]) assert.ok(!text.includes(setup.key));
      } finally {
        await server.close();
      }
    };
    const runs = fc.asyncProperty(fc.record(setups), faultPlans(), property);
    // Smaller plans are not looked for: each has its 20 s, and nothing is to be seen of it.
    const parameters = { numRuns: 25, timeout: 20_000, endOnFailure: true };
    assert.equal(await loggedBy(() => fc.assert(runs, parameters)), '');
  }).timeout(60_000);

  for (const wire of wires) {
    it(`stops where all else would fail alike, and writes no key that comes back (${wire.id})`, async () => {
      const key = 'own.Key-5f2c9d1e8b7a6';
      for (const name of ['bad-key', 'no-credit', 'no-model'] as const) {
        const faults: FaultPlan = { shares: { [name]: 1 }, seed: 1, mostPerPrompt: 9 };
        const server = await startFakeServer({ faults, latency: { medianMs: 3, sigma: 0 } });
        const run = await runAgainst(server, { wire, key, chunks: 40 });
        await server.close();
        checkAccounts(run, server, 40);
        const { requests } = server.stats();
        assert.ok(requests <= 2 * concurrency, `${requests} requests: ${name}`);
        assert.ok(summaryOf(run.events).notReached > 0);
        for (const text of [run.written, JSON.stringify(run.events)]) assert.ok(!text.includes(key));
      }
    });

    it(`says of each fault what it was (${wire.id})`, async () => {
      const meet = async (name: FaultName): Promise<void> => {
        const faults: FaultPlan = { shares: { [name]: 1 }, seed: 1, mostPerPrompt: Infinity };
        const server = await startFakeServer({ faults });
        const run = await runAgainst(server, { wire, key: 'own.Key-5f2c9d1e8b7a6', chunks: 1 });
        await server.close();
        checkAccounts(run, server, 1);
        const [event] = run.events.filter((each) => each.type === 'result');
        const { outcome, failure } = event?.result ?? assert.fail(`${name}: no result`);
        const met = `${name}: ${outcome}${failure ? ` ${failure.code}` : ''}`;
        assert.match(met, new RegExp(`: (${expected[name] ?? 'failed (network|timeout)'})$`));
        if (failure) assert.match(failure.message, /^(http|[A-Z]).*[.…"]$/);
      };
      const logged = await loggedBy(async () => void (await Promise.all(single.map(meet))));
      assert.equal(logged, '');
    }).timeout(60_000);
  }
});

/** Not those that stop a run, nor the reply without an end. */
const single = faultNames.filter((name) => !['bad-key', 'no-credit', 'no-model', 'endless'].includes(name));

const expected: Partial<Record<FaultName, string>> = {
  rate: 'failed rate',
  'rate-after': 'failed rate',
  'rate-date': 'failed rate',
  'rate-ms': 'failed rate',
  'rate-own': 'failed rate',
  server: 'failed server',
  'bad-gateway': 'failed server',
  unavailable: 'failed server',
  overloaded: 'failed server',
  'too-long': 'failed context',
  garbled: 'failed (bad-reply|network)',
  'stream-error': 'failed server',
  'content-type': 'failed bad-reply',
  empty: 'failed (bad-reply|network)',
  drip: 'done',
  truncated: '(done|partial|failed cut)',
  stump: '(done|partial|failed (cut|bad-reply))',
  broken: 'done',
  refusal: 'failed refused',
  declined: 'failed refused',
  huge: 'failed cut',
};
