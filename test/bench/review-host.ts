/**
 * What stands behind the review page, at 10,000 and at 100,000 pairs: opening, filtering, rows, searching, deciding, and
 * looking again which pairs are stale while a document is typed in. The bounds are for 10,000.
 */
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';
import { formatLine } from '../../src/core/dataset/parse.js';
import type { Line } from '../../src/core/dataset/lines.js';
import { createIds } from '../../src/core/dataset/ulid.js';
import { documentFromText } from '../../src/core/documents/index.js';
import { ok } from '../../src/core/outcome.js';
import { LiveDataset } from '../../src/extension/review/model/live.js';
import { ReviewModel } from '../../src/extension/review/model/review-model.js';
import { ReviewSession } from '../../src/extension/review/model/session.js';
import { openDataset } from '../../src/node/dataset.js';
import { nodeHash } from '../../src/node/ports.js';
import { noFilter } from '../../src/protocol.js';
import type { Asked } from '../../src/extension/review/model/session.js';
import type { Filter, ToPage } from '../../src/protocol.js';
import { tempFolder } from '../fixtures/temp.js';
import { report, words } from './report.js';

const pairsEach = 3;
const chunksEach = 100;
const chunkLength = 1_000;

/** A document of chunks that each have sentences of their own. */
function chunkText(document: number, chunk: number): string {
  const seed = (document * chunksEach + chunk) * 9;
  const body = Array.from({ length: 9 }, (_, i) => words(seed + i, 17)).join(' ');
  return `# Part ${chunk}\n\n${body}`.slice(0, chunkLength);
}

const textOf = (document: number): string =>
  Array.from({ length: chunksEach }, (_, chunk) => chunkText(document, chunk)).join('\n\n');

/** Writes a dataset as a run leaves it. Gives its documents' texts by path. */
async function write(path: string, pairs: number): Promise<Map<string, string>> {
  const out = createWriteStream(path);
  const ids = createIds(Date, Math.random);
  const texts = new Map<string, string>();
  const base = () => ({ id: ids.next(), by: 'bench' });
  const add = async (line: Line) => {
    if (!out.write(formatLine(line))) await once(out, 'drain');
  };
  await add({ type: 'dataset', ...base(), version: 1, generation: 1, name: 'bench' });
  const run = base();
  const chunking = { size: chunkLength, overlap: 0, unit: 'characters' };
  const how = {
    recipe: 'qa',
    recipeVersion: 1,
    settings: {},
    chunking,
    provider: 'p',
    model: 'm',
    sampling: {},
  };
  await add({ type: 'run', ...run, ...how, app: 'bench' });
  for (let d = 0; d * chunksEach * pairsEach < pairs; d++) {
    const document = `01K${String(d).padStart(23, '0')}`;
    const name = `docs/${String(d).padStart(5, '0')}.md`;
    const text = textOf(d);
    texts.set(name, text);
    let start = 0;
    const chunks = Array.from({ length: chunksEach }, (_, c) => {
      const own = chunkText(d, c);
      const placed = { id: `${document}:${nodeHash(own)}:0`, start, end: start + own.length, text: own, c };
      start = placed.end + 2;
      return placed;
    });
    await add({
      type: 'document',
      ...base(),
      document,
      path: name,
      mediaType: 'text/markdown',
      hash: nodeHash(text),
      chunking: 'c',
      chunks: chunks.map((chunk) => [chunk.id, chunk.start, chunk.end, chunk.c]),
      headings: chunks.map((chunk) => [`Part ${chunk.c}`]),
    });
    for (const chunk of chunks) {
      const { id, c } = chunk;
      await add({ type: 'chunk', ...base(), chunk: id, document, text: chunk.text, heading: [`Part ${c}`] });
      const pair = (i: number) => {
        const from = 20 + i * 150;
        const quote = chunk.text.slice(from, from + 120);
        return {
          prompt: [{ role: 'user' as const, content: `What of ${words(d * 301 + c * 3 + i, 9)}?` }],
          completion: words(d * 307 + c * 3 + i, 30),
          questionType: 'factual' as const,
          sources: [{ chunk: id, spans: [{ start: from, end: from + 120, quote }] }],
          checks: {
            grounding: { verdict: 'supported' as const, score: 0.97, reasons: [], unsupported: [] },
          },
        };
      };
      const result = { key: `${d}.${c}`, run: run.id, recipe: 'qa', inputs: [id], outcome: 'done' as const };
      await add({ type: 'result', ...base(), ...result, pairs: [pair(0), pair(1), pair(2)] });
    }
  }
  await new Promise((done) => out.end(done));
  return texts;
}

const timed = async (job: () => unknown): Promise<number> => {
  const started = performance.now();
  await job();
  return performance.now() - started;
};

/** The middle one of several rounds. */
async function middle(rounds: number, job: (round: number) => unknown): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < rounds; round++) all.push(await timed(() => job(round)));
  return all.sort((a, b) => a - b)[rounds >> 1] as number;
}

/** The longest that nothing else had a turn, in milliseconds, while `job` ran. */
async function longestBlock(job: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let before = performance.now();
  let going = true;
  const tick = () => {
    const now = performance.now();
    longest = Math.max(longest, now - before);
    before = now;
    if (going) setImmediate(tick);
  };
  setImmediate(tick);
  await job();
  going = false;
  return longest;
}

async function measure(pairs: number) {
  const path = join(tempFolder(), 'bench.pairs.jsonl');
  const texts = await write(path, pairs);
  const opened = await openDataset(path);
  if (!opened.ok) throw new Error(opened.error.message);
  const live = new LiveDataset(opened.value);
  let model!: ReviewModel;
  const read = (name: string) => Promise.resolve(ok(documentFromText(texts.get(name) ?? '', name)));
  const index = await timed(() => (model = new ReviewModel(live, read, nodeHash)));
  const sent: ToPage[] = [];
  const session = new ReviewSession(model, {
    follows: false,
    post: (message) => void sent.push(message),
    init: () => ({
      name: '',
      path: '',
      place: 'editor',
      trusted: true,
      texts: {},
      keys: {},
      options: { advance: true, autoReveal: true },
    }),
    show: () => undefined,
    command: () => undefined,
    retry: () => Promise.resolve(ok(undefined)),
    warn: () => undefined,
    log: (message) => console.log(message),
  });
  const receive = (message: Asked) => session.receive(message);
  const view = () => sent.findLast((message) => message.type === 'view');
  const ready = await timed(() => receive({ type: 'ready' }));
  const checkAll = await timed(() => model.checkStale());

  const rows = (from: number) => receive({ type: 'rows', view: view()?.view ?? 0, from, to: from + 50 });
  const rowsCold = await middle(15, (round) => rows(round * 211));
  const rowsWarm = await middle(15, (round) => rows(round * 211));
  const filters: Filter[] = [
    { ...noFilter, status: ['new'] },
    { ...noFilter, verdict: ['supported'], documents: ['docs/00001.md'] },
    { ...noFilter, only: 'stale' },
    noFilter,
  ];
  const filter = await middle(12, (round) => receive({ type: 'filter', filter: filters[round % 4]! }));
  let searchFirst = 0;
  const block = await longestBlock(async () => {
    searchFirst = await timed(() => receive({ type: 'filter', filter: { ...noFilter, text: 'harbour 29' } }));
  });
  const search = await middle(5, () =>
    receive({ type: 'filter', filter: { ...noFilter, text: 'harbour 29' } }),
  );
  await receive({ type: 'filter', filter: noFilter });

  const ids = model.entries.order().slice(0, 400);
  const decide = await middle(40, (round) =>
    receive({ type: 'edit', request: round, pair: ids[round * 10]!, set: { status: 'accepted' } }),
  );
  const select = await middle(40, (round) => receive({ type: 'select', id: ids[round * 7 + 1]! }));
  const many = await timed(() =>
    receive({ type: 'editShown', request: 0, view: view()?.view ?? 0, status: 'rejected' }),
  );
  const undo = await timed(() => receive({ type: 'undo', request: 0 }));

  const name = 'docs/00000.md';
  const text = texts.get(name) ?? '';
  await model.checkStale([name]);
  const typing = await middle(9, async (round) => {
    texts.set(name, `${text.slice(0, 400)}${'typed '.repeat(round + 1)}${text.slice(400)}`);
    await model.checkStale([name]);
  });
  const typingBlock = await longestBlock(async () => {
    texts.set(name, text.replaceAll(' the ', ' THE ').replaceAll('council', 'board'));
    await model.checkStale([name]);
  });
  await live.dataset.close();
  const figures = {
    index,
    ready,
    checkAll,
    rowsCold,
    rowsWarm,
    filter,
    searchFirst,
    search,
    block,
    decide,
    select,
    many,
    undo,
    typing,
    typingBlock,
  };
  const shown = Object.entries(figures).map(([what, ms]) => `${what} ${ms.toFixed(1)}`);
  console.log(`${model.entries.size} pairs, in ms: ${shown.join(', ')}`);
  session.dispose();
  model.dispose();
  live.dispose();
  return figures;
}

const small = await measure(10_000);
await measure(100_000);
report('review-host', 'a filter without text over 10,000 pairs, in ms', small.filter, { most: 50 });
report('review-host', '50 rows not seen before, in ms', small.rowsCold, { most: 20 });
report('review-host', 'the longest that a search blocks, in ms', small.block, { most: 100 });
report('review-host', 'a decision on disk and told, in ms', small.decide, { most: 100 });
report('review-host', 'looking for stale pairs after typing, in ms', small.typing, { most: 250 });
