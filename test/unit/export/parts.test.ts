import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { exportDataset, trainingCommands, type ExportOptions } from '../../../src/core/export/index.js';
import { documentStems, fileName } from '../../../src/core/export/names.js';
import { repair } from '../../../src/core/export/repair.js';
import { loadMeasure } from '../../../src/core/tokens.js';
import { defaultRatios } from '../../../src/core/splits/index.js';
import { exportPorts, memoryReader, memorySink } from '../../fixtures/reader.js';

describe('names of files', () => {
  it('are such as every file system takes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const made = fileName(name);
        // oxlint-disable-next-line no-control-regex
        assert.doesNotMatch(made, /[\u0000-\u001f<>:"/\\|?*]|^\.|[. ]$/);
        assert.ok(made.length > 0 && made.length <= 121 && !/\p{Surrogate}/u.test(made));
      }),
    );
    assert.equal(fileName('../../etc/passwd'), 'etc-passwd');
    assert.equal(fileName('CON.txt'), '_CON.txt');
    assert.equal(fileName('Müller & Söhne'), 'Müller & Söhne');
  });

  it('differ for documents of one name, also without regard to case', () => {
    const documents = ['a/guide.md', 'b/guide.md', 'Guide.txt', 'notes.md', 'a-guide.md'].map((path, i) => ({
      id: `D${i}`,
      path,
      mediaType: '',
      hash: '',
      chunks: [],
    }));
    const stems = documentStems(documents, ['notes']);
    assert.deepEqual([...stems.values()], ['a-guide.md', 'b-guide.md', 'Guide.txt', 'notes.md', 'a-guide']);
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[aAb/.]{1,4}$/), { maxLength: 12 }), (paths) => {
        const list = paths.map((path, i) => ({ id: `D${i}`, path, mediaType: '', hash: '', chunks: [] }));
        const stems = [...documentStems(list).values()].map((s) => s.toLowerCase());
        assert.equal(new Set(stems).size, list.length);
      }),
    );
  });
});

describe('texts', () => {
  it('lose NUL and halves of surrogate pairs, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        assert.equal(repair(text), text.replaceAll('\0', ''));
      }),
    );
    assert.equal(repair('a\ud83db\udeb2c\ud83d\udeb2'), 'abc🚲');
  });

  it('are counted in tokens exactly in prose, and in time that grows with them', async () => {
    const count = await loadMeasure();
    const { countTokens } = await import('gpt-tokenizer/encoding/o200k_base');
    const prose = 'The pump, which weighs 1.4 kg, has a hose of 92 cm. '.repeat(60);
    assert.equal(count(prose), countTokens(prose));
    assert.ok(count('<|im_start|>') > 1);
    const started = performance.now();
    assert.ok(count('a'.repeat(50_000)) > 5000);
    assert.ok(performance.now() - started < 2000);
  }).timeout(20_000);
});

describe('training commands', () => {
  const documents = Array.from({ length: 40 }, (_, d) => ({
    path: `d${d}.md`,
    chunks: [`Text ${d}.`],
    pairs: [{ prompt: `Q${d}?`, completion: `A${d}.` }],
  }));
  const commands = async (options: Partial<ExportOptions> & { format: string }) => {
    const made = await exportDataset(
      memoryReader({ documents }),
      { folder: 'my data/out', ...options },
      memorySink().open,
      exportPorts,
    );
    assert.ok(made.ok);
    return new Map(trainingCommands(made.value, 'org/model').map((c) => [c.tool, c]));
  };

  it('name the files of the export, quoted', async () => {
    const all = await commands({ format: 'messages', split: defaultRatios });
    assert.match(
      all.get('TRL')?.commands[0] ?? '',
      /^trl sft --model_name_or_path org\/model .*--dataset_name 'my data\/out' --dataset_test_split validation/,
    );
    const lf = all.get('LLaMA-Factory');
    assert.match(
      lf?.commands[0] ?? '',
      /--dataset_dir 'my data\/out' --dataset pairsmith_train --eval_dataset pairsmith_validation/,
    );
    const info = JSON.parse(lf?.file?.text ?? '') as Record<string, { file_name: string; tags: object }>;
    assert.equal(info.pairsmith_validation?.file_name, 'validation.jsonl');
    assert.equal(Object.keys(info.pairsmith_train?.tags ?? {}).length, 5);
    assert.deepEqual(all.get('mlx-lm')?.commands.slice(0, 3), [
      "mkdir -p 'my data/out-mlx'",
      "cp 'my data/out/train.jsonl' 'my data/out-mlx/train.jsonl'",
      "cp 'my data/out/validation.jsonl' 'my data/out-mlx/valid.jsonl'",
    ]);
    assert.match(all.get('mlx-lm')?.commands.at(-1) ?? '', /--iters 24 --mask-prompt/);
  });

  it('are such that the shells of Windows take them, for a folder there', async () => {
    for (const [folder, named, beside] of [
      ['C:\\data\\out', 'C:/data/out', 'C:/data/out-trl'],
      ["D:\\Jane's data\\out", `"D:/Jane's data/out"`, `"D:/Jane's data/out-trl"`],
    ] as const) {
      const all = await commands({ format: 'messages', split: defaultRatios, folder });
      const [trl = ''] = all.get('TRL')?.commands ?? [];
      assert.ok(trl.includes(`--dataset_name ${named} `) && trl.endsWith(`--output_dir ${beside}`), trl);
    }
    const unsplit = await commands({ format: 'messages', folder: 'C:\\data\\out' });
    assert.match(unsplit.get('TRL')?.file?.text ?? '', /data_files: "C:\/data\/out\/demo\.jsonl"/);
  });

  it('fit the shape: each tool is named only where it reads it', async () => {
    const tools = async (options: Partial<ExportOptions> & { format: string }) => [
      ...(await commands(options)).keys(),
    ];
    assert.deepEqual(await tools({ format: 'alpaca', split: defaultRatios }), ['LLaMA-Factory']);
    assert.deepEqual(await tools({ format: 'sharegpt', split: defaultRatios }), ['LLaMA-Factory']);
    assert.deepEqual(await tools({ format: 'mlx', split: defaultRatios }), [
      'TRL',
      'LLaMA-Factory',
      'mlx-lm',
    ]);
    assert.deepEqual(await tools({ format: 'csv', split: defaultRatios }), []);
    const unsplit = await commands({ format: 'messages' });
    assert.deepEqual([...unsplit.keys()], ['TRL', 'LLaMA-Factory']);
    assert.match(unsplit.get('TRL')?.file?.text ?? '', /data_files: "my data\/out\/demo\.jsonl"/);
  });
});
