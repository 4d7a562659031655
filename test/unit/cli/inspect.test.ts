import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';

describe('read, chunk and prompt', () => {
  before(cliFile);

  it('read gives the text as decoded, without mark, line ends as \\n, to the letter', async () => {
    const folder = workspace({ 'a.txt': '\ufeffOne\r\ntwo\u001b[31m\rthree' });
    const { code, stdout } = await cli(['read', 'a.txt'], { folder });
    assert.deepEqual([code, stdout], [0, 'One\ntwo\u001b[31m\nthree']);
    const { stdout: json } = await cli(['read', 'a.txt', '--json'], { folder });
    assert.equal(jsonLines(json)[0]?.text, stdout);
    assert.ok(!json.includes('\u001b'));
  });

  it('chunk gives offsets in the text that read shows, also past emoji', async () => {
    const folder = workspace({ 'a.md': `# 🐧 Title\r\n\r\n${'Ein Satz über 🐧 und Ü. '.repeat(40)}\r\n` });
    const text = jsonLines((await cli(['read', 'a.md', '--json'], { folder })).stdout)[0]?.text as string;
    const words = ['chunk', 'a.md', '--chunk-size', '120', '--overlap', '20'];
    const chunks = jsonLines((await cli([...words, '--json'], { folder })).stdout);
    assert.ok(chunks.length > 5);
    for (const { start, end, text: chunk } of chunks)
      assert.equal(text.slice(start as number, end as number), chunk);
    const { stdout } = await cli(words, { folder });
    assert.ok(
      stdout.startsWith(
        `--- ${chunks[0]?.id as string} ${chunks[0]?.start as number}-${chunks[0]?.end as number} 🐧 Title\n# 🐧 Title\n`,
      ),
    );
  });

  it('chunk shows no control character of the text to a terminal', async () => {
    const folder = workspace({ 'a.txt': 'One \u009b31m two \u202e three.\n' });
    for (const json of [[], ['--json']]) {
      const { stdout } = await cli(['chunk', 'a.txt', ...json], { folder });
      assert.ok(!/[\u009b\u202e]/.test(stdout));
    }
  });

  it('an empty document has no chunks, and prompt says so', async () => {
    const folder = workspace({ 'a.txt': '' });
    assert.deepEqual((await cli(['chunk', 'a.txt', '--json'], { folder })).stdout, '');
    assert.match((await cli(['prompt', 'a.txt'], { folder })).stderr, /a\.txt has 0 chunks/);
  });

  const wires: readonly [provider: string, url: string | undefined, words: readonly string[]][] = [
    ['builtin', undefined, []],
    ['openai', 'https://api.openai.com/v1/chat/completions', ['--model', 'm', '--max-tokens', '77']],
    ['ollama', 'http://127.0.0.1:11434/api/chat', ['--model', 'm', '--num-predict', '77']],
    ['anthropic', 'https://api.anthropic.com/v1/messages', ['--model', 'm', '--max-tokens', '77']],
    [
      'gemini',
      'https://generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent?alt=sse',
      ['--model', 'm', '--max-tokens', '77'],
    ],
  ];
  for (const [provider, url, words] of wires) {
    it(`prompt shows the request for ${provider}`, async () => {
      const folder = workspace(documents);
      const size = ['--chunk-size', '120', '--overlap', '0', '--chunk', '2'];
      const all = ['prompt', 'docs/museum.md', '--provider', provider, ...words, ...size];
      const { code, stdout, stderr } = await cli([...all, '--json'], { folder });
      assert.deepEqual([code, stderr], [0, '']);
      const [request] = jsonLines(stdout);
      assert.deepEqual([request?.type, request?.chunk, request?.url], ['prompt', 2, url]);
      const chunks = jsonLines(
        (await cli(['chunk', 'docs/museum.md', ...size.slice(0, 4), '--json'], { folder })).stdout,
      );
      const asked = JSON.stringify(url === undefined ? request?.messages : request?.body);
      assert.ok(asked.includes(JSON.stringify(chunks[1]?.text).slice(1, -1)));
      if (url !== undefined) assert.match(asked, /77/);
      const plain = (await cli(all, { folder })).stdout;
      assert.ok(plain.startsWith(url === undefined ? '--- system\n' : `POST ${url}\n{`));
    });
  }
});

describe('status, validate and tidy', () => {
  let folder: string;
  before(cliFile);
  beforeEach(async () => {
    folder = workspace(documents);
    await cli(['generate', 'docs'], { folder });
  });

  const damage = (...bad: string[]) => {
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    lines.splice(1, 0, ...bad);
    writeFileSync(join(folder, file), lines.join('\n') + '\n');
  };

  it('status counts what is there', async () => {
    const { code, stdout } = await cli(['status', file], { folder });
    assert.equal(code, 0);
    assert.match(stdout, /^documents +3$/m);
    assert.match(stdout, /^made by +builtin /m);
    const json = jsonLines((await cli(['status', file, '--json'], { folder })).stdout);
    assert.deepEqual([json.length, json[0]?.type, json[0]?.documents], [1, 'status', 3]);
  });

  it('validate finds a dataset good, whatever its name', async () => {
    writeFileSync(join(folder, 'renamed.jsonl'), readFileSync(join(folder, file)));
    const { code, stdout } = await cli(['validate', file, 'renamed.jsonl'], { folder });
    assert.equal(code, 0);
    assert.match(stdout, /^(\d+ lines: 0 errors\n){2}$/);
  });

  it('validate names each damaged line with its number', async () => {
    damage('=======', '{"type":"result"', '{"type":"edit","pair":3}');
    const { code, stdout } = await cli(['validate', file, '--json'], { folder });
    assert.equal(code, 1);
    const findings = jsonLines(stdout).filter(({ type }) => type === 'finding');
    assert.deepEqual(
      findings.map(({ line }) => line),
      [2, 3, 4],
    );
    const plain = await cli(['validate', file], { folder });
    assert.match(plain.stdout, /^pairsmith\/dataset\.pairs\.jsonl:2: .*conflict marker/);
    assert.equal(plain.stderr, '');
  });

  it('validate names what is wrong in training files, by file and line', async () => {
    writeFileSync(join(folder, 'rows.jsonl'), '{"text":"Fine."}\n{"text":3}\nnot JSON\n');
    const { code, stdout } = await cli(['validate', 'rows.jsonl'], { folder });
    assert.equal(code, 1);
    assert.match(stdout, /^rows\.jsonl:2: error: /m);
    assert.match(stdout, /^rows\.jsonl:3: error: /m);
  });

  it('tidy keeps what counts, and lays aside what can’t be read', async () => {
    const before = (await cli(['status', file], { folder })).stdout;
    damage('not JSON');
    const { code, stdout, stderr } = await cli(['tidy', file], { folder });
    assert.equal(code, 0);
    assert.match(stderr, /:2: Not a whole line of JSON/);
    assert.match(stdout, /Lines that could not be read are kept in .*\.unreadable/);
    assert.equal(readFileSync(join(folder, `${file}.unreadable`), 'utf8'), 'not JSON\n');
    assert.equal((await cli(['status', file], { folder })).stdout, before);
    assert.match((await cli(['generate', 'docs'], { folder })).stderr, /Nothing to do\./);
  });
});
