import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { openDataset } from '../../src/node/dataset.js';
import { cli, cliFile } from '../fixtures/cli.js';
import { seededRandom } from '../fixtures/seeded-random.js';
import { startFakeServer } from '../fixtures/server/fake-server.js';
import type { FakeServer } from '../fixtures/server/fake-server.js';
import type { FaultPlan } from '../fixtures/server/faults.js';
import { sourceOf } from '../fixtures/server/prompt.js';
import { tempFolder } from '../fixtures/temp.js';

export interface KillPlan {
  readonly kills: number;
  /** Of the points where they fall. */
  readonly seed: number;
  /** The documents. */
  readonly folder: string;
  readonly concurrency: number;
  /** Of the server. */
  readonly medianMs: number;
  readonly faults?: FaultPlan;
  /** So many kills fall into one run; undefined: anywhere in a run's whole length. */
  readonly perRun?: number;
  readonly tell: (line: string) => void;
}

export interface KillReport {
  readonly kills: number;
  readonly runs: number;
  /** Requests for chunks that were asked before, as they were in flight at a kill or met a fault. */
  readonly askedAgain: number;
}

/**
 * Runs the command line against a fake server, kills it with SIGKILL at random points, starts it again until it is
 * through, then begins anew, until it was killed `kills` times. After each run: no result is lost, nothing that was done
 * was asked again, no pair is doubled, and the pairs are those of an undisturbed run with the same faults.
 */
export async function killRuns(plan: KillPlan): Promise<KillReport> {
  const { kills, perRun, tell } = plan;
  const random = seededRandom(plan.seed);
  const startup = await startupTime();
  const started = Date.now();
  const undisturbed = join(tempFolder(), 'undisturbed.pairs.jsonl');
  const first = await against(plan, (server) => generate(server, plan, undisturbed));
  const length = Date.now() - started;
  const expected = await pairsIn(undisturbed);
  assert.ok(first.code === 0 || plan.faults, first.stderr);
  assert.ok(expected.length > 100, `only ${expected.length} pairs`);
  tell(
    `an undisturbed run takes ${length} ms, ${startup} ms of it to start, and makes ${expected.length} pairs`,
  );
  const window = perRun === undefined ? length : startup + (2 * (length - startup)) / perRun;
  const count = { kills: 0, runs: 0, askedAgain: 0 };
  const runThrough = async (server: FakeServer, file: string): Promise<void> => {
    const asked: string[] = [];
    for (let through = false; !through;) {
      const done = await textsDone(file);
      const before = server.requests().length;
      const after = startup * 0.8 + random() * (window - startup * 0.8);
      const { code, stderr } = await generate(server, plan, file, count.kills < kills ? after : undefined);
      const now = server
        .requests()
        .slice(before)
        .map((request) => sourceOf(request.body));
      const again = now.filter((text) => done.has(text));
      assert.deepEqual(again, [], 'chunks with a result were asked again');
      asked.push(...now);
      through = code !== null;
      if (code === null) count.kills++;
      // 0 as well: what fails may have failed before the last kill, and is not asked again.
      else assert.ok(code === 0 || code === first.code, stderr);
    }
    const repeated = asked.length - new Set(asked).size;
    count.askedAgain += repeated;
    assert.deepEqual(await pairsIn(file), expected, 'the pairs differ from those of an undisturbed run');
    tell(
      `run ${count.runs}: ${count.kills} of ${kills} kills so far, ${repeated} requests for chunks asked before`,
    );
  };
  while (count.kills < kills) {
    const file = join(tempFolder(), `run-${count.runs++}.pairs.jsonl`);
    await against(plan, (server) => runThrough(server, file));
  }
  if (plan.faults === undefined) {
    // In flight, or answered and not yet on the disk.
    assert.ok(
      count.askedAgain <= kills * 2 * plan.concurrency,
      `${count.askedAgain} asked again after ${kills} kills`,
    );
  }
  return count;
}

/** Works with a server that has not been asked anything yet, so that each run meets the same faults. */
async function against<T>(
  { medianMs, faults }: KillPlan,
  work: (server: FakeServer) => Promise<T>,
): Promise<T> {
  const server = await startFakeServer({
    latency: { medianMs, sigma: 0.8, seed: 1 },
    record: true,
    // What a model says does not depend on how often a run was killed.
    ...(faults && { faults: { ...faults, mostPerPrompt: 1, steady: true } }),
  });
  try {
    return await work(server);
  } finally {
    await server.close();
  }
}

function generate(server: FakeServer, plan: KillPlan, file: string, killAfter?: number) {
  const words = ['generate', '.', '--dataset', file, '--provider', 'openai', '--model', 'fake'];
  return cli([...words, '--base-url', `${server.url}/v1`, '--concurrency', String(plan.concurrency)], {
    folder: plan.folder,
    onStart: (child) => {
      if (killAfter === undefined) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), killAfter);
      child.on('exit', () => clearTimeout(timer));
    },
  });
}

/** How long the program takes before it does anything, in milliseconds. */
async function startupTime(): Promise<number> {
  await cliFile();
  const started = Date.now();
  await cli(['--version']);
  return Date.now() - started;
}

async function open(file: string): Promise<Dataset> {
  const opened = await openDataset(file);
  assert.ok(opened.ok, JSON.stringify(opened));
  return opened.value;
}

/** The texts that a run has no more to ask of. What was cut, or failed for the moment, is asked once more. */
async function textsDone(file: string): Promise<Set<string>> {
  const dataset = await open(file);
  const finished = dataset
    .results()
    .filter(({ outcome, failureCode }) => outcome === 'done' || failureCode === 'refused');
  const texts = finished.map((result) => dataset.chunkText(result.inputs[0] ?? ''));
  const done = new Set(await Promise.all(texts));
  await dataset.close();
  return done;
}

/** Every pair with its evidence, in the order of the documents, without ids. */
async function pairsIn(file: string) {
  const dataset = await open(file);
  const pairs = [];
  for (const { id } of dataset.pairs()) {
    const { prompt, completion, sources, grounding, questionType, status } = await dataset.pair(id);
    const spans = sources.map((source) => source.spans);
    pairs.push({
      question: prompt.at(-1)?.content,
      completion,
      spans,
      verdict: grounding?.verdict,
      questionType,
      status,
    });
  }
  await dataset.close();
  return pairs;
}
