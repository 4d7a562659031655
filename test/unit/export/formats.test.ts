import assert from 'node:assert/strict';
import { exportDataset, type ExportOptions, type ExportReport } from '../../../src/core/export/index.js';
import type { Message } from '../../../src/core/dataset/model.js';
import {
  exportPorts,
  memoryReader,
  memorySink,
  type DatasetSpec,
  type PairSpec,
} from '../../fixtures/reader.js';

async function run(
  spec: DatasetSpec,
  options: Partial<ExportOptions> & { format: string },
): Promise<{ files: Map<string, string>; report: ExportReport }> {
  const { files, open } = memorySink();
  const made = await exportDataset(memoryReader(spec), { folder: 'out', ...options }, open, exportPorts);
  assert.ok(made.ok, made.ok ? '' : made.error.message);
  return { files, report: made.value };
}
const guide = (pairs: readonly PairSpec[]): DatasetSpec => ({
  documents: [
    { path: 'docs/guide.md', chunks: ['The hose is 92 cm long.', 'The pump weighs 1.4 kg.'], pairs },
  ],
});
const one = guide([{ prompt: 'How long is the hose?', completion: '92 cm.' }]);
const talk: readonly Message[] = [
  { role: 'system', content: 'Be brief.' },
  { role: 'user', content: 'How long?' },
  { role: 'assistant', content: '92 cm.', weight: 0 },
  { role: 'user', content: 'How heavy?' },
];
const many = guide([{ prompt: talk, completion: '1.4 kg.' }]);
const text = async (spec: DatasetSpec, options: Partial<ExportOptions> & { format: string }, file: string) =>
  (await run(spec, options)).files.get(`out/${file}`);

describe('export formats', () => {
  it('messages', async () => {
    assert.equal(
      await text(one, { format: 'messages' }, 'demo.jsonl'),
      '{"messages":[{"role":"user","content":"How long is the hose?"},{"role":"assistant","content":"92 cm."}]}\n',
    );
    assert.equal(
      await text(many, { format: 'messages' }, 'demo.jsonl'),
      '{"messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"How long?"},' +
        '{"role":"assistant","content":"92 cm.","weight":0},{"role":"user","content":"How heavy?"},' +
        '{"role":"assistant","content":"1.4 kg."}]}\n',
    );
  });

  it('messages with a system message, which does not replace a pair’s own', async () => {
    const system = 'You know pumps.';
    assert.match(
      (await text(one, { format: 'messages', system }, 'demo.jsonl')) ?? '',
      /^\{"messages":\[\{"role":"system","content":"You know pumps\."\},/,
    );
    assert.match(
      (await text(many, { format: 'messages', system }, 'demo.jsonl')) ?? '',
      /^\{"messages":\[\{"role":"system","content":"Be brief\."\},/,
    );
  });

  it('reasoning is left out and said so, or goes before the answer, or into a field', async () => {
    const spec = guide([{ prompt: 'Q?', completion: 'A.', reasoning: 'Because.' }]);
    const { report, files } = await run(spec, { format: 'messages' });
    assert.doesNotMatch(files.get('out/demo.jsonl') ?? '', /Because/);
    assert.deepEqual(
      report.losses.map((l) => [l.reason, l.count]),
      [['reasoning', 1]],
    );
    assert.match(
      (await text(spec, { format: 'messages', reasoning: 'think' }, 'demo.jsonl')) ?? '',
      /"<think>\\nBecause\.\\n<\/think>\\n\\nA\."/,
    );
    assert.match(
      (await text(spec, { format: 'messages', reasoning: 'field' }, 'demo.jsonl')) ?? '',
      /"content":"A\.","reasoning_content":"Because\."/,
    );
  });

  it('prompt-completion as messages and as strings', async () => {
    assert.equal(
      await text(one, { format: 'prompt-completion' }, 'demo.jsonl'),
      '{"prompt":[{"role":"user","content":"How long is the hose?"}],"completion":[{"role":"assistant","content":"92 cm."}]}\n',
    );
    assert.equal(
      await text(one, { format: 'prompt-completion', strings: true }, 'demo.jsonl'),
      '{"prompt":"How long is the hose?","completion":"92 cm."}\n',
    );
  });

  it('alpaca is an array', async () => {
    assert.deepEqual(JSON.parse((await text(one, { format: 'alpaca' }, 'demo.json')) ?? ''), [
      { instruction: 'How long is the hose?', input: '', output: '92 cm.' },
    ]);
    assert.deepEqual(JSON.parse((await text(one, { format: 'alpaca', system: 'S' }, 'demo.json')) ?? ''), [
      { instruction: 'How long is the hose?', input: '', output: '92 cm.', system: 'S' },
    ]);
  });

  it('alpaca keeps earlier turns as history where asked', async () => {
    const rows = JSON.parse(
      (await text(many, { format: 'alpaca', history: true, system: 'S' }, 'demo.json')) ?? '',
    ) as unknown;
    assert.deepEqual(rows, [
      {
        instruction: 'How heavy?',
        input: '',
        output: '1.4 kg.',
        system: 'Be brief.',
        history: [['How long?', '92 cm.']],
      },
    ]);
  });

  it('alpaca-text has a file for all and one a document', async () => {
    const { files } = await run(one, { format: 'alpaca-text' });
    const row =
      '{"text":"Below is an instruction that describes a task. Write a response that appropriately completes the request.' +
      '\\n\\n### Instruction:\\nHow long is the hose?\\n\\n### Response:\\n92 cm."}\n';
    assert.equal(files.get('out/demo_trainingdata.jsonl'), row);
    assert.equal(files.get('out/guide_trainingdata.jsonl'), row);
  });

  it('sharegpt has two keys a turn, and says that weights are lost', async () => {
    const { files, report } = await run(many, { format: 'sharegpt' });
    assert.equal(
      files.get('out/demo.jsonl'),
      '{"conversations":[{"from":"system","value":"Be brief."},{"from":"human","value":"How long?"},' +
        '{"from":"gpt","value":"92 cm."},{"from":"human","value":"How heavy?"},{"from":"gpt","value":"1.4 kg."}]}\n',
    );
    assert.deepEqual(
      report.losses.map((l) => l.reason),
      ['weights'],
    );
  });

  it('chatml, and no turn that breaks out of itself', async () => {
    const spec = guide([
      { prompt: 'Q?', completion: 'A.' },
      { prompt: 'Say <|im_end|>', completion: 'No.' },
    ]);
    const { files, report } = await run(spec, { format: 'chatml' });
    assert.equal(
      files.get('out/demo.jsonl'),
      '{"text":"<|im_start|>user\\nQ?<|im_end|>\\n<|im_start|>assistant\\nA.<|im_end|>\\n"}\n',
    );
    assert.deepEqual(
      report.leftOut.map((l) => [l.reason, l.count]),
      [['special-token', 1]],
    );
  });

  it('text takes pairs without a question', async () => {
    const spec = guide([{ prompt: '', completion: 'All about hoses.' }]);
    assert.equal(await text(spec, { format: 'text' }, 'demo.jsonl'), '{"text":"All about hoses."}\n');
  });

  it('csv quotes by RFC 4180 and guards formulas', async () => {
    const spec = guide([
      { prompt: 'Say "hi",\nplease', completion: '=HYPERLINK("x")' },
      { prompt: 'B?', completion: '-1', status: 'accepted' },
    ]);
    assert.equal(
      await text(spec, { format: 'csv' }, 'demo.csv'),
      'question,answer\r\n"Say ""hi"",\nplease","\'=HYPERLINK(""x"")"\r\nB?,"\'-1"\r\n',
    );
    assert.equal(
      await text(spec, { format: 'tsv', columns: ['status', 'question'] }, 'demo.tsv'),
      'status\tquestion\r\nnew\t"Say ""hi"",\nplease"\r\naccepted\tB?\r\n',
    );
  });

  it('mlx goes by the names that mlx-lm looks for', async () => {
    const documents = Array.from({ length: 20 }, (_, d) => ({
      path: `d${d}.md`,
      chunks: [`Text ${d}.`],
      pairs: [{ prompt: `Q${d}?`, completion: `A${d}.` }],
    }));
    const { files } = await run(
      { documents },
      { format: 'mlx', split: { train: 0.8, validation: 0.1, test: 0.1 } },
    );
    assert.deepEqual([...files.keys()].sort(), [
      'out/demo.manifest.json',
      'out/test.jsonl',
      'out/train.jsonl',
      'out/valid.jsonl',
    ]);
  });

  it('leaves a conversation out of formats of one question', async () => {
    const spec = guide([
      { prompt: talk, completion: '1.4 kg.' },
      { prompt: 'Q?', completion: 'A.' },
    ]);
    for (const format of ['alpaca', 'alpaca-text', 'csv']) {
      const { report } = await run(spec, { format });
      assert.deepEqual(
        report.leftOut.map((l) => [l.reason, l.count]),
        [['several-turns', 1]],
        format,
      );
    }
  });

  it('sends an unchanged imported record out as it came, and an edited one in canonical form', async () => {
    const record = {
      messages: [
        { role: 'user', content: 'Q?', name: 'ann' },
        { role: 'assistant', content: 'A.', weight: 1 },
      ],
    };
    const origin = { format: 'messages', record };
    const prompt: Message[] = [{ role: 'user', content: 'Q?', name: 'ann' }];
    const spec = (edited: boolean): DatasetSpec => ({
      pairs: [{ prompt, completion: 'A.', origin, edited }],
    });
    assert.deepEqual(
      JSON.parse((await text(spec(false), { format: 'messages' }, 'demo.jsonl')) ?? ''),
      record,
    );
    const { files, report } = await run(spec(true), { format: 'messages' });
    assert.deepEqual(JSON.parse(files.get('out/demo.jsonl') ?? ''), {
      messages: [
        { role: 'user', content: 'Q?' },
        { role: 'assistant', content: 'A.' },
      ],
    });
    assert.deepEqual(
      report.losses.map((l) => l.reason),
      ['names'],
    );
  });

  it('keeps the rows of a file alike: no key but training keys, no record of another shape', async () => {
    const turns = (q: string) => [
      { role: 'user', content: q },
      { role: 'assistant', content: 'A.' },
    ];
    const { files, report } = await run(
      {
        ...one,
        pairs: [
          {
            prompt: 'B?',
            completion: 'A.',
            origin: { format: 'messages', record: { messages: turns('B?'), id: 7 } },
          },
          {
            prompt: 'C?',
            completion: 'A.',
            origin: { format: 'messages', record: { messages: turns('C?'), tools: [] } },
          },
        ],
      },
      { format: 'messages' },
    );
    const rows = (files.get('out/demo.jsonl') ?? '')
      .trimEnd()
      .split('\n')
      .map((l) => Object.keys(JSON.parse(l) as object));
    assert.deepEqual(rows, [['messages'], ['messages']]);
    assert.deepEqual(
      report.losses.map((l) => [l.reason, l.count]),
      [['extra-keys', 1]],
    );
    assert.deepEqual(
      report.leftOut.map((l) => [l.reason, l.count]),
      [['other-keys', 1]],
    );
  });
});
