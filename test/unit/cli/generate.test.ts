import assert from 'node:assert/strict';
import { readFileSync, symlinkSync, writeFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';
const generate = (folder: string, ...words: string[]) => cli(['generate', ...words], { folder });

describe('generate', () => {
  before(cliFile);

  it('makes a dataset with plain messages on stderr, and nothing on stdout', async () => {
    const folder = workspace(documents);
    const { code, stdout, stderr } = await generate(folder, 'docs');
    assert.deepEqual([code, stdout], [0, '']);
    assert.match(stderr, /^3 documents, (\d+) chunks: \1 to do\n/);
    assert.match(stderr, /^pairs +\d+ +\d+ supported/m);
    assert.ok(!stderr.includes('\r') && !stderr.includes('\u001b'));
    assert.ok(stderr.includes(`dataset: ${join(folder, file)}`));
  });

  it('does nothing the second time, and says so', async () => {
    const folder = workspace(documents);
    await generate(folder, 'docs');
    const before = readFileSync(join(folder, file));
    const { code, stderr } = await generate(folder, 'docs');
    assert.equal(code, 0);
    assert.match(stderr, /: 0 to do, \d+ done already\nNothing to do\.\n/);
    assert.doesNotMatch(stderr, /planned/);
    assert.deepEqual(readFileSync(join(folder, file)), before);
  });

  it('with --json tells plan, start, each result and the end, and nothing else', async () => {
    const { code, stdout, stderr } = await generate(workspace(documents), 'docs', '--json');
    assert.deepEqual([code, stderr], [0, '']);
    const events = jsonLines(stdout);
    const types = events.map(({ type }) => type);
    assert.deepEqual([types.slice(0, 2), types.at(-1)], [['plan', 'start'], 'end']);
    assert.ok(types.slice(2, -1).every((type) => type === 'result'));
    const { planned, done, partial, empty, failed, notReached } = (events.at(-1)?.summary ?? {}) as Record<
      string,
      number
    >;
    assert.equal(planned, types.length - 3);
    assert.equal(
      [done, partial, empty, failed, notReached].reduce((sum = 0, n = 0) => sum + n),
      planned,
    );
  });

  it('with --dry-run writes nothing', async () => {
    const folder = workspace(documents);
    assert.equal((await generate(folder, 'docs', '--dry-run')).code, 0);
    assert.ok(!existsSync(join(folder, file)));
  });

  it('stops at --limit, and goes on from there', async () => {
    const folder = workspace(documents);
    assert.match(
      (await generate(folder, 'docs', '--limit', '1')).stderr,
      /: 1 to do\n {2}\d+ beyond the limits/,
    );
    assert.match((await generate(folder, 'docs')).stderr, /, 1 done already/);
  });

  it('takes a dataset in the folder of the documents, and does not read it', async () => {
    const folder = workspace(documents);
    for (const _ of [1, 2]) {
      const { code } = await generate(folder, 'docs', '--dataset', 'docs/mine.pairs.jsonl');
      assert.equal(code, 0);
    }
    const { stdout } = await cli(['status', 'docs/mine.pairs.jsonl', '--json'], { folder });
    assert.equal(jsonLines(stdout)[0]?.documents, 3);
  });

  it('never writes to a file that is no dataset', async () => {
    const others = {
      'notes.md': '# Notes\n\nMine.\n',
      'rows.jsonl': '{"a":1}\n',
      'cut.txt': 'no line end',
      'qa.json': '{\n  "a": 1\n}\n',
    };
    const folder = workspace({ ...documents, ...others });
    const uses = Object.keys(others).flatMap((name) => [
      ['generate', 'docs', '--dataset', name],
      ['tidy', name],
      ['export', name],
    ]);
    for (const { code, stderr } of await Promise.all(uses.map((words) => cli(words, { folder })))) {
      assert.equal(code, 2);
      assert.match(stderr, /is no dataset: none of its lines/);
    }
    for (const [name, text] of Object.entries(others))
      assert.equal(readFileSync(join(folder, name), 'utf8'), text);
  });

  it('takes a dataset that was cut off in its first line', async () => {
    const folder = workspace({ ...documents, 'cut.pairs.jsonl': '{"type":"data' });
    assert.equal((await generate(folder, 'docs', '--dataset', 'cut.pairs.jsonl')).code, 0);
    const { stdout } = await cli(['status', 'cut.pairs.jsonl', '--json'], { folder });
    assert.deepEqual(jsonLines(stdout)[0]?.code, 'torn');
  });

  it('ends with 2 where a named path gives nothing, with 1 where others do', async () => {
    const folder = workspace(documents);
    const nothing = await generate(folder, 'nope', '--json');
    assert.equal(nothing.code, 2);
    assert.deepEqual(
      jsonLines(nothing.stdout).map(({ type }) => type),
      ['skipped', 'plan', 'problem'],
    );
    const some = await generate(folder, 'nope', 'docs');
    assert.equal(some.code, 1);
    assert.match(some.stderr, /^nope: skipped, as it is not there/);
  });

  // Windows has no such names, and lets few people make links.
  if (process.platform !== 'win32') {
    it('says of each file why it is not read, and reads the others', async () => {
      const folder = workspace({
        ...documents,
        'docs/scan.pdf': '%PDF',
        'docs/picture.txt': new Uint8Array([0, 1, 2, 255, 0]),
        'docs/empty.md': '',
        'docs/\u001b[31m\u202egnp.md': documents['docs/library.md'].replaceAll('Library', 'Archive'),
      });
      symlinkSync('.', join(folder, 'docs/loop'));
      symlinkSync('nowhere', join(folder, 'docs/dead.md'));
      const { code, stderr } = await generate(folder, 'docs', 'docs/bridge.md', 'docs');
      assert.equal(code, 1);
      assert.match(stderr, /docs\/scan\.pdf: Pairsmith can't read \.pdf files/);
      assert.match(stderr, /picture\.txt is not a text file/);
      assert.match(stderr, /docs\/loop: skipped/);
      assert.match(stderr, /docs\/dead\.md: skipped, as it is not there \(or is a link to nothing\)/);
      assert.match(stderr, /^5 documents/m);
      assert.ok(!stderr.includes('\u001b') && !stderr.includes('\u202e'));
    });
  }

  it('names the first 20 files of a folder that it leaves out, and counts the rest', async () => {
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`docs/image-${i}.png`, '']));
    const folder = workspace({ ...documents, ...files });
    const { code, stderr } = await generate(folder, 'docs', '--dry-run');
    assert.equal(code, 0);
    assert.equal(stderr.match(/image-\d+\.png/g)?.length, 20);
    assert.match(stderr, /and more left out: 10 of a kind that Pairsmith does not read \(--json lists all\)/);
    const { stdout } = await generate(folder, 'docs', '--dry-run', '--json');
    assert.equal(jsonLines(stdout).filter(({ type }) => type === 'skipped').length, 30);
    assert.equal((await generate(folder, 'docs/image-1.png', 'docs', '--dry-run')).code, 1);
  });

  it('takes no folder for a dataset, and no file for a folder', async () => {
    const folder = workspace(documents);
    const { code, stderr } = await generate(folder, 'docs', '--dataset', 'docs/bridge.md/x.pairs.jsonl');
    assert.equal(code, 2);
    assert.match(stderr, /Could not read .*x\.pairs\.jsonl/);
  });

  it('names the place of an unknown placeholder in a prompt file', async () => {
    const folder = workspace({ ...documents, 'ask.txt': 'Ask\nabout {txt}' });
    const { code, stderr } = await generate(folder, 'docs', '--prompt-file', 'ask.txt');
    assert.equal(code, 2);
    assert.match(stderr, /ask\.txt: .*\{txt\} in line 2, column 7/);
  });

  it('reads what is damaged in a dataset as far as it goes, and names the lines', async () => {
    const folder = workspace(documents);
    await generate(folder, 'docs');
    const lines = readFileSync(join(folder, file), 'utf8').trimEnd().split('\n');
    lines.splice(2, 0, '<<<<<<< HEAD', '{"type":"result","id":"01');
    writeFileSync(join(folder, file), lines.join('\n') + '\n');
    const { code, stderr } = await generate(folder, 'docs');
    assert.equal(code, 0);
    assert.match(stderr, /dataset\.pairs\.jsonl:3: A merge conflict marker/);
    assert.match(stderr, /dataset\.pairs\.jsonl:4: Not a whole line of JSON/);
    assert.match(stderr, /Nothing to do\./);
  });
});
