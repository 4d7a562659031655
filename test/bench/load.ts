/**
 * Loading 100,000 results and planning their resume, against plain read + JSON.parse of the same file; and the peak
 * memory of it, against the file's size. Each measurement is a process of its own.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatLine } from '../../src/core/dataset/parse.js';
import type { Line } from '../../src/core/dataset/lines.js';
import { createIds } from '../../src/core/dataset/ulid.js';
import { plan } from '../../src/core/generate.js';
import { documentLine } from '../../src/core/generation/documents.js';
import { qa } from '../../src/core/recipes/index.js';
import { openDataset } from '../../src/node/dataset.js';
import { nodeHash } from '../../src/node/ports.js';
import { documentOf, openMemory } from '../fixtures/generation.js';
import { tempFolder } from '../fixtures/temp.js';
import { report, words } from './report.js';

const documents = 1_000;
const chunksEach = 100;

/** A document of sections that make a chunk of about 1,000 characters each. */
function text(document: number): string {
  const parts = Array.from({ length: chunksEach }, (_, n) => {
    const seed = document * chunksEach + n;
    return `# Part ${n}\n\n${Array.from({ length: 9 }, (_, i) => words(seed * 9 + i, 17)).join(' ')}`;
  });
  return parts.join('\n\n');
}

let last = { document: -1, text: '' };
function textOf(document: number): string {
  if (last.document !== document) last = { document, text: text(document) };
  return last.text;
}

const inputs = () => Array.from({ length: documents }, (_, i) => documentOf(`docs/${i}.md`, text(i)));

const request = {
  recipe: qa,
  settings: { pairsPerChunk: 3, questionTypes: ['factual'] as const },
  provider: 'openai',
  model: 'm',
  sampling: {},
  chunking: { size: 1600, overlap: 0, unit: 'characters' as const },
  hash: nodeHash,
  isGone: () => Promise.resolve(false),
};

/** Writes the dataset that a run over the documents would leave. */
async function write(path: string): Promise<number> {
  const planned = await plan({ ...request, dataset: await openMemory(), documents: inputs() });
  const out = createWriteStream(path);
  const ids = createIds(Date, Math.random);
  const base = () => ({ id: ids.next(), by: 'bench' });
  const add = async (line: Line) => {
    if (!out.write(formatLine(line))) await once(out, 'drain');
  };
  const run = base();
  await add({ type: 'dataset', ...base(), version: 1, generation: 1, name: 'bench' });
  const { recipe, ...how } = request;
  await add({ type: 'run', ...run, recipe: recipe.id, recipeVersion: 1, app: 'bench', ...how, settings: {} });
  for (const document of planned.documents) await add({ ...documentLine(document), ...base() });
  for (const [n, { chunk, document, key }] of [...planned.jobs].entries()) {
    const source = textOf(Number(/\d+/.exec(document.input.path)?.[0])).slice(chunk.start, chunk.end);
    const pair = (i: number) => {
      const quote = source.slice(20 + i * 100, 140 + i * 100);
      return {
        prompt: [{ role: 'user' as const, content: `What does ${words(n + i, 9)} say?` }],
        completion: words(n * 3 + i, 30),
        questionType: 'factual' as const,
        sources: [{ chunk: chunk.id, spans: [{ start: 20 + i * 100, end: 140 + i * 100, quote }] }],
        checks: { grounding: { verdict: 'supported' as const, score: 0.97, reasons: [], unsupported: [] } },
      };
    };
    const { id, heading } = chunk;
    await add({ type: 'chunk', ...base(), chunk: id, document: document.id, text: source, heading });
    await add({
      type: 'result',
      ...base(),
      key,
      run: run.id,
      recipe: 'qa',
      inputs: [id],
      outcome: 'done',
      pairs: [pair(0), pair(1), pair(2)],
      model: 'm-2026',
      usage: { input: 500, output: 200 },
      ms: 812,
    });
  }
  await new Promise((done) => out.end(done));
  return planned.jobs.length;
}

const peakMb = () => process.resourceUsage().maxRSS / 1024;

async function measurePlain(path: string) {
  const started = performance.now();
  const lines = (await readFile(path)).toString('utf8').split('\n');
  const values: unknown[] = [];
  for (const line of lines) if (line !== '') values.push(JSON.parse(line));
  return { ms: performance.now() - started, mb: peakMb(), count: values.length };
}

async function measureResume(path: string) {
  const documentsNow = inputs();
  for (const { read } of documentsNow) await read(); // as plain reading has no documents to read, they are warm
  const before = peakMb();
  const started = performance.now();
  const opened = await openDataset(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const loaded = performance.now() - started;
  const planned = await plan({ ...request, dataset: opened.value, documents: documentsNow });
  const { present, jobs } = planned.counts;
  return { ms: performance.now() - started, loaded, mb: peakMb(), before, present, jobs };
}

const [mode, path] = process.argv.slice(2);
if (mode === 'plain') console.log(JSON.stringify(await measurePlain(path as string)));
else if (mode === 'resume') console.log(JSON.stringify(await measureResume(path as string)));
else {
  const file = join(tempFolder(), 'big.pairs.jsonl');
  const results = await write(file);
  const megabytes = (await stat(file)).size / 2 ** 20;
  console.log(`${results} results in ${megabytes.toFixed(0)} MB`);
  const child = (how: string) => {
    const self = fileURLToPath(import.meta.url);
    const { stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', self, how, file], {
      encoding: 'utf8',
    });
    if (stdout === '') throw new Error(stderr);
    return JSON.parse(stdout) as Record<string, number> & { ms: number; mb: number };
  };
  const rounds = [1, 2].map(() => ({ plain: child('plain'), resume: child('resume') }));
  for (const round of rounds) console.log(JSON.stringify(round));
  const best = (how: 'plain' | 'resume') => Math.min(...rounds.map((round) => round[how].ms));
  const memory = Math.min(...rounds.map(({ resume }) => resume.mb - (resume.before ?? 0)));
  report('load', 'loading and planning over plain read + JSON.parse', best('resume') / best('plain'), {
    most: 1.5,
  });
  report('load', 'memory over the size of the file', memory / megabytes, { most: 3 });
}
