import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import {
  convertRecords,
  importRecords,
  type ConvertOptions,
  type Imported,
  type InputFile,
} from '../../../src/core/import/index.js';
import { hash, memorySink } from '../../fixtures/reader.js';

/** A file in memory, given in pieces of a few bytes. */
export const file = (name: string, content: string | Uint8Array, piece = 7): InputFile => ({
  name,
  async *open() {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (let at = 0; at < bytes.length; at += piece) yield await Promise.resolve(bytes.slice(at, at + piece));
  },
});
const lines = (...records: unknown[]): string => records.map((r) => `${JSON.stringify(r)}\n`).join('');
async function imported(input: InputFile, from?: string): Promise<Imported[]> {
  const all: Imported[] = [];
  for await (const next of importRecords(input, from)) all.push(next);
  return all;
}
const told = (all: readonly Imported[]) =>
  all.map((next) => ('refused' in next ? `${next.line}: ${next.refused}` : `${next.line} ${next.format}`));
async function convert(inputs: readonly InputFile[], options: Partial<ConvertOptions> & { to: string }) {
  const { files, open } = memorySink();
  const made = await convertRecords(inputs, { out: 'out/file', ...options }, open, hash);
  assert.ok(made.ok, made.ok ? '' : made.error.message);
  return { report: made.value, text: files.get('out/file') ?? '' };
}

const user = (content: string) => ({ role: 'user', content });
const assistant = (content: string) => ({ role: 'assistant', content });
const samples: Readonly<Record<string, Record<string, unknown>>> = {
  messages: { messages: [{ role: 'system', content: 'S' }, user('Q?'), assistant('A.')] },
  'prompt-completion': { prompt: [user('Q?')], completion: [assistant('A.')] },
  alpaca: { instruction: 'Q?', input: 'context', output: 'A.' },
  'alpaca-text': {
    text: 'Below is an instruction that describes a task, paired with an input that provides further context. Write a response that appropriately completes the request.\n\n### Instruction:\nQ?\n\n### Input:\ncontext\n\n### Response:\nA.',
  },
  sharegpt: {
    conversations: [
      { from: 'human', value: 'Q?' },
      { from: 'gpt', value: 'A.' },
    ],
  },
  chatml: { text: '<|im_start|>user\nQ?<|im_end|>\n<|im_start|>assistant\nA.<|im_end|>\n' },
  text: { text: 'All about pumps.' },
};

describe('import', () => {
  for (const [format, record] of Object.entries(samples))
    it(`knows ${format} by its keys`, async () => {
      assert.deepEqual(told(await imported(file('x.jsonl', lines(record)))), [`1 ${format}`]);
    });

  it('keeps an unchanged record as it came, in its own format', async () => {
    for (const [format, record] of Object.entries(samples)) {
      const { text, report } = await convert([file('x.jsonl', lines(record))], { to: format });
      const value = JSON.parse(text) as unknown;
      assert.deepEqual(Array.isArray(value) ? (value as unknown[])[0] : value, record, format);
      assert.deepEqual([report.in, report.out, report.refused.length], [1, 1, 0]);
    }
  });

  it('keeps any record of messages as it came, or refuses it with its line and a reason', async () => {
    const message = fc.record(
      {
        role: fc.constantFrom('system', 'user', 'assistant', 'tool', 'bot'),
        content: fc.oneof(fc.string({ unit: 'binary' }), fc.constant(null)),
        weight: fc.constantFrom(0, 1, 2),
        name: fc.string(),
        more: fc.jsonValue(),
      },
      { requiredKeys: ['role', 'content'] },
    );
    const talk = fc.array(message, { maxLength: 3 }).map((list) => [...list, user('Q?'), assistant('A.')]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ messages: talk }), { minLength: 1, maxLength: 5 }),
        async (given) => {
          const records = [...given, samples.messages];
          const { text, report } = await convert([file('x.jsonl', lines(...records))], { to: 'messages' });
          const back = text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as unknown);
          const kept = records.filter((_, i) => !report.refused.some((r) => r.line === i + 1));
          assert.deepEqual(back, JSON.parse(JSON.stringify(kept)));
          assert.equal(report.in, report.out + report.refused.length);
          assert.ok(report.refused.every((r) => r.reason.length > 10));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('converts between all formats of one question', async () => {
    const question = { instruction: 'Q?', input: '', output: 'A.' };
    const from = { ...samples, alpaca: question, messages: { messages: [user('Q?'), assistant('A.')] } };
    for (const [source, record] of Object.entries(from)) {
      if (source === 'text' || source === 'alpaca-text') continue;
      const { text } = await convert([file('x.jsonl', lines(record))], { to: 'alpaca' });
      assert.deepEqual(JSON.parse(text), [question], source);
    }
    const { text } = await convert([file('x.jsonl', lines(samples.alpaca))], { to: 'alpaca-text' });
    assert.deepEqual(JSON.parse(text), samples['alpaca-text']);
    const back = await convert([file('x.jsonl', text)], { to: 'alpaca' });
    assert.deepEqual(JSON.parse(back.text), [samples.alpaca]);
  });

  it('reads NAME_qa.json and training_data.json, a folder of them too', async () => {
    const pair = (n: number) => ({
      question: `Q${n}?`,
      answer: `A${n}.`,
      chunk_id: `0_${n}`,
      source_text: 'x',
    });
    const qa = (...ns: number[]) =>
      JSON.stringify(
        { metadata: { x: ['"training_pairs"'] }, training_pairs: ns.map(pair), status: 'completed' },
        null,
        2,
      );
    const { text, report } = await convert([file('a_qa.json', qa(1, 2)), file('b_qa.json', qa(3))], {
      to: 'messages',
    });
    assert.equal(text.split('\n').length, 4);
    assert.deepEqual(report.losses, []);
    const same = await convert([file('a_qa.json', qa(1, 2))], { to: 'qa-json' });
    assert.deepEqual((JSON.parse(same.text) as { training_pairs: unknown }).training_pairs, [
      pair(1),
      pair(2),
    ]);
    const bad = await imported(
      file(
        'a_qa.json',
        '{\n"training_pairs": [\n{"question":"Q","answer":"A"},\n{"question":1,"answer":"A"}\n]}',
      ),
    );
    assert.deepEqual(told(bad), ['3 qa-json', '4: "question" is not text.']);
  });

  it('reads tables, and gives them back with their columns', async () => {
    const table = 'id,Question,Answer\r\n1,"Say ""hi"",\nplease",\'=1+1\r\n2,B?,b\r\n3,C?\r\n';
    const all = await imported(file('x.csv', table));
    assert.deepEqual(told(all), ['2 csv', '4 csv', '5: It has 2 cells, and the header has 3.']);
    const first = all[0];
    assert.ok(first && 'pair' in first);
    assert.equal(first.pair.prompt[0]?.content, 'Say "hi",\nplease');
    assert.equal(first.pair.completion, '=1+1');
    const { text } = await convert([file('x.csv', table)], { to: 'csv' });
    assert.equal(text, 'id,Question,Answer\r\n1,"Say ""hi"",\nplease",\'=1+1\r\n2,B?,b\r\n');
  });

  it('reads arrays item by item, with the line of each', async () => {
    const text = `[\n  ${JSON.stringify(samples.alpaca, null, 2)},\n  {"instruction": "a]},{", "output": 1},\n  7\n]`;
    assert.deepEqual(told(await imported(file('x.json', text))), [
      '2 alpaca',
      '7: "output" is not text.',
      '8: This is not a JSON object.',
    ]);
    const cut = await imported(file('x.json', text.slice(0, -1)));
    assert.match(told(cut).at(-1) ?? '', /not closed/);
  });

  it('isolates what is broken, by its line', async () => {
    const good = lines(samples.messages).trimEnd();
    const text = [
      `\ufeff${good}`,
      '',
      '{"messages": [}',
      '{"messages":"x"}',
      '{"messages":[{"role":"user","content":"Q"}]}',
      '{"messages":[{"role":"user","content":[]},{"role":"assistant","content":"A"}]}',
      '{"messages":[{"role":"user","content":"Q"},{"role":"assistant","content":"A"}],"id":12345678901234567890}',
      '[1]',
      '{"__proto__":{"messages":[]},"constructor":1}',
      `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`,
      good.slice(0, -5),
    ].join('\n');
    const all = told(await imported(file('x.jsonl', text, 1000)));
    assert.equal(all[0], '1 messages');
    assert.match(all[1] ?? '', /^3: This is not JSON/);
    assert.match(all[2] ?? '', /^4: "messages" is not a list/);
    assert.match(all[3] ?? '', /^5: The last message is not the assistant's/);
    assert.match(all[4] ?? '', /^6: The content of message 1 is not text/);
    assert.match(all[5] ?? '', /^7: The number 12345678901234567890 can't be kept exactly/);
    assert.match(all[6] ?? '', /^8: This is not a JSON object/);
    assert.match(all[7] ?? '', /^9: Its keys \(__proto__, constructor\) are of no known format/);
    assert.match(all[8] ?? '', /^10: It is nested deeper than 200 levels/);
    assert.match(all[9] ?? '', /^11: The last line is cut off/);
    assert.equal(all.length, 10);
  });

  it('names what is no whole ChatML', async () => {
    const broken = [
      '<|im_start|>user',
      '<|im_start|>user\nQ?<|im_end|> more',
      '<|im_start|>user\n<|im_start|>a\n<|im_end|>',
    ];
    const all = told(await imported(file('x.jsonl', lines(...broken.map((text) => ({ text }))))));
    assert.deepEqual(
      all,
      broken.map((_, i) => `${i + 1}: "text" is not ChatML: a turn has no role, no end or a marker in it.`),
    );
    const other = await imported(file('x.jsonl', lines({ text: '<|im_start|>robot\nQ?<|im_end|>\n' })));
    assert.match(told(other)[0] ?? '', /^1: Message 1 has the role "robot"/);
  });

  it('refuses a line that is not UTF-8, and no other', async () => {
    const bytes = Buffer.concat([
      Buffer.from(lines(samples.text)),
      Buffer.from([0x7b, 0xff, 0x0a]),
      Buffer.from(lines({ text: 'b' })),
    ]);
    assert.deepEqual(told(await imported(file('x.jsonl', bytes))), [
      '1 text',
      '2: The text is not UTF-8.',
      '3 text',
    ]);
  });

  it('takes a line of megabytes, and time that grows with it', async () => {
    const started = performance.now();
    const text = lines({ text: 'a"\\n'.repeat(1_000_000) }, { text: '1'.repeat(1_000_000) });
    assert.deepEqual(told(await imported(file('x.jsonl', text, 65_536))), ['1 text', '2 text']);
    assert.ok(performance.now() - started < 3000);
  });

  it('says what a conversion lost, and what it left out', async () => {
    const records = [
      {
        conversations: [
          { from: 'human', value: 'Q?' },
          { from: 'gpt', value: 'A.' },
        ],
        id: 'x1',
      },
      {
        conversations: [
          { from: 'human', value: 'Q?' },
          { from: 'gpt', value: 'A.' },
        ],
        id: 'x2',
      },
      {
        conversations: [
          { from: 'human', value: 'Q?' },
          { from: 'gpt', value: '' },
        ],
        id: 'x3',
      },
    ];
    const { report, text } = await convert([file('x.jsonl', lines(...records))], { to: 'messages' });
    assert.deepEqual(report.losses, [{ message: 'without the key "id"', count: 1 }]);
    assert.deepEqual(
      report.refused.map((r) => [r.line, r.reason]),
      [
        [2, 'Left out: the same row is there already.'],
        [3, 'Left out: the completion is empty.'],
      ],
    );
    assert.equal(text, lines({ messages: [user('Q?'), assistant('A.')] }));
    const same = await convert([file('x.jsonl', lines(...records))], { to: 'sharegpt' });
    assert.equal(same.text, lines(records[0], records[1]));
  });

  it('explains a wrong format, and writes no file where nothing can be converted', async () => {
    const { files, open } = memorySink();
    const unknown = await convertRecords([file('x.jsonl', '{}')], { to: 'nope', out: 'o' }, open, hash);
    assert.ok(!unknown.ok && /no format "nope"/.test(unknown.error.message));
    const none = await convertRecords(
      [file('x.jsonl', '{"x":1}\n')],
      { to: 'messages', out: 'o' },
      open,
      hash,
    );
    assert.ok(!none.ok);
    assert.match(none.error.message, /None of 1 records.*x\.jsonl, line 1: Its keys \(x\)/);
    assert.equal(files.size, 0);
  });
});
