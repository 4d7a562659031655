/**
 * What a plan and the dataset of its run hold of each chunk, in bytes of heap once garbage is collected: after planning,
 * after the run, and after opening the file again and planning the rest. CHUNKS=500000 says it for so many.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { documentFromText } from '../../src/core/documents/index.js';
import type { Draft } from '../../src/core/dataset/lines.js';
import { plan, type InputDocument } from '../../src/core/generate.js';
import { documentLine } from '../../src/core/generation/documents.js';
import { ok } from '../../src/core/outcome.js';
import { qa } from '../../src/core/recipes/index.js';
import { openDataset } from '../../src/node/dataset.js';
import { keepHeapSmall } from '../../src/node/heap.js';
import { nodeHash } from '../../src/node/ports.js';
import { tempFolder } from '../fixtures/temp.js';
import { sections } from './faults/sections.js';
import { report } from './report.js';

keepHeapSmall(); // as the command line does

const chunks = Number(process.env.CHUNKS ?? 20_000);
const perDocument = 100;

const documents = Array.from({ length: chunks / perDocument }, (_, place): InputDocument => {
  const path = `manual-${place}.md`;
  return {
    path,
    read: () => Promise.resolve(ok(documentFromText(sections(place * perDocument, perDocument), path))),
  };
});

const asked = {
  documents,
  recipe: qa,
  settings: { pairsPerChunk: 3, questionTypes: ['factual'] as const },
  provider: 'openai',
  model: 'm',
  sampling: {},
  chunking: { size: 1400, overlap: 0, unit: 'characters' as const },
  hash: nodeHash,
  isGone: () => Promise.resolve(false),
};

/** Bytes of heap. Garbage is collected in turns of their own, where nothing of the last call is at hand any more. */
const heap = async (): Promise<number> => {
  for (let round = 0; round < 3; round++) {
    await sleep(20);
    await globalThis.gc?.({ type: 'major', execution: 'async' });
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const peakMb = (): number => process.resourceUsage().maxRSS / 1024;

/** Plans, and records a result for every job as a run does. */
async function run(path: string) {
  const before = await heap();
  const opened = await openDataset(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const dataset = opened.value;
  const planned = await plan({ ...asked, dataset });
  const planPeak = peakMb();
  const afterPlan = await heap();
  const [run] = await appended([
    {
      type: 'run',
      recipe: 'qa',
      recipeVersion: 1,
      settings: {},
      chunking: {},
      provider: 'openai',
      model: 'm',
      sampling: {},
      app: 'bench',
    },
  ]);
  await appended(planned.documents.map(documentLine));
  let lines: Draft[] = [];
  for (const { chunk, document, key } of planned.jobs) {
    const text = 'A chunk of some length. '.repeat(40);
    const pair = (n: number) => ({
      prompt: [{ role: 'user' as const, content: `What does ${chunk.id} say of ${n}?` }],
      completion: 'It says a good many things. '.repeat(4),
      sources: [{ chunk: chunk.id, spans: [{ start: 0, end: 23, quote: 'A chunk of some length.' }] }],
      checks: { grounding: { verdict: 'supported' as const, score: 1, reasons: [], unsupported: [] } },
    });
    lines.push(
      { type: 'chunk' as const, chunk: chunk.id, document: document.id, text, heading: chunk.heading },
      {
        type: 'result' as const,
        key,
        run: run?.id ?? '',
        recipe: 'qa',
        inputs: [chunk.id],
        outcome: 'done' as const,
        pairs: [pair(0), pair(1), pair(2)],
        model: 'm-2026',
        usage: { input: 500, output: 200 },
        cost: 0.00012,
        ms: 812,
      },
    );
    if (lines.length < 200) continue;
    await appended(lines);
    lines = [];
  }
  await appended(lines);
  const afterRun = await heap();
  await dataset.close();
  return {
    plan: afterPlan - before,
    run: afterRun - before,
    planPeak,
    peak: peakMb(),
    jobs: planned.jobs.length,
  };

  async function appended(drafts: Parameters<typeof dataset.append>[0]) {
    const lines = await dataset.append(drafts);
    if (!lines.ok) throw new Error(lines.error.message);
    return lines.value;
  }
}

/** Opens the file of a run that is done, and plans what is left of it. */
async function resume(path: string) {
  const before = await heap();
  const opened = await openDataset(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const load = (await heap()) - before;
  const planned = await plan({ ...asked, dataset: opened.value });
  const both = (await heap()) - before;
  await opened.value.close();
  return { load, both, present: planned.counts.present, peak: peakMb() };
}

const [mode, file = ''] = process.argv.slice(2);
if (mode === 'run') console.log(JSON.stringify(await run(file)));
else if (mode === 'resume') console.log(JSON.stringify(await resume(file)));
else {
  const path = join(tempFolder(), 'held.pairs.jsonl');
  const child = (how: string): Record<string, number> => {
    const self = fileURLToPath(import.meta.url);
    const { stdout, stderr } = spawnSync(
      process.execPath,
      ['--expose-gc', '--import', 'tsx', self, how, path],
      {
        encoding: 'utf8',
      },
    );
    if (stdout === '') throw new Error(stderr);
    console.log(stdout.trim());
    return JSON.parse(stdout) as Record<string, number>;
  };
  const ran = child('run');
  const resumed = child('resume');
  report('held', 'bytes a chunk of a plan', (ran['plan'] ?? NaN) / chunks, { most: 350 });
  report('held', 'bytes a chunk of a run at its end', (ran['run'] ?? NaN) / chunks, { most: 800 });
  report('held', 'bytes a chunk of an open dataset and a plan', (resumed['both'] ?? NaN) / chunks, {
    most: 800,
  });
}
