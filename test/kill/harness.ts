import assert from 'node:assert/strict';
import { join, resolve } from 'node:path';
import type { Dataset } from '../../src/core/dataset/dataset.js';
import { openDataset } from '../../src/node/dataset.js';
import { cli, cliFile } from '../fixtures/cli.js';
import { startFakeServer } from '../fixtures/server/fake-server.js';
import type { FakeServer } from '../fixtures/server/fake-server.js';
import { sourceOf } from '../fixtures/server/prompt.js';
import { tempFolder } from '../fixtures/temp.js';

const concurrency = 8;

export interface KillReport {
  readonly kills: number;
  readonly runs: number;
  /** Chunks that were asked again, as they were in flight at a kill. */
  readonly askedAgain: number;
}

/**
 * Runs the command line against a fake server, kills it with SIGKILL at random points, starts it again until it is
 * through, then begins anew, until it was killed `kills` times. After each run: no result is lost, nothing was asked
 * again but what was in flight, no pair is doubled, and the pairs are those of an undisturbed run.
 */
export async function killRuns(
  kills: number,
  seed: number,
  tell: (line: string) => void,
): Promise<KillReport> {
  const random = mulberry(seed);
  const server = await startFakeServer({ latency: { medianMs: 15, sigma: 0.8, seed: 1 }, record: true });
  try {
    const startup = await startupTime();
    const undisturbed = join(tempFolder(), 'undisturbed.pairs.jsonl');
    const started = Date.now();
    assert.equal((await generate(server, undisturbed)).code, 0);
    const length = Date.now() - started;
    const expected = await pairsIn(undisturbed);
    assert.ok(expected.length > 100, `only ${expected.length} pairs`);
    tell(
      `an undisturbed run takes ${length} ms, ${startup} ms of it to start, and makes ${expected.length} pairs`,
    );
    let [killed, runs, askedAgain] = [0, 0, 0];
    while (killed < kills) {
      const file = join(tempFolder(), `run-${runs++}.pairs.jsonl`);
      const asked: string[] = [];
      for (let through = false; !through;) {
        const done = await textsDone(file);
        const before = server.requests().length;
        const after = startup * 0.8 + random() * (length - startup * 0.8);
        const { code } = killed < kills ? await generate(server, file, after) : await generate(server, file);
        const now = server
          .requests()
          .slice(before)
          .map((request) => sourceOf(request.body));
        const again = now.filter((text) => done.has(text));
        assert.deepEqual(again, [], 'chunks with a result were asked again');
        asked.push(...now);
        through = code === 0;
        if (code === null) killed++;
        else assert.equal(code, 0);
      }
      const repeated = asked.length - new Set(asked).size;
      askedAgain += repeated;
      assert.deepEqual(await pairsIn(file), expected, 'the pairs differ from those of an undisturbed run');
      tell(
        `run ${runs}: ${killed} of ${kills} kills so far, ${repeated} chunks asked again that were in flight`,
      );
    }
    assert.ok(askedAgain <= kills * concurrency, `${askedAgain} chunks asked again after ${kills} kills`);
    return { kills: killed, runs, askedAgain };
  } finally {
    await server.close();
  }
}

function generate(server: FakeServer, file: string, killAfter?: number) {
  const words = ['generate', 'samples', '--dataset', file, '--provider', 'openai', '--model', 'fake'];
  return cli([...words, '--base-url', `${server.url}/v1`, '--concurrency', String(concurrency)], {
    folder: resolve('.'),
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

async function textsDone(file: string): Promise<Set<string>> {
  const dataset = await open(file);
  const texts = dataset.results().map((result) => dataset.chunkText(result.inputs[0] ?? ''));
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

/** A small seeded generator: mulberry32, by Tommy Ettinger (public domain). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
