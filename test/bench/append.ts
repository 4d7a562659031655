/** What an append costs when the file has 100,000 lines, against 1,000: in turns, so that both see the same machine. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { formatLine } from '../../src/core/dataset/parse.js';
import type { Line } from '../../src/core/dataset/lines.js';
import { createIds } from '../../src/core/dataset/ulid.js';
import { JournalFile } from '../../src/node/journal.js';
import { tempFolder } from '../fixtures/temp.js';
import { report, words } from './report.js';

const rounds = 12;
const appendsEach = 25;
const ids = createIds(Date, Math.random);

const line = (n: number): Line => ({
  type: 'result',
  id: ids.next(),
  by: 'bench',
  key: `key${n}`,
  run: 'run',
  recipe: 'qa',
  inputs: ['chunk'],
  outcome: 'done',
  pairs: [0, 1, 2].map((i) => ({
    prompt: [{ role: 'user', content: words(n + i, 10) }],
    completion: words(n * 3 + i, 30),
    sources: [],
  })),
});

async function journalOf(lines: number): Promise<JournalFile> {
  const path = join(tempFolder(), `${lines}.pairs.jsonl`);
  await writeFile(path, Array.from({ length: lines }, (_, n) => formatLine(line(n))).join(''));
  const journal = new JournalFile(path);
  await journal.read(() => undefined);
  return journal;
}

async function time(journal: JournalFile): Promise<number> {
  const started = performance.now();
  for (let n = 0; n < appendsEach; n++) {
    const appended = await journal.append([line(n)]);
    if (!appended.ok) throw new Error(appended.error.message);
  }
  return (performance.now() - started) / appendsEach;
}

const median = (values: number[]): number =>
  values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;

const [small, large] = [await journalOf(1_000), await journalOf(100_000)];
await time(small);
await time(large);
const ratios: number[] = [];
const costs: number[] = [];
for (let round = 0; round < rounds; round++) {
  const [a, b] = [await time(small), await time(large)];
  ratios.push(b / a);
  costs.push(b);
}
console.log(`an append to 100,000 lines takes ${median(costs).toFixed(2)} ms`);
report('append', 'cost at 100,000 lines over that at 1,000', median(ratios), { most: 1.2 });
