import assert from 'node:assert/strict';
import { validateFiles, type InputFile } from '../../../src/core/import/index.js';
import { hash } from '../../fixtures/reader.js';

const file = (name: string, content: string | Uint8Array): InputFile => ({
  name,
  async *open() {
    yield await Promise.resolve(typeof content === 'string' ? new TextEncoder().encode(content) : content);
  },
});
const talk = (n: number | string, more: object = {}): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: `Q${n}?` },
      { role: 'assistant', content: `A${n}.`, ...more },
    ],
  });
const rows = (...list: readonly string[]): string => list.map((row) => `${row}\n`).join('');
const ten = (first = 0): string[] => Array.from({ length: 10 }, (_, i) => talk(first + i));
const told = async (files: readonly InputFile[], format?: string): Promise<string[]> => {
  const report = await validateFiles(files, hash, { format });
  return report.findings.map((f) => `${f.severity} ${f.file}:${f.line} ${f.message}`);
};

describe('validate', () => {
  it('has nothing to say of a good file', async () => {
    const report = await validateFiles([file('train.jsonl', rows(...ten()))], hash);
    assert.deepEqual(report, { format: 'messages', rows: 10, findings: [], errors: 0, warnings: 0 });
  });

  it('names the line of each fault', async () => {
    const text = [
      `\ufeff${talk(0)}`,
      '',
      `${talk(2)}\r`,
      '{"messages": [',
      JSON.stringify({ messages: [{ role: 'user', content: 'Q?' }] }),
      JSON.stringify({
        messages: [
          { role: 'user', content: 'Q?' },
          { role: 'assistant', content: '' },
        ],
      }),
      JSON.stringify({
        messages: [
          { role: 'assistant', content: 'Q?' },
          { role: 'assistant', content: 'A' },
        ],
      }),
      JSON.stringify({ ...(JSON.parse(talk(7)) as object), source: 'x' }),
      talk('half \ud83d'),
      talk('\ufffd'),
      talk(10, { source: 'x' }),
      talk(0),
      talk(12),
    ].join('\n');
    assert.deepEqual(await told([file('t.jsonl', text)]), [
      'error t.jsonl:1 The file begins with a byte order mark; save it without.',
      'error t.jsonl:2 The line is blank.',
      'error t.jsonl:3 The line ends with \\r\\n; it should be \\n.',
      'error t.jsonl:4 This is not JSON: Unexpected end of JSON input.',
      "error t.jsonl:5 The last message is not the assistant's.",
      'error t.jsonl:6 The completion is empty.',
      'error t.jsonl:7 Its messages are not a user and an assistant by turns.',
      'error t.jsonl:8 It has keys that are not for training: source.',
      'error t.jsonl:8 Its keys and types are messages (list), source (string); those of the first row are messages (list).',
      'error t.jsonl:9 It holds a NUL character or half of a surrogate pair.',
      'error t.jsonl:10 It holds U+FFFD: characters were lost when its source was decoded.',
      'warning t.jsonl:11 OpenAI refuses messages with the keys source.',
      'error t.jsonl:12 The same row stands in t.jsonl, line 1.',
      'error t.jsonl:13 The last line does not end with a line break.',
    ]);
  });

  it('finds rows and prompts that recur across splits', async () => {
    const other = JSON.stringify({
      messages: [
        { role: 'user', content: 'q1' },
        { role: 'assistant', content: 'Other.' },
      ],
    });
    assert.deepEqual(
      await told([file('train.jsonl', rows(...ten())), file('test.jsonl', rows(talk(0), other))]),
      [
        'error test.jsonl:1 The same row stands in train.jsonl, line 1.',
        'error test.jsonl:2 The same prompt stands in another split: train.jsonl, line 2.',
      ],
    );
  });

  it('warns of what OpenAI alone refuses', async () => {
    assert.deepEqual(await told([file('train.jsonl', rows(talk(1)))]), [
      'warning train.jsonl:1 OpenAI wants at least 10 examples; here are 1.',
    ]);
    const report = await validateFiles([file('t.jsonl', rows(...ten(), talk('word '.repeat(40))))], hash, {
      maxTokens: 30,
      countTokens: (text) => text.split(' ').length,
    });
    assert.deepEqual([report.errors, report.warnings], [0, 1]);
    assert.match(report.findings[0]?.message ?? '', /^It has \d+ tokens; the limit is 30\.$/);
  });

  it('checks arrays and tables', async () => {
    const items = [
      { instruction: 'Q?', input: '', output: 'A.' },
      { instruction: 'R?', output: 'B.' },
    ];
    assert.deepEqual(await told([file('a.json', JSON.stringify(items, null, 2))]), [
      'error a.json:7 It lacks the key input.',
      'error a.json:7 Its keys and types are instruction (string), output (string); those of the first row are input (string), instruction (string), output (string).',
    ]);
    assert.deepEqual(await told([file('a.csv', 'question,answer\r\nQ?,=1\r\nR?,\r\nS\nT?,b\r\nU?,c')]), [
      'error a.csv:1 The last row does not end with a line break.',
      'error a.csv:4 A cell holds a line break outside of quotes; other readers end the row there.',
      'error a.csv:2 A cell begins like a formula; put an apostrophe before it.',
      'error a.csv:3 The completion is empty.',
    ]);
  });

  it('says that a file is empty, or UTF-16, or of another format', async () => {
    assert.deepEqual(await told([file('a.jsonl', '')]), ['error a.jsonl:1 There is no row in this file.']);
    assert.match(
      (await told([file('a.jsonl', Buffer.from('\ufeff{}', 'utf16le'))]))[0] ?? '',
      /UTF-16; save it as UTF-8/,
    );
    assert.match(
      (await told([file('a.jsonl', rows(talk(1)))], 'alpaca'))[0] ?? '',
      /keys that are not for training: messages/,
    );
  });

  it('tells a thousand findings and counts the rest', async () => {
    const report = await validateFiles([file('a.jsonl', '{}\n'.repeat(3000))], hash);
    assert.deepEqual([report.findings.length, report.errors], [1000, 3000]);
  });
});
