/** A run against a server with faults, as a process of its own: `child.ts URL CHUNKS CONCURRENCY`. */
import { join } from 'node:path';
import { documentFromText } from '../../../src/core/documents/index.js';
import { generate, plan, type InputDocument } from '../../../src/core/generate.js';
import { ok } from '../../../src/core/outcome.js';
import { openDataset } from '../../../src/node/dataset.js';
import { keepHeapSmall } from '../../../src/node/heap.js';
import { nodeClock } from '../../../src/node/ports.js';
import { tempFolder } from '../../fixtures/temp.js';
import { preparedFor } from '../generate/prepared.js';
import type { RunReport } from './report.js';
import { sections } from './sections.js';

keepHeapSmall(); // as the command line does

const perDocument = 100;
const [url = '', ...numbers] = process.argv.slice(2);
const [chunks = 0, concurrency = 0] = numbers.map(Number);

/** Made when it is read, as a file is. */
const documents = Array.from({ length: Math.ceil(chunks / perDocument) }, (_, place): InputDocument => {
  const path = `manual-${place}.md`;
  const first = place * perDocument;
  const count = Math.min(perDocument, chunks - first);
  return {
    path,
    read: () => Promise.resolve(ok(documentFromText(sections(first, count), path))),
  };
});

const prepared = await preparedFor(url, concurrency, { firstTokenTimeout: 8, idleTimeout: 3, timeout: 12 });
const file = join(tempFolder(), 'bench.pairs.jsonl');
const opened = await openDataset(file);
if (!opened.ok) throw new Error(opened.error.message);
const dataset = opened.value;
const planned = await plan({
  ...prepared.request,
  dataset,
  documents,
  isGone: () => Promise.resolve(false),
});

let heapMb = 0;
/** What is held. Asked but once, near the end: collecting garbage earlier would hide what the peak would have been. */
const weigh = async (): Promise<void> => {
  // In a turn of its own, where nothing of this one is at hand any more.
  await globalThis.gc?.({ type: 'major', execution: 'async' });
  const { heapUsed, external } = process.memoryUsage();
  heapMb = (heapUsed + external) / 2 ** 20;
};
const report = { ended: 0, partialUnsaid: 0, failedUnsaid: 0 };
const problems: string[] = [];
let summary: RunReport['summary'] | undefined;
const started = performance.now();
let makespan = 0;
for await (const event of generate(planned, { ...prepared, clock: nodeClock, app: 'bench' })) {
  if (event.type === 'problem') problems.push(event.problem.message);
  if (event.type === 'end') {
    makespan = performance.now() - started;
    summary = event.summary;
  }
  if (event.type !== 'result') continue;
  const { outcome, reason, failure } = event.result;
  report.ended++;
  if (outcome === 'partial' && reason === undefined) report.partialUnsaid++;
  if (outcome === 'failed' && (failure === undefined || failure.message === '')) report.failedUnsaid++;
  if (report.ended === chunks - 2 * concurrency) await weigh();
}
if (summary === undefined) throw new Error('the run has no end');
const peakMb = process.resourceUsage().maxRSS / 1024; // before the file is read again, which is not the run's
await dataset.close();
const again = await openDataset(file);
if (!again.ok) throw new Error(again.error.message);
const results = again.value.results();
const { userCPUTime, systemCPUTime } = process.resourceUsage();
const whole: RunReport = {
  ...report,
  summary,
  problems,
  recorded: results.length,
  recordedKeys: new Set(results.map((result) => result.key)).size,
  makespan,
  cpuMs: (userCPUTime + systemCPUTime) / 1000,
  peakMb,
  heapMb,
};
await again.value.close();
console.log(JSON.stringify(whole));
