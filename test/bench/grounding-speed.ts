import { ground, prepareSource } from '../../src/core/quality/index.js';
import { readSet } from './grounding-set.js';

/**
 * CPU time of grounding three pairs against one chunk of about 1,000 characters, the chunk's analysis included: what
 * each result of a run pays. CPU time, so that a busy machine does not count.
 */
const wantedMs = 1.2;
const rounds = 30;

const bySource = new Map<string, { question: string; answer: string }[]>();
for (const { source, question, answer } of readSet('development')) {
  const list = bySource.get(source) ?? [];
  list.push({ question, answer });
  bySource.set(source, list);
}

function round(): number {
  let results = 0;
  for (const [text, pairs] of bySource) {
    const source = prepareSource(text);
    const quotes = text.match(/[a-z]+(?: \w+){8}/g)?.slice(0, 1) ?? [];
    for (const { question, answer } of pairs.slice(0, 3))
      ground({ source, question, completion: answer, quotes });
    results++;
  }
  return results;
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
