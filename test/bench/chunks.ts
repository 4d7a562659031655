/**
 * The splitter's speed, how well it fills chunks, and where it cuts.
 *
 * Speed: the same texts and sizes through @langchain/textsplitters' RecursiveCharacterTextSplitter, in turns, the
 * best of each. Fill: the mean of length / size over all chunks. Borders: the share of cuts (a chunk's end and the
 * next one's start each) that a judge of its own (chunks/borders.ts) has as the border of a block or a sentence.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { RecursiveCharacterTextSplitter } from '@langchain/textsplitters';
import { defaultChunkOptions, split } from '../../src/core/chunks/index.js';
import { documentFromText } from '../../src/core/documents/index.js';
import { findBorders } from './chunks/borders.js';
import { makeDocuments, type BenchDocument } from './chunks/texts.js';

const { size, overlap } = defaultChunkOptions;
const wantedRatio = 2;
const wantedFill = 0.7;
const wantedBorders = 0.95;
const rounds = 15;

function sampleDocuments(): BenchDocument[] {
  const folder = new URL('../../samples/', import.meta.url);
  return readdirSync(folder)
    .filter((name) => /\.(?:md|txt)$/.test(name))
    .map((name) => ({ name, ...documentFromText(readFileSync(new URL(name, folder), 'utf8'), name) }));
}

interface Judgement {
  chunks: number;
  fill: number;
  cuts: number;
  atBorder: number;
}

function judge({ text, format }: BenchDocument): Judgement {
  const chunks = split(text, format, defaultChunkOptions);
  const { starts, ends } = findBorders(text);
  let atBorder = 0;
  chunks.forEach(({ start, end }, i) => {
    if (i > 0 && starts.has(start)) atBorder++;
    if (i < chunks.length - 1 && ends.has(end)) atBorder++;
  });
  const fill = chunks.reduce((sum, { start, end }) => sum + (end - start) / size, 0);
  return { chunks: chunks.length, fill, cuts: 2 * Math.max(0, chunks.length - 1), atBorder };
}

const now = () => performance.now();

/** Megabytes (millions of UTF-16 code units) a second, the best of each in turns. */
async function speeds(
  documents: readonly BenchDocument[],
): Promise<{ own: number; other: number; chunks: number }> {
  const peer = new RecursiveCharacterTextSplitter({ chunkSize: size, chunkOverlap: overlap });
  const total = documents.reduce((sum, { text }) => sum + text.length, 0);
  let own = Infinity;
  let other = Infinity;
  let chunks = 0;
  for (let round = 0; round < rounds; round++) {
    let start = now();
    for (const { text } of documents) await peer.splitText(text);
    other = Math.min(other, now() - start);
    start = now();
    chunks = 0;
    for (const { text, format } of documents) chunks += split(text, format, defaultChunkOptions).length;
    own = Math.min(own, now() - start);
  }
  return { own: total / own / 1000, other: total / other / 1000, chunks };
}

const made = makeDocuments(20261121, 8);
const documents = [...made, ...sampleDocuments()];
const sum: Judgement = { chunks: 0, fill: 0, cuts: 0, atBorder: 0 };
const byKind = new Map<string, Judgement>();
for (const document of documents) {
  const one = judge(document);
  const kind = document.name.replace(/ \d+$/, '');
  const known = byKind.get(kind) ?? { chunks: 0, fill: 0, cuts: 0, atBorder: 0 };
  byKind.set(kind, known);
  for (const into of [sum, known]) {
    into.chunks += one.chunks;
    into.fill += one.fill;
    into.cuts += one.cuts;
    into.atBorder += one.atBorder;
  }
}
for (const [kind, { chunks, fill, cuts, atBorder }] of byKind) {
  const share = cuts === 0 ? '' : `, borders ${(atBorder / cuts).toFixed(3)}`;
  console.log(
    `${kind.padEnd(26)} ${String(chunks).padStart(5)} chunks, fill ${(fill / chunks).toFixed(3)}${share}`,
  );
}

const large: BenchDocument[] = ['markdown' as const, 'plain' as const].map((format) => {
  const parts = made.filter((document) => document.format === format).map(({ text }) => text);
  return { name: format, format, text: Buffer.from(parts.join('\n').repeat(4)).toString() };
});
let ratio = Infinity;
for (const [name, set] of [
  ['one by one', made],
  ['in two large texts', large],
] as const) {
  const { own, other, chunks } = await speeds(set);
  ratio = Math.min(ratio, own / other);
  const rates = `${own.toFixed(0)} MB/s, @langchain ${other.toFixed(0)} MB/s (${chunks} chunks)`;
  console.log(`speed, ${name}: ${rates}, ratio ${(own / other).toFixed(2)}`);
}

let missed = false;
function verdict(what: string, figure: number, wanted: number): void {
  const fine = figure >= wanted;
  missed ||= !fine;
  console.log(
    `bench chunks: ${what} ${figure.toFixed(3)} (wanted at least ${wanted}) ${fine ? 'ok' : 'MISSED'}`,
  );
}
verdict('mean fill', sum.fill / sum.chunks, wantedFill);
verdict('cuts at the border of a block or sentence', sum.atBorder / sum.cuts, wantedBorders);
verdict('throughput over @langchain/textsplitters', ratio, wantedRatio);
process.exitCode = missed ? 1 : 0;
