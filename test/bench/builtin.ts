/**
 * What the built-in generator makes of whole documents: shares of question frames, coverage, time per chunk, and
 * with `--out FILE` 100 pairs drawn by a seed, with their chunks, for a judge to fill in.
 *
 *   npx tsx test/bench/builtin.ts [--dir FOLDER] [--out FILE] [--seed N] [--pairs N]
 */
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { defaultChunkOptions, split } from '../../src/core/chunks/index.js';
import { fraction } from '../../src/core/providers/builtin/rank.js';
import { generatePairs, type GeneratedPair } from '../../src/core/providers/builtin/generate.js';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const { values } = parseArgs({
  options: {
    dir: { type: 'string', multiple: true },
    out: { type: 'string' },
    seed: { type: 'string', default: '1' },
    pairs: { type: 'string', default: '100' },
    want: { type: 'string', default: '3' },
  },
});

interface Piece {
  readonly file: string;
  readonly heading: readonly string[];
  readonly text: string;
}

/** As the command line cuts by default. */
function cut(file: string, raw: string): Piece[] {
  const text = raw.replaceAll('\r\n', '\n');
  const format = file.endsWith('.txt') ? 'plain' : 'markdown';
  return split(text, format, defaultChunkOptions).map(({ start, end, heading }) => ({
    file,
    heading,
    text: text.slice(start, end),
  }));
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const full = path.join(folder, name);
      if (statSync(full).isDirectory()) return filesUnder(full);
      return /\.(?:md|mdx|txt|markdown)$/.test(name) ? [full] : [];
    });
}

/** At least three whole sentences of prose, by a measure that knows nothing of the generator's own parsing. */
function isProseChunk(text: string): boolean {
  const prose = text
    .replace(/```[\s\S]*?(?:```|$)/g, '')
    .split('\n')
    .filter((line) => !/^\s*(?:#|\||>|<|\{%|!\[)/.test(line))
    .join('\n');
  return (prose.match(/(?:^|\s)[A-Z][^.!?\n|]{25,}[a-z)"”][.!?](?=\s|$)/g) ?? []).length >= 3;
}

const folders = values.dir ?? [path.join(root, 'samples'), path.join(root, 'test/fixtures/builtin')];
const pieces = folders.flatMap((folder) =>
  filesUnder(folder).flatMap((file) => cut(path.basename(file), readFileSync(file, 'utf8'))),
);

const made: (GeneratedPair & { readonly piece: Piece })[] = [];
let prose = 0;
let covered = 0;
for (const piece of pieces.slice(0, 20)) generatePairs(piece.text, piece.heading, 3);
const started = process.cpuUsage();
const results = pieces.map((piece) => generatePairs(piece.text, piece.heading, Number(values.want)));
const spent = process.cpuUsage(started).user / 1000;
for (const [index, piece] of pieces.entries()) {
  const result = results[index];
  if (!result) continue;
  if (isProseChunk(piece.text)) {
    prose++;
    if (result.pairs.length > 0) covered++;
  }
  for (const pair of result.pairs) made.push({ ...pair, piece });
}

const shares = (key: (pair: GeneratedPair) => string): [string, number][] => {
  const counts = new Map<string, number>();
  for (const pair of made) counts.set(key(pair), (counts.get(key(pair)) ?? 0) + 1);
  return [...counts]
    .map(([name, count]): [string, number] => [name, count / made.length])
    .toSorted((a, b) => b[1] - a[1]);
};
const opening = shares((pair) => pair.question.split(' ', 2).join(' ').toLowerCase());
const first = shares((pair) => (pair.question.split(' ', 1)[0] ?? '').toLowerCase());
const asking = /^(?:who|whom|whose|which|when|where|why|how)\b/i;
const asked = made.filter((pair) => asking.test(pair.question)).length / made.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

console.log(
  `${pieces.length} chunks, ${prose} with prose, ${made.length} pairs, ${(made.length / pieces.length).toFixed(2)} a chunk`,
);
console.log(
  `first word: ${first
    .slice(0, 12)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ')}`,
);
console.log(
  `opening: ${opening
    .slice(0, 14)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ')}`,
);
console.log(
  `types: ${shares((pair) => pair.type)
    .map(([name, share]) => `${name} ${percent(share)}`)
    .join(', ')}`,
);

if (values.out !== undefined) {
  const seed = Number(values.seed);
  const drawn = made
    .map((pair) => ({ pair, order: fraction(`${pair.piece.file}\n${pair.question}\n${pair.answer}`, seed) }))
    .toSorted((a, b) => a.order - b.order)
    .slice(0, Number(values.pairs));
  const lines = drawn.map(({ pair }, index) =>
    [
      `## ${index + 1}. ${pair.piece.file} | ${pair.piece.heading.join(' > ')}`,
      `Q: ${pair.question}`,
      `A: ${pair.answer}`,
      'grammatical (y/n):    answered by the text (y/n):    needs context (y/n):    trivial (y/n):',
      '',
      pair.piece.text
        .split('\n')
        .map((line) => `> ${line}`)
        .join('\n'),
    ].join('\n'),
  );
  writeFileSync(values.out, `${lines.join('\n\n')}\n`);
  console.log(`${drawn.length} pairs for a judge in ${values.out}`);
}

const checks: [what: string, figure: number, met: boolean, bound: string, shown: string][] = [
  [
    'questions that begin with a question word other than what',
    asked,
    asked >= 0.6,
    '>= 60 %',
    percent(asked),
  ],
  [
    'largest frame',
    opening[0]?.[1] ?? 1,
    (opening[0]?.[1] ?? 1) <= 0.15,
    '<= 15 %',
    percent(opening[0]?.[1] ?? 1),
  ],
  ['prose chunks with a pair', covered / prose, covered / prose >= 0.7, '>= 70 %', percent(covered / prose)],
  [
    'time a chunk',
    spent / pieces.length,
    spent / pieces.length <= 5,
    '<= 5 ms',
    `${(spent / pieces.length).toFixed(2)} ms`,
  ],
];
for (const [what, , met, bound, shown] of checks)
  console.log(`bench builtin: ${what} ${shown} (wanted ${bound}) ${met ? 'ok' : 'MISSED'}`);
process.exitCode = checks.every(([, , met]) => met) ? 0 : 1;
