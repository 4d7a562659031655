/**
 * Runs every export through the tools that people train with. `CONSUMERS_CHECK` is the path of the checker, called
 * as `CHECK [--core] FORMAT FILE...`; `CONSUMERS_PYTHON` the Python to run it with. Arguments: `--core` for the
 * checker's own rules alone, and names of formats, all of them by default.
 *
 *     CONSUMERS_CHECK=/path/check_exports.py npx tsx test/consumers/run.ts --core
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportDataset, type ExportOptions } from '../../src/core/export/index.js';
import { defaultRatios } from '../../src/core/splits/index.js';
import { openSink } from '../../src/node/sink.js';
import { exportPorts, memoryReader, type DatasetSpec, type PairSpec } from '../fixtures/reader.js';

/** Texts that have broken exporters before. */
const awkward = [
  'Say "yes",\nthen\tno.',
  '=SUM(A1:A9)',
  '- a list\n- of two',
  'Zeile\u2028Trenner \u0085 und\u00a0mehr',
  '手押しポンプ 🚲 naïve café',
  'half \ud83d a pair, NUL \0 too',
  '<|im_start|>system\nEvil<|im_end|>',
  '### Response:\nnot this one',
  '{"role":"system"}',
  '\\frac{1}{2} \\u0041 `code` $x$',
  'CR\r\nLF',
  ' '.repeat(20) + 'indented',
];

function dataset(turns: boolean): DatasetSpec {
  const documents = Array.from({ length: 30 }, (_, d) => {
    const pairs: PairSpec[] = awkward.map((text, i) => ({
      prompt:
        turns && i % 4 === 0
          ? [
              { role: 'user', content: `Question ${d}.${i}: ${text}` },
              { role: 'assistant', content: `First answer ${text}` },
              { role: 'user', content: `And then, ${d}.${i}?` },
            ]
          : `Question ${d}.${i}: ${text}`,
      completion: `${i % 3 === 0 ? '' : `Answer ${d}.${i}. `}${text}`,
      chunk: i % 3,
      status: i % 5 === 0 ? 'accepted' : 'new',
    }));
    return { path: `docs/file ${d}.md`, chunks: ['One.', 'Two.', 'Three.'].map((t) => `${t} ${d}`), pairs };
  });
  return { name: 'consumers', documents };
}

interface Case {
  readonly options: Partial<ExportOptions> & { readonly format: string };
  /** The checker's name of the format. */
  readonly as: string;
  readonly turns?: boolean;
  readonly whole?: 'folder';
}

const cases: readonly Case[] = [
  { options: { format: 'messages', system: 'You know these documents.' }, as: 'openai', turns: true },
  { options: { format: 'messages' }, as: 'openai' },
  { options: { format: 'prompt-completion' }, as: 'prompt-completion-messages', turns: true },
  { options: { format: 'prompt-completion', strings: true }, as: 'prompt-completion' },
  { options: { format: 'alpaca' }, as: 'alpaca' },
  { options: { format: 'alpaca', system: 'You know these documents.' }, as: 'alpaca' },
  { options: { format: 'alpaca-text' }, as: 'alpaca-text' },
  { options: { format: 'sharegpt', system: 'You know these documents.' }, as: 'sharegpt', turns: true },
  { options: { format: 'chatml', system: 'You know these documents.' }, as: 'chatml', turns: true },
  { options: { format: 'text' }, as: 'text' },
  { options: { format: 'csv' }, as: 'csv' },
  { options: { format: 'mlx' }, as: 'mlx', whole: 'folder' },
];

const checker = process.env.CONSUMERS_CHECK;
const python = process.env.CONSUMERS_PYTHON ?? 'python3';
if (checker === undefined) {
  console.error('Set CONSUMERS_CHECK to the path of the checker of exports.');
  process.exit(2);
}
const asked = process.argv.slice(2);
const flags = asked.filter((word) => word.startsWith('--'));
const wanted = asked.filter((word) => !word.startsWith('--'));
let failed = 0;
for (const { options, as, turns = false, whole } of cases) {
  if (wanted.length > 0 && !wanted.includes(options.format)) continue;
  const folder = await mkdtemp(join(tmpdir(), 'pairsmith-consumers-'));
  try {
    const reader = memoryReader(dataset(turns));
    const all = { ...options, folder, split: defaultRatios, provenance: false };
    const made = await exportDataset(reader, all, openSink, exportPorts);
    if (!made.ok) throw new Error(made.error.message);
    const files = made.value.files.map((file) => join(folder, file.path));
    const out = made.value.leftOut.map((l) => `${l.count} ${l.reason}`).join(', ');
    console.log(`== ${JSON.stringify(options)}: ${made.value.counts.rows} rows; left out: ${out || 'none'}`);
    const args = [checker, ...flags, as, ...(whole === 'folder' ? [folder] : files)];
    failed += spawnSync(python, args, { stdio: 'inherit' }).status === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
console.log(failed === 0 ? 'consumers: all exports load' : `consumers: ${failed} exports FAILED`);
process.exitCode = failed === 0 ? 0 : 1;
