import assert from 'node:assert/strict';
import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFormats } from '../../../src/core/export/index.js';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';
type Exported = { counts: { pairs: number }; files: { path: string; rows: number }[] };

describe('export', () => {
  let folder: string;
  before(async () => {
    await cliFile();
    folder = workspace(documents);
    await cli(['generate', 'docs'], { folder });
    await cli(['export', file, '--out', 'first'], { folder }); // from now on exports write no splits
  });

  const run = (...words: string[]) => cli(words, { folder });
  const exported = async (...words: string[]) => {
    const { code, stdout, stderr } = await run('export', file, '--json', ...words);
    assert.deepEqual([code, stderr], [0, '']);
    const [event, ...more] = jsonLines(stdout);
    assert.deepEqual([event?.type, more], ['exported', []]);
    return event as unknown as Exported;
  };

  for (const { id } of exportFormats) {
    it(`writes ${id}, and validate finds it good`, async () => {
      const out = `out-${id}`;
      const { counts } = await exported('--format', id, '--out', out);
      assert.ok(counts.pairs > 0);
      const { code, stdout } = await run('validate', out, '--json');
      const events = jsonLines(stdout);
      const errors = events.filter(({ severity }) => severity === 'error');
      assert.deepEqual([code, errors], [0, []]);
      const { rows, type } = events.at(-1) ?? {};
      assert.deepEqual([type, rows], ['validated', counts.pairs]);
    });
  }

  it('says what it wrote, what it left out and how to train on it', async () => {
    const { code, stdout, stderr } = await run('export', file, '--out', 'plain');
    assert.deepEqual([code, stderr], [0, '']);
    assert.match(stdout, /train\.jsonl +\d+ +rows +\d+ bytes/);
    assert.match(stdout, /^\d+ pairs went to .*plain \(\d+ train, \d+ validation, \d+ test\)\.\n/);
    assert.match(stdout, /^Nobody has reviewed any of them\.$/m);
    assert.match(stdout, /To train with TRL:\n {2}trl sft /);
    assert.ok(readdirSync(join(folder, 'plain')).includes('dataset.manifest.json'));
  });

  it('writes one file with --no-split', async () => {
    const { files, counts } = await exported('--no-split', '--out', 'one');
    assert.deepEqual(
      files.map(({ rows }) => rows),
      [counts.pairs],
    );
  });

  it('takes only what the filters let through', async () => {
    const [pair = ''] = jsonLines(readFileSync(join(folder, file), 'utf8'))
      .filter(({ type, pairs }) => type === 'result' && (pairs as unknown[]).length > 0)
      .map(({ id }) => `${id as string}.0`);
    const edit = { id: '0ZZZZZZZZZZZZZZZZZZZZZZZZY', by: 'me', type: 'edit', pair };
    appendFileSync(
      join(folder, file),
      `${JSON.stringify({ ...edit, set: { status: 'accepted', rating: 4 } })}\n`,
    );
    const filters = [
      [],
      ['--status', 'accepted'],
      ['--rating', '4'],
      ['--status', 'new,accepted'],
      ['--document', '**/museum.md'],
      ['--document', 'docs/museum.md'],
      ['--document', '../docs/museum.md'],
    ];
    const reports = await Promise.all(
      filters.map((words, i) => exported(...words, '--out', `filtered-${i}`)),
    );
    const [all = 0, accepted, rated, either, ...museum] = reports.map(({ counts }) => counts.pairs);
    assert.deepEqual([accepted, rated, either], [1, 1, all]);
    assert.ok(museum.every((count) => count > 0 && count < all && count === museum[0]));
    const none = await run('export', file, '--rating', '5', '--out', 'f6');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /No pair is left to export/);
  });

  const wrong: readonly [words: readonly string[], message: RegExp][] = [
    [['--format', 'nope'], /no export format "nope"\. Choose one of: messages/],
    [['--status', 'nice'], /--status must be some of new, accepted, rejected, not nice/],
    [['--grounding', 'x'], /--grounding must be some of supported/],
    [['--rating', '9'], /--rating must be a whole number from 1 to 5, not "9"/],
    [['--split', '1,2'], /--split must be 3 numbers of at least 0, not "1,2"/],
    [['--split', '0,0,0'], /must have at least one share above 0/],
    [['--format', 'csv', '--columns', 'a'], /no column "a"\. Choose from: question/],
    [['--out', 'docs/bridge.md'], /--out docs\/bridge\.md is a file\. Name a folder/],
  ];
  for (const [words, message] of wrong) {
    it(`refuses ${words.join(' ')}`, async () => {
      const { code, stdout, stderr } = await run('export', file, ...words, '--json');
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.deepEqual(
        jsonLines(stdout).map(({ type }) => type),
        ['problem'],
      );
    });
  }
});
