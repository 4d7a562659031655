import { ground, prepareSource } from '../../src/core/quality/index.js';
import { readSet } from './grounding-set.js';

/**
 * CPU time of grounding three pairs against one chunk of up to 1,500 characters (1,200 in the mean), the chunk's analysis
 * included: what each result of a run pays whose answers are in their own words. Each pair gives a quote of nine words. CPU time, so
 * that a busy machine does not count.
 */
const wantedMs = 0.7;
const rounds = 30;
/** Characters of a chunk. Longer documents of the set would be several chunks. */
const longest = 1500;

interface Chunk {
  readonly text: string;
  readonly quotes: readonly string[];
  readonly pairs: { readonly question: string; readonly answer: string }[];
}

const bySource = new Map<string, Chunk>();
for (const { source: text, question, answer } of readSet('development')) {
  if (text.length > longest) continue;
  const quotes = text.match(/\b[a-z]+(?: \w+){8}\b/g)?.slice(0, 1) ?? [];
  const chunk = bySource.get(text) ?? { text, quotes, pairs: [] };
  bySource.set(text, chunk);
  if (chunk.pairs.length < 3) chunk.pairs.push({ question, answer });
}

function round(): number {
  for (const { text, quotes, pairs } of bySource.values()) {
    const source = prepareSource(text);
    for (const { question, answer } of pairs) ground({ source, question, completion: answer, quotes });
  }
  return bySource.size;
}

for (let i = 0; i < rounds; i++) round();
const before = process.cpuUsage();
let results = 0;
for (let i = 0; i < rounds; i++) results += round();
const { user, system } = process.cpuUsage(before);
const ms = (user + system) / 1000 / results;
const good = ms <= wantedMs;
console.log(
  `bench grounding-speed: CPU of a result of 3 pairs ${ms.toFixed(3)} ms (wanted <= ${wantedMs} ms) ${good ? 'ok' : 'MISSED'}`,
);
if (!good) process.exitCode = 1;
