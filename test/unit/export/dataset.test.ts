import assert from 'node:assert/strict';
import { exportDataset, exportSummary, type ExportOptions } from '../../../src/core/export/index.js';
import type { DatasetReader } from '../../../src/core/dataset/view.js';
import { defaultRatios } from '../../../src/core/splits/index.js';
import {
  exportPorts,
  memoryReader,
  memorySink,
  type DatasetSpec,
  type PairSpec,
} from '../../fixtures/reader.js';

type Options = Partial<ExportOptions> & { format: string };
const start = async (reader: DatasetReader, options: Options, sink = memorySink()) => ({
  files: sink.files,
  made: await exportDataset(reader, { folder: 'out', ...options }, sink.open, exportPorts),
});
async function run(spec: DatasetSpec, options: Options) {
  const { files, made } = await start(memoryReader(spec), options);
  assert.ok(made.ok, made.ok ? '' : made.error.message);
  return { files, report: made.value };
}
const guide = (pairs: readonly PairSpec[], more: object = {}): DatasetSpec => ({
  documents: [
    {
      path: 'docs/guide.md',
      chunks: ['The hose is 92 cm long. ', 'The pump weighs 1.4 kg.'],
      pairs,
      ...more,
    },
  ],
});
const reasons = (report: { leftOut: readonly { reason: string; count: number }[] }) =>
  Object.fromEntries(report.leftOut.map((l) => [l.reason, l.count]));
const questions = (text = '') =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => (JSON.parse(line) as { messages: { content: string }[] }).messages[0]?.content);

/** `n` documents with a pair each. */
const library = (n: number): DatasetSpec => ({
  documents: Array.from({ length: n }, (_, d) => ({
    path: `d${d}.md`,
    chunks: [`Text ${d}.`],
    pairs: [
      {
        prompt: `Q${d}?`,
        completion: `A${d}.`,
        status: d % 4 === 0 ? ('accepted' as const) : ('new' as const),
      },
    ],
  })),
});

describe('export', () => {
  it('leaves out nothing without a word: each pair is counted and listed by its reason', async () => {
    const spec = guide([
      { prompt: 'Good?', completion: 'Yes.', id: 'good' },
      { prompt: 'Good?', completion: 'Yes.', id: 'twin' },
      { prompt: 'Rejected?', completion: 'Yes.', status: 'rejected', id: 'rejected' },
      { prompt: 'True?', completion: 'No.', verdict: 'unsupported' },
      { prompt: 'Empty?', completion: ' \n' },
      { prompt: ' ', completion: 'To what?' },
      { prompt: '', completion: 'Plain text.' },
      { prompt: 'Lost?', completion: 'caf\ufffd' },
      {
        prompt: [
          { role: 'user', content: 'a' },
          { role: 'user', content: 'b' },
        ],
        completion: 'c',
      },
      {
        prompt: [
          { role: 'user', content: 'a' },
          { role: 'tool', content: 'b' },
        ],
        completion: 'c',
      },
      { prompt: 'Long?', completion: 'word '.repeat(100) },
    ]);
    const { report } = await run(spec, { format: 'messages', maxTokens: 50 });
    assert.deepEqual(reasons(report), {
      double: 1,
      'empty-completion': 1,
      'empty-prompt': 1,
      'no-question': 1,
      rejected: 1,
      'replacement-character': 1,
      tools: 1,
      'too-long': 1,
      turns: 1,
      unsupported: 1,
    });
    assert.deepEqual(report.leftOut.find((l) => l.reason === 'double')?.pairs, ['twin']);
    assert.equal(report.counts.pairs, 1);
    assert.deepEqual(exportSummary(report).slice(0, 4), [
      '1 pair went to out.',
      'Nobody has reviewed any of them.',
      '10 pairs did not go:',
      '  1: the same row is there already',
    ]);
  });

  it('sends out what a person has not seen, and says how much that is', async () => {
    const spec = guide([
      { prompt: 'A?', completion: 'a' },
      { prompt: 'B?', completion: 'b', status: 'accepted' },
      { prompt: 'C?', completion: 'c', rating: 4 },
      { prompt: 'D?', completion: 'd', verdict: 'partly' },
      { prompt: 'E?', completion: 'e', verdict: 'unchecked' },
    ]);
    const { report } = await run(spec, { format: 'messages' });
    assert.equal(report.counts.pairs, 5);
    assert.equal(report.counts.unreviewed, 3);
    assert.deepEqual(exportSummary(report), [
      '5 pairs went to out.',
      'Nobody has reviewed 3 of them.',
      'OpenAI wants at least 10 examples to train on; here are 5.',
    ]);
    assert.deepEqual(report.counts.byStatus, { new: 4, accepted: 1 });
  });

  it('filters by status, rating, grounding and document', async () => {
    const spec: DatasetSpec = {
      documents: [
        {
          path: 'a/x.md',
          chunks: ['x'],
          pairs: [{ prompt: 'A?', completion: 'a', status: 'accepted', rating: 5 }],
        },
        {
          path: 'b/y.md',
          chunks: ['y'],
          pairs: [{ prompt: 'B?', completion: 'b', rating: 2, verdict: 'unsupported' }],
        },
      ],
      pairs: [{ prompt: 'C?', completion: 'c', verdict: 'unchecked' }],
    };
    const asked = async (options: Partial<ExportOptions>) => {
      const { files, report } = await run(spec, { format: 'messages', ...options });
      return [questions(files.get('out/demo.jsonl')), reasons(report)];
    };
    assert.deepEqual(await asked({ statuses: ['accepted'] }), [['A?'], { status: 2 }]);
    assert.deepEqual(await asked({ minRating: 3 }), [['A?'], { rating: 2 }]);
    assert.deepEqual(await asked({ grounding: ['unsupported'] }), [['B?'], { grounding: 2 }]);
    assert.deepEqual(await asked({ documents: ['a/**'] }), [['A?'], { document: 1, unsupported: 1 }]);
  });

  it('repairs NUL and halves of surrogate pairs, and says so', async () => {
    const { files, report } = await run(guide([{ prompt: 'A\0?', completion: 'b\ud83d!' }]), {
      format: 'messages',
    });
    assert.equal(
      files.get('out/demo.jsonl'),
      '{"messages":[{"role":"user","content":"A?"},{"role":"assistant","content":"b!"}]}\n',
    );
    assert.deepEqual(
      report.losses.map((l) => [l.reason, l.count]),
      [['characters', 1]],
    );
  });

  it('divides into train, validation and test, and gives the splits to record', async () => {
    const { files, report } = await run(library(40), { format: 'messages', split: defaultRatios });
    assert.deepEqual(report.counts.bySplit, { train: 32, validation: 4, test: 4 });
    assert.deepEqual(
      report.files.map((f) => [f.path, f.split, f.rows]),
      [
        ['train.jsonl', 'train', 32],
        ['validation.jsonl', 'validation', 4],
        ['test.jsonl', 'test', 4],
      ],
    );
    assert.equal(report.newSplits.size, 40);
    const again = await run(
      { ...library(60), splits: report.newSplits },
      { format: 'messages', split: defaultRatios },
    );
    const test = questions(files.get('out/test.jsonl'));
    assert.ok(test.every((q) => questions(again.files.get('out/test.jsonl')).includes(q)));
    assert.equal(again.report.newSplits.size, 20);
  });

  it('counts pairs that straddle splits', async () => {
    const chunks = Array.from({ length: 40 }, (_, i) => `Sentence ${i} of a long text. `);
    const pairs = chunks.map((_, i) => ({ prompt: `Q${i}?`, completion: `A${i}.`, chunk: i }));
    const { report } = await run(
      { documents: [{ path: 'a.txt', chunks, overlap: 8, pairs }] },
      { format: 'messages', split: defaultRatios },
    );
    const out = reasons(report).straddles ?? 0;
    assert.ok(out > 0);
    assert.equal(report.counts.pairs + out, 40);
  });

  it('writes a manifest that says how the files were made', async () => {
    const { files, report } = await run(library(20), {
      format: 'messages',
      split: defaultRatios,
      seed: 7,
      system: 'S',
    });
    const manifest = JSON.parse(files.get('out/demo.manifest.json') ?? '') as Record<string, unknown>;
    assert.equal(manifest.generated_by, 'pairsmith 0.0.0');
    assert.equal(manifest.generated_at, '2026-01-02T00:00:00.000Z');
    assert.deepEqual(manifest.split, { ...defaultRatios, seed: 7 });
    assert.deepEqual(manifest.settings, { system: 'S' });
    assert.deepEqual(manifest.files, JSON.parse(JSON.stringify(report.files)));
    assert.deepEqual(manifest.counts, report.counts);
    assert.equal((manifest.runs as { model: string; pairs: number }[])[0]?.model, 'gpt-test');
    assert.equal((manifest.runs as { pairs: number }[])[0]?.pairs, 20);
    const { histogram, total } = report.tokens;
    assert.equal(
      histogram.reduce((n, step) => n + step.rows, 0),
      20,
    );
    assert.equal(total, 20 * (1 + 3 + 1 + 6));
  });

  it('writes where rows come from beside them, in the same order', async () => {
    const spec = guide([
      { prompt: 'How long?', completion: '92 cm.', quote: '92 cm' },
      { prompt: 'How heavy?', completion: '1.4 kg.', chunk: 1, status: 'accepted' },
    ]);
    const { files, report } = await run(spec, { format: 'messages', provenance: true });
    const rows = (files.get('out/demo.provenance.jsonl') ?? '')
      .trimEnd()
      .split('\n')
      .map((l) => JSON.parse(l) as Record<string, unknown>);
    assert.deepEqual(
      rows.map((r) => r.status),
      ['new', 'accepted'],
    );
    const [source] = (rows[0]?.sources ?? []) as { document: string; quotes: string[] }[];
    assert.deepEqual([source?.document, source?.quotes], ['docs/guide.md', ['92 cm']]);
    assert.equal(report.counts.rows, 2);
  });

  it('says when a source no longer says what a pair says, and leaves it out where asked', async () => {
    const spec = guide(
      [
        { prompt: 'Moved?', completion: '92 cm.', chunk: 2, quote: 'hose is 92 cm' },
        { prompt: 'Gone?', completion: '80 cm.', chunk: 2, quote: '80 cm' },
        // As in a refresh and in the editor, quotation marks, case and white space are no other words.
        { prompt: 'Alike?', completion: 'It is 92 cm.', chunk: 2, quote: 'HOSE  is\n92 cm' },
      ],
      { old: ['The hose is 92 cm long, or 80 cm.'] },
    );
    assert.equal((await run(spec, { format: 'messages' })).report.counts.stale, 1);
    const { report, files } = await run(spec, { format: 'messages', leaveOutStale: true });
    assert.deepEqual(reasons(report), { stale: 1 });
    assert.deepEqual(questions(files.get('out/demo.jsonl')), ['Moved?', 'Alike?']);
  });

  it('explains what is wrong with the options', async () => {
    const wrong: readonly [Options, RegExp][] = [
      [{ format: 'parquet' }, /no export format "parquet".*messages, /],
      [{ format: 'csv', columns: ['question', 'constructor'] }, /no column "constructor"/],
      [{ format: 'messages', split: { train: -1, validation: 0, test: 0 } }, /three shares/],
      [{ format: 'messages', minRating: 9 }, /1 to 5/],
    ];
    for (const [options, message] of wrong) {
      const { made, files } = await start(memoryReader(library(3)), options);
      assert.ok(!made.ok);
      assert.match(made.error.message, message);
      assert.equal(files.size, 0);
    }
  });

  it('says why there is nothing to export, and writes nothing', async () => {
    const { made, files } = await start(memoryReader(guide([{ prompt: 'A?', completion: '' }])), {
      format: 'messages',
    });
    assert.ok(!made.ok);
    assert.equal(
      made.error.message,
      'No pair is left to export: 1 (the completion is empty). Loosen the filters, or choose another format.',
    );
    assert.equal(files.size, 0);
  });

  it('leaves every file as it was when a disk is full', async () => {
    const sink = memorySink();
    const dropped: string[] = [];
    const open = async (path: string) => {
      const file = await sink.open(path);
      return {
        ...file,
        close: () =>
          path.endsWith('train.jsonl')
            ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
            : file.close(),
        abort: () => Promise.resolve(void dropped.push(path)),
      };
    };
    const made = await exportDataset(
      memoryReader(library(20)),
      { format: 'messages', folder: 'out', split: defaultRatios },
      open,
      exportPorts,
    );
    assert.ok(!made.ok);
    assert.equal(made.error.code, 'disk-full');
    assert.match(made.error.message, /train\.jsonl was not written, and what was there before is untouched/);
    assert.equal(sink.files.size, 0);
    assert.deepEqual(dropped, ['out/train.jsonl', 'out/validation.jsonl', 'out/test.jsonl']);
  });

  it('does not write a pair that was changed meanwhile', async () => {
    const reader = memoryReader(library(20));
    let reads = 0;
    const pair: DatasetReader['pair'] = async (id) => {
      const view = await reader.pair(id);
      return ++reads > 20 ? { ...view, completion: 'Edited.' } : view;
    };
    const { made, files } = await start({ ...reader, pair }, { format: 'messages', split: defaultRatios });
    assert.ok(!made.ok);
    assert.equal(made.error.message, 'The dataset was changed during the export. Export again.');
    assert.equal(files.size, 0);
  });

  it('stops when cancelled', async () => {
    const { made, files } = await start(memoryReader(library(20)), {
      format: 'messages',
      signal: AbortSignal.abort(),
    });
    assert.ok(!made.ok);
    assert.equal(made.error.code, 'cancelled');
    assert.equal(files.size, 0);
  });
});

describe('export of NAME_qa.json', () => {
  const spec: DatasetSpec = {
    documents: [
      {
        path: 'docs/guide.pdf',
        chunks: ['The hose is 92 cm long. ', 'The pump weighs 1.4 kg. ', 'The end.'],
        failed: [2],
        old: ['A hose is 80 cm long.'],
        pairs: [
          { prompt: 'How long is the hose?', completion: '92 cm.', chunk: 0, quote: '92 cm' },
          { prompt: 'How heavy is it?', completion: '1.4 kg.', chunk: 1 },
          { prompt: 'Old?', completion: '80 cm.', chunk: 3 },
          {
            prompt: [
              { role: 'user', content: 'a' },
              { role: 'assistant', content: 'b' },
              { role: 'user', content: 'c' },
            ],
            completion: 'd',
            chunk: 1,
          },
        ],
      },
      { path: 'other/guide.pdf', chunks: ['Nothing asked yet.'] },
      { path: 'notes.txt', chunks: ['One. ', 'Two.'], pairs: [{ prompt: 'What?', completion: 'One.' }] },
    ],
    pairs: [
      { prompt: 'By hand?', completion: 'Yes.' },
      {
        prompt: 'In?',
        completion: 'Out.',
        origin: { format: 'qa-json', record: { question: 'In?', answer: 'Out.', chunk_id: '7_1' } },
      },
    ],
  };

  it('has the header, the pairs and the state of a document', async () => {
    const { files, report } = await run(spec, { format: 'qa-json' });
    assert.deepEqual([...files.keys()].sort(), [
      'out/demo.manifest.json',
      'out/docs-guide.pdf_qa.json',
      'out/notes_qa.json',
      'out/training_data.json',
    ]);
    const file = JSON.parse(files.get('out/docs-guide.pdf_qa.json') ?? '') as Record<string, unknown>;
    assert.deepEqual(Object.keys(file), [
      'metadata',
      'processing_info',
      'qa_generation_info',
      'training_pairs',
      'status',
      'completed_chunks',
      'failed_chunks',
      'summary',
      'completion_time',
    ]);
    assert.deepEqual(file.metadata, {
      file_name: 'guide.pdf',
      source_file: 'docs/guide.pdf',
      file_type: '.pdf',
      file_size: 56,
      processed_at: '2026-01-01T00:00:00.000Z',
    });
    assert.deepEqual(file.processing_info, {
      splitting_strategy: 'recursive',
      chunk_size: 1000,
      chunk_overlap: 200,
      total_chunks: 3,
    });
    assert.deepEqual(file.qa_generation_info, {
      provider: 'openai',
      model: 'gpt-test',
      questions_per_chunk: 3,
      temperature: 0.2,
      max_tokens: 900,
      generated_at: '2026-01-01T00:00:00.000Z',
      other_runs: 0,
    });
    assert.deepEqual(file.training_pairs, [
      {
        question: 'How long is the hose?',
        answer: '92 cm.',
        source_file: 'docs/guide.pdf',
        file_name: 'guide.pdf',
        file_type: '.pdf',
        chunk_id: '0_0',
        chunk_index: 0,
        chunk_start: 0,
        chunk_end: 24,
        source_text: 'The hose is 92 cm long. ',
      },
      {
        question: 'How heavy is it?',
        answer: '1.4 kg.',
        source_file: 'docs/guide.pdf',
        file_name: 'guide.pdf',
        file_type: '.pdf',
        chunk_id: '0_1',
        chunk_index: 1,
        chunk_start: 24,
        chunk_end: 48,
        source_text: 'The pump weighs 1.4 kg. ',
      },
    ]);
    assert.equal(file.status, 'completed');
    assert.deepEqual([file.completed_chunks, file.failed_chunks], [[0, 1], [2]]);
    assert.deepEqual(file.summary, {
      total_chunks: 3,
      completed_chunks: 2,
      failed_chunks: 1,
      total_qa_pairs: 2,
    });
    assert.deepEqual(reasons(report), { 'no-document': 1, 'not-qa': 1, stale: 1 });
    assert.equal(
      (JSON.parse(files.get('out/notes_qa.json') ?? '') as { status: string }).status,
      'in_progress',
    );
  });

  it('puts all documents together, and imported records as they came', async () => {
    const { files, report } = await run(spec, { format: 'qa-json' });
    const all = JSON.parse(files.get('out/training_data.json') ?? '') as {
      metadata: Record<string, unknown>;
      documents: Record<string, unknown>[];
      training_pairs: Record<string, unknown>[];
    };
    assert.deepEqual(all.metadata, {
      generated_by: 'pairsmith 0.0.0',
      generated_at: '2026-01-02T00:00:00.000Z',
      total_qa_pairs: 4,
      num_documents: 2,
      source_qa_files: ['docs-guide.pdf_qa.json', 'notes_qa.json'],
      processing_config: {
        chunk_size: 1000,
        chunk_overlap: 200,
        splitting_strategy: 'recursive',
        questions_per_chunk: 3,
        temperature: 0.2,
        max_tokens: 900,
        llm_provider: 'openai',
        model_used: 'gpt-test',
      },
    });
    assert.deepEqual(
      all.documents.map((d) => [d.source_file, d.qa_pairs_count]),
      [
        ['docs-guide.pdf_qa.json', 2],
        ['notes_qa.json', 1],
      ],
    );
    assert.deepEqual(
      all.training_pairs.map((p) => p.chunk_id),
      ['0_0', '0_1', '2_0', '7_1'],
    );
    assert.deepEqual(all.training_pairs[3], { question: 'In?', answer: 'Out.', chunk_id: '7_1' });
    assert.equal(report.counts.rows, 4);
  });
});
