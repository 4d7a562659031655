/** One contestant of the benchmark, as a process of its own: `child.ts pairsmith|semaphore URL`. */
import { join } from 'node:path';
import { rechunk } from '../../../src/core/chunks/index.js';
import { generate, plan } from '../../../src/core/generate.js';
import { openDataset } from '../../../src/node/dataset.js';
import { keepHeapSmall } from '../../../src/node/heap.js';
import { nodeClock, nodeHash } from '../../../src/node/ports.js';
import { documentOf } from '../../fixtures/generation.js';
import { tempFolder } from '../../fixtures/temp.js';
import { words } from '../report.js';
import { preparedFor } from './prepared.js';
import { chunks, concurrency } from './task.js';
import type { Measured } from './task.js';

const parts = Array.from(
  { length: chunks },
  (_, n) => `# Part ${n}\n\n${Array.from({ length: 8 }, (__, i) => words(n * 8 + i, 17)).join(' ')}`,
);
const text = parts.join('\n\n');

/** Pairsmith, from the plan to the journal. */
async function runPairsmith(url: string): Promise<number> {
  keepHeapSmall(); // as the command line does
  const opened = await openDataset(join(tempFolder(), 'bench.pairs.jsonl'));
  if (!opened.ok) throw new Error(opened.error.message);
  const { provider, request } = await preparedFor(url, concurrency);
  const documents = [documentOf('bench.md', text)];
  const planned = await plan({
    ...request,
    dataset: opened.value,
    documents,
    isGone: () => Promise.resolve(false),
  });
  const started = performance.now();
  for await (const event of generate(planned, { provider, concurrency, clock: nodeClock, app: 'bench' })) {
    if (event.type === 'end' && event.summary.done !== chunks) throw new Error(JSON.stringify(event));
  }
  return performance.now() - started;
}

/** The least that anybody could do: ask, read the JSON, ask the next. */
async function runSemaphore(url: string): Promise<number> {
  const { default: OpenAI } = await import('openai');
  const { request } = await preparedFor(url, concurrency);
  const { chunking, recipe, settings } = request;
  const naming = { document: 'bench.md', hash: nodeHash };
  const asked = rechunk(text, 'markdown', chunking, [], naming).map(({ id, start, end, heading }) =>
    recipe.request({ chunk: id, text: text.slice(start, end), heading }, settings),
  );
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 0 });
  const started = performance.now();
  let next = 0;
  const worker = async () => {
    for (let mine = asked[next++]; mine !== undefined; mine = asked[next++]) {
      const { messages, schema } = mine;
      const reply = await client.chat.completions.create({
        model: 'fake',
        messages: messages.map(
          ({ role, content }) => ({ role, content }) as { role: 'user'; content: string },
        ),
        response_format: {
          type: 'json_schema',
          json_schema: { name: schema.name, strict: true, schema: { ...schema.schema } },
        },
      });
      JSON.parse(reply.choices[0]?.message.content ?? '');
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return performance.now() - started;
}

const [mode, url = ''] = process.argv.slice(2);
const makespan = await (mode === 'pairsmith' ? runPairsmith(url) : runSemaphore(url));
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const measured: Measured = { makespan, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 };
console.log(JSON.stringify(measured));
