import assert from 'node:assert/strict';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const row = (i: number) => `{"instruction":"What is ${i}?","input":"","output":"It is ${i}."}\n`;
const rows = Array.from({ length: 12 }, (_, i) => row(i)).join('');

describe('convert', () => {
  before(cliFile);

  it('turns a _qa.json and a folder of them into messages, each pair once', async () => {
    const folder = workspace(documents);
    const run = (...words: string[]) => cli(words, { folder });
    await run('generate', 'docs');
    await run('export', 'pairsmith/dataset.pairs.jsonl', '--format', 'qa-json', '--out', 'qa');
    const count = (path: string) => readFileSync(join(folder, path), 'utf8').trimEnd().split('\n').length;

    const one = await run('convert', 'qa/museum_qa.json', '--to', 'messages', '--out', 'one.jsonl');
    assert.equal(one.code, 0, one.stderr);
    const all = await run('convert', 'qa', '--to', 'messages', '--out', 'all.jsonl', '--json');
    assert.equal(all.code, 0, all.stderr);
    assert.ok(count('one.jsonl') > 0 && count('all.jsonl') > count('one.jsonl'));
    const events = jsonLines(all.stdout);
    assert.deepEqual([events[0]?.code, events[1]?.refused], ['twin', []]);

    // Without the others, training_data.json is what there is.
    for (const name of ['bridge', 'library', 'museum']) rmSync(join(folder, `qa/${name}_qa.json`));
    const rest = await run('convert', 'qa', '--to', 'messages', '--out', 'rest.jsonl');
    assert.equal(rest.code, 0, rest.stderr);
    assert.equal(count('rest.jsonl'), count('all.jsonl'));
    assert.equal((await run('validate', 'all.jsonl')).code, 0);
  }).timeout(20_000);

  it('goes to another shape and back, to the letter', async () => {
    const folder = workspace({ 'in.jsonl': rows });
    const run = (...words: string[]) => cli(words, { folder });
    const { code, stdout } = await run('convert', 'in.jsonl', '--to', 'messages', '--out', 'mid.jsonl');
    assert.equal(code, 0);
    assert.equal(stdout, 'mid.jsonl: 12 records of 12 (alpaca to messages)\n');
    assert.equal((await run('convert', 'mid.jsonl', '--to', 'alpaca', '--out', 'back.json')).code, 0);
    const back = JSON.parse(readFileSync(join(folder, 'back.json'), 'utf8')) as {
      instruction: string;
      output: string;
    }[];
    assert.deepEqual(
      back.map(({ instruction, output }) => [instruction, output]),
      Array.from({ length: 12 }, (_, i) => [`What is ${i}?`, `It is ${i}.`]),
    );
  });

  it('writes to stdout where no file is named, and what it says to stderr', async () => {
    const folder = workspace({ 'in.jsonl': rows });
    const run = (...words: string[]) => cli(['convert', 'in.jsonl', ...words], { folder });
    const { code, stdout, stderr } = await run('--to', 'sharegpt');
    assert.deepEqual([code, stderr], [0, '12 records of 12 (alpaca to sharegpt)\n']);
    await run('--to', 'sharegpt', '--out', 'out.jsonl');
    assert.equal(stdout, readFileSync(join(folder, 'out.jsonl'), 'utf8'));
  });

  it('says what records could not take along', async () => {
    const folder = workspace({ 'in.jsonl': rows.replaceAll('"input"', '"source":"a.md","input"') });
    const words = ['convert', 'in.jsonl', '--to', 'messages', '--out', 'out.jsonl'];
    const { code, stderr } = await cli(words, { folder });
    assert.deepEqual([code, stderr], [0, '12 records went out without the key "source"\n']);
  });

  it('names the first 20 records that it leaves out, and counts the rest; --json has all', async () => {
    const folder = workspace({ 'in.jsonl': '{"odd":1}\n'.repeat(50) + rows });
    const words = ['convert', 'in.jsonl', '--to', 'messages', '--out', 'out.jsonl'];
    const { code, stderr } = await cli(words, { folder });
    assert.equal(code, 1);
    const lines = stderr.trimEnd().split('\n');
    assert.match(lines[0] ?? '', /^in\.jsonl:1: Its keys \(odd\) are of no known format/);
    assert.equal(lines.length, 21);
    assert.equal(lines[20], 'and 30 more records left out (--json lists all)');
    const { stdout } = await cli([...words, '--json'], { folder });
    const [event] = jsonLines(stdout);
    assert.deepEqual(
      [(event?.refused as unknown[] | undefined)?.length, event?.in, event?.out],
      [50, 62, 12],
    );
  });

  const refusals: readonly [words: readonly string[], message: RegExp][] = [
    [['in.jsonl', '--to', 'messages', '--out', './in.jsonl'], /is the input, and would be lost/],
    [['in.jsonl', '--to', 'messages', '--out', 'my.pairs.jsonl'], /is a dataset, and would be lost/],
    [['in.jsonl', '--to', 'messages', '--out', 'data.jsonl'], /is a dataset, and would be lost/],
    [['data.jsonl', '--to', 'messages', '--out', 'x.jsonl'], /is a dataset\. .*pairsmith export data\.jsonl/],
    [['in.jsonl', '--to', 'messages', '--out', '.'], /is a folder\. Name a file in it/],
    [['in.jsonl', '--to', 'messages', '--json'], /--json has stdout: say --out FILE/],
    [['in.jsonl', '--to', 'nope', '--out', 'x'], /no format "nope" to convert to/],
    [['in.jsonl', '--to', 'messages', '--from', 'nope', '--out', 'x'], /no format "nope" to convert from/],
    [['empty.jsonl', '--to', 'messages', '--out', 'x'], /no record in the input/],
  ];
  for (const [words, message] of refusals) {
    it(`refuses: convert ${words.join(' ')}`, async () => {
      const dataset =
        '{"type":"dataset","id":"01HZZZZZZZZZZZZZZZZZZZZZZZ","by":"me","version":1,"generation":1,"name":"d"}\n';
      const files = { 'in.jsonl': rows, 'data.jsonl': dataset, 'empty.jsonl': '' };
      const folder = workspace(files);
      const { code, stderr } = await cli(['convert', ...words], { folder });
      assert.equal(code, 2);
      assert.match(stderr, message);
      for (const [name, text] of Object.entries(files))
        assert.equal(readFileSync(join(folder, name), 'utf8'), text);
    });
  }
});
