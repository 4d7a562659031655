import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs, { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { formatLine } from '../../src/core/dataset/parse.js';
import { createIds } from '../../src/core/dataset/ulid.js';
import { makeDataset, reviewHere, until } from './fixtures/review.js';

const ids = createIds(Date, Math.random);
const edit = (pair: string, set: object) =>
  formatLine({ type: 'edit', id: ids.next(), by: 'other', pair, set });

/** Appends as another process does. */
function appendElsewhere(path: string, text: string): void {
  const script = `require('fs').appendFileSync(${JSON.stringify(path)}, ${JSON.stringify(text)})`;
  execFileSync(process.execPath, ['-e', script], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
}

/** Has the system refuse to write a file, as on a read-only drive: root may write whatever its mode says. Gives the way back. */
function readOnly(path: string): () => void {
  const { openSync } = fs;
  const { access } = fs.promises;
  const refused = () =>
    Object.assign(new Error(`EROFS: read-only file system, open '${path}'`), { code: 'EROFS' });
  fs.openSync = (file, flags, mode) => {
    if (file === path && flags !== 'r') throw refused();
    return openSync(file, flags, mode);
  };
  fs.promises.access = async (file, mode = 0) => {
    if (file === path && (mode & fs.constants.W_OK) !== 0) throw refused();
    return access(file, mode);
  };
  syncBuiltinESMExports();
  return () => {
    Object.assign(fs, { openSync });
    Object.assign(fs.promises, { access });
    syncBuiltinESMExports();
  };
}

describe('the file of a review', () => {
  let here: ReturnType<typeof reviewHere>;
  beforeEach(() => (here = reviewHere()));
  afterEach(() => here.dispose());

  it('is one dataset for all that open it, until the last one lets go', async () => {
    const { uri } = await makeDataset();
    const [one, two] = [await here.datasets.open(uri), await here.datasets.open(uri)];
    assert.ok(one.ok && two.ok);
    assert.equal(one.value.dataset, two.value.dataset);
    one.value.dispose();
    one.value.dispose();
    const { id } = two.value.dataset.pairs()[0]!;
    assert.ok((await two.value.edit([{ pair: id, set: { status: 'accepted' } }], 'accept')).ok);
    two.value.dispose();
    const again = await here.datasets.open(uri);
    assert.ok(again.ok);
    assert.notEqual(again.value.dataset, one.value.dataset);
    assert.equal(again.value.dataset.pairInfo(id)?.status, 'accepted');
    again.value.dispose();
  });

  it('has a decision before the page is told so', async () => {
    const { uri, lines } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    const line = lines().at(-1);
    assert.deepEqual([line?.type, line?.pair, line?.set], ['edit', first!.id, { status: 'accepted' }]);
    await page.act({ type: 'undo' });
    assert.deepEqual(lines().at(-1)?.set, { status: null });
  });

  it('shows what another process appends', async () => {
    const { uri, path } = await makeDataset();
    const page = await here.editor(uri);
    const [, second] = await page.rows();
    const started = Date.now();
    appendElsewhere(path, edit(second!.id, { status: 'rejected' }));
    await page.next('view', ({ counts }) => counts.status['rejected'] === 1);
    assert.ok(Date.now() - started < 5_000);
    assert.ok(page.sent.some((message) => message.type === 'changed' && message.ids?.includes(second!.id)));
    assert.equal(page.last('file')?.problem, undefined);
  });

  it('is followed whatever its name', async () => {
    const made = await makeDataset();
    const path = join(made.folder, '[a] {b,c} !d?.pairs.jsonl');
    renameSync(made.path, path);
    const page = await here.editor(vscode.Uri.file(path));
    const [first] = await page.rows();
    appendElsewhere(path, edit(first!.id, { status: 'rejected' }));
    await page.next('view', ({ counts }) => counts.status['rejected'] === 1);
  });

  it('that git puts in its place is read by itself, and said so', async () => {
    const { uri, path } = await makeDataset();
    const page = await here.editor(uri);
    const [first, second] = await page.rows();
    const before = readFileSync(path, 'utf8');
    await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    writeFileSync(`${path}.new`, before + edit(second!.id, { status: 'rejected' }));
    renameSync(`${path}.new`, path);
    const view = await page.next('view', ({ counts }) => counts.status['rejected'] === 1);
    assert.equal(view.counts.status['accepted'], 0);
    assert.equal(view.undo, undefined);
    const { problem } = await page.next('file', (message) => message.problem?.code === 'replaced');
    assert.equal(problem?.blocks, false);
    await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal((await page.next('view', ({ counts }) => counts.status['accepted'] === 1)).counts.pairs, 3);
    assert.equal(page.last('file')?.problem, undefined);
  });

  it('that is replaced while a decision is made takes the decision all the same', async () => {
    const { uri, path, lines } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    writeFileSync(`${path}.new`, readFileSync(path));
    renameSync(`${path}.new`, path);
    const done = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal(done.problem, undefined);
    assert.deepEqual(lines().at(-1)?.set, { status: 'accepted' });
  });

  it('that is deleted stays on screen, takes no decision, and is not made again; once it is back, all goes on', async () => {
    const { uri, path } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    const shown = await page.pair(first!.id);
    const content = readFileSync(path);
    rmSync(path);
    const { problem } = await page.next('file', (message) => message.problem?.code === 'gone');
    assert.equal(problem?.blocks, true);
    const done = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal(done.problem?.code, 'gone');
    assert.equal(existsSync(path), false);
    assert.equal((await page.rows()).length, 3);
    assert.equal((await page.pair(first!.id)).completion, shown.completion);
    writeFileSync(path, content);
    await until(() => page.last('file')?.problem?.code !== 'gone', 'the file was back');
    assert.equal(
      (await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } })).problem,
      undefined,
    );
  });

  it('says which lines are damaged, and shows the others', async () => {
    const { uri, path } = await makeDataset();
    const page = await here.editor(uri);
    appendElsewhere(path, '<<<<<<< HEAD\n{"type":\n');
    const { problem } = await page.next('file', (message) => message.problem?.code === 'damaged');
    assert.match(problem?.message ?? '', /conflict markers.*lines \d+, \d+\./);
    assert.deepEqual(problem?.actions, ['openText']);
    assert.equal(page.last('view')?.total, 3);
  });

  it('keeps what is on screen when something else is written over it', async () => {
    const { uri, path } = await makeDataset();
    const page = await here.editor(uri);
    const shown = await page.rows();
    writeFileSync(path, 'nothing of ours\n');
    const { problem } = await page.next('file', (message) => message.problem?.code === 'foreign');
    assert.deepEqual(problem?.actions, ['openText', 'reload']);
    assert.deepEqual(await page.rows(), shown);
    const [first] = shown;
    const done = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal(done.problem?.code, 'foreign');
    assert.equal(readFileSync(path, 'utf8'), 'nothing of ours\n');
  });

  it('that is no dataset is told as such, with a way to see its text', async () => {
    const { uri, path } = await makeDataset();
    writeFileSync(path, 'a list of pears\n');
    const page = await here.editor(uri);
    assert.match(page.last('file')?.problem?.message ?? '', /is no dataset/);
    assert.ok(page.last('file')?.problem?.actions.includes('openText'));
    assert.equal(page.last('view')?.total, 0);
    assert.equal((await page.act({ type: 'undo' })).problem?.code, 'foreign');
    assert.equal(readFileSync(path, 'utf8'), 'a list of pears\n');
  });

  it('that is gone when its tab is restored is told so and not made again; once it is there, it is shown', async () => {
    const { uri, path } = await makeDataset();
    const content = readFileSync(path);
    rmSync(path);
    const page = await here.editor(uri);
    assert.equal(page.last('file')?.problem?.code, 'missing');
    assert.equal(existsSync(path), false);
    writeFileSync(path, content);
    await page.next('view', ({ total }) => total === 3);
    assert.equal(page.last('file')?.problem, undefined);
  });

  it('that a newer Pairsmith wrote can be looked at, but not changed', async () => {
    const { uri, path, lines } = await makeDataset();
    const version = {
      type: 'dataset',
      id: ids.next(),
      by: 'newer',
      version: 99,
      generation: 2,
      name: 'n',
    } as const;
    appendElsewhere(path, formatLine(version));
    const before = lines().length;
    const page = await here.editor(uri);
    assert.match(page.last('file')?.problem?.message ?? '', /newer Pairsmith/);
    const [first] = await page.rows();
    const done = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal(done.problem?.code, 'newer');
    assert.equal(lines().length, before);
  });

  it('that is read-only says so, keeps what is on screen, and takes decisions once it can be written', async () => {
    const { uri, path, lines } = await makeDataset();
    const before = lines().length;
    const writable = readOnly(path);
    try {
      const page = await here.editor(uri);
      const { problem } = page.last('file') ?? {};
      assert.deepEqual([problem?.code, problem?.blocks], ['read-only', true]);
      assert.match(problem?.message ?? '', /dataset\.pairs\.jsonl is read-only\. Make it .* writable/);
      const [first] = await page.rows();
      const set = { completion: 'Typed for a while.' };
      const done = await page.act({ type: 'edit', pair: first!.id, set });
      assert.equal(done.problem?.code, 'read-only');
      assert.equal(page.last('view')?.total, 3);
      assert.equal(lines().length, before);
      writable();
      page.send({ type: 'command', command: 'reload' });
      await until(() => page.last('file')?.problem === undefined, 'the file could be written');
      assert.equal((await page.act({ type: 'edit', pair: first!.id, set })).problem, undefined);
      assert.deepEqual(lines().at(-1)?.set?.['completion'], set.completion);
    } finally {
      writable();
    }
  });

  it('that becomes read-only under a decision says so with the decision', async () => {
    const { uri, path, lines } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    const before = lines().length;
    const writable = readOnly(path);
    try {
      const done = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
      assert.equal(done.problem?.code, 'read-only');
      assert.match(done.problem?.message ?? '', /Make the file and its folder writable/);
      await page.next('file', ({ problem }) => problem?.code === 'read-only');
      assert.equal(page.last('view')?.counts.status['accepted'], 0);
      assert.equal(lines().length, before);
    } finally {
      writable();
    }
    const again = await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.equal(again.problem, undefined);
    await until(() => page.last('file')?.problem === undefined, 'the file could be written');
  });

  it('is tidied at the press of a button, and the damaged lines kept beside it', async () => {
    const { uri, path, lines } = await makeDataset();
    appendElsewhere(path, 'damaged\n');
    const page = await here.editor(uri);
    const [first] = await page.rows();
    await page.act({ type: 'edit', pair: first!.id, set: { status: 'accepted' } });
    assert.ok(page.last('file')?.problem?.actions.includes('tidy'));
    page.send({ type: 'command', command: 'tidy' });
    await until(() => page.last('file')?.problem === undefined, 'the file was whole');
    assert.equal(readFileSync(`${path}.unreadable`, 'utf8').trim(), 'damaged');
    await page.next('view', ({ view, counts }) => view > 1 && counts.status['accepted'] === 1);
    await page.act({ type: 'undo' });
    assert.deepEqual(lines().at(-1)?.set, { status: null });
    assert.ok(!page.sent.some((message) => message.type === 'file' && message.problem?.code === 'replaced'));
  });

  it('is the same in two editors', async () => {
    const { uri } = await makeDataset();
    const [one, two] = [await here.editor(uri), await here.editor(uri)];
    const [first] = await one.rows();
    await one.act({ type: 'edit', pair: first!.id, set: { status: 'accepted', rating: 5 } });
    await two.next('view', ({ counts }) => counts.status['accepted'] === 1);
    await two.act({ type: 'undo' });
    await one.next('view', ({ counts, redo }) => counts.status['accepted'] === 0 && redo === 'accept');
    one.close();
    const [row] = await two.pairs();
    assert.equal(row?.status, 'new');
  });
});
