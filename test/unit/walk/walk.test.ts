import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { canLink } from '../../fixtures/links.js';
import { walk, withSlashes, type WalkItem, type WalkOptions } from '../../../src/node/walk.js';

describe('walk', () => {
  let root: string;
  beforeEach(async () => {
    root = await realpath(await mkdtemp(path.join(os.tmpdir(), 'walk-')));
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  async function put(files: Record<string, string>): Promise<void> {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(root, name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
  }

  async function run(paths: readonly string[], options?: WalkOptions): Promise<WalkItem[]> {
    const items: WalkItem[] = [];
    for await (const item of walk(
      paths.map((one) => path.join(root, one)),
      options,
    ))
      items.push(item);
    return items;
  }

  const relative = (item: WalkItem) => path.relative(root, item.path).split(path.sep).join('/');
  const taken = (items: readonly WalkItem[]) => items.filter(({ kind }) => kind === 'file').map(relative);
  const reasons = (items: readonly WalkItem[]) =>
    Object.fromEntries(
      items.flatMap((item) => (item.kind === 'skipped' ? [[relative(item), item.reason]] : [])),
    );

  it('takes what can be read, in the order of the names, at every depth', async () => {
    await put({ 'b.md': 'b', 'a/z.txt': 'z', 'a/B.md': 'B', 'a/b/c.markdown': 'c', 'Z.txt': 'Z' });
    assert.deepEqual(taken(await run(['.'])), ['Z.txt', 'a/B.md', 'a/b/c.markdown', 'a/z.txt', 'b.md']);
  });

  it('says what it skips, and why', async () => {
    await put({
      'a.docx': '',
      'b.md': 'b',
      'node_modules/x/README.md': '',
      '.git/info.txt': '',
      LICENSE: '',
    });
    const items = await run(['.']);
    assert.deepEqual(taken(items), ['b.md']);
    assert.deepEqual(reasons(items), {
      '.git': 'folder',
      LICENSE: 'no-reader',
      'a.docx': 'no-reader',
      node_modules: 'folder',
    });
    const message = items.flatMap((item) =>
      item.kind === 'skipped' && item.path.endsWith('docx') ? item.message : [],
    );
    assert.match(message[0] ?? '', /a\.docx: Pairsmith can't read \.docx files\. It reads \.md/);
  });

  it('follows the .gitignore of every folder, the innermost first', async () => {
    await put({
      '.git/HEAD': '',
      '.gitignore': '*.tmp.md\nbuild/\n/top.md\n',
      'top.md': '',
      'a.tmp.md': '',
      'build/x.md': '',
      'docs/.gitignore': '!keep.tmp.md\nsecret.md\n',
      'docs/keep.tmp.md': '',
      'docs/top.md': '',
      'docs/secret.md': '',
      'docs/deep/secret.md': '',
    });
    const items = await run(['.']);
    assert.deepEqual(taken(items), ['docs/keep.tmp.md', 'docs/top.md']);
    const ignored = Object.entries(reasons(items)).filter(([, reason]) => reason === 'ignored');
    assert.deepEqual(
      ignored.map(([name]) => name),
      ['a.tmp.md', 'build', 'docs/deep/secret.md', 'docs/secret.md', 'top.md'],
    );
  });

  if (process.platform === 'linux') {
    it('heeds the case of a .gitignore where git does', async () => {
      await put({ '.gitignore': 'BUILD/\n*.DRAFT.md\n', 'build/a.md': '', 'b.draft.md': '' });
      assert.deepEqual(taken(await run(['.'])), ['b.draft.md', 'build/a.md']);
    });
  }

  it('enters a folder that an inner .gitignore lets in again', async () => {
    await put({
      '.gitignore': 'build/',
      'sub/.gitignore': '!build/',
      'sub/build/a.md': '',
      'build/b.md': '',
    });
    assert.deepEqual(taken(await run(['.'])), ['sub/build/a.md']);
  });

  it('follows the .gitignore files above a named folder, up to the repository', async () => {
    await put({
      '.gitignore': '*.md',
      'repo/.git/HEAD': '',
      'repo/.gitignore': 'x.md',
      'repo/docs/x.md': '',
    });
    await put({ 'repo/docs/y.md': '' });
    assert.deepEqual(taken(await run(['repo/docs'])), ['repo/docs/y.md']);
  });

  it('enters a folder that is named even if it is ignored', async () => {
    await put({ '.git/HEAD': '', '.gitignore': 'build/', 'build/a.md': '' });
    assert.deepEqual(taken(await run(['build'])), ['build/a.md']);
  });

  it('takes a file that is named even if it is ignored or excluded', async () => {
    await put({ '.git/HEAD': '', '.gitignore': '*.md', 'a.md': '', 'b.pdf': '' });
    const items = await run(['a.md', 'b.pdf'], { exclude: ['*'] });
    assert.deepEqual(taken(items), ['a.md']);
    assert.deepEqual(reasons(items), { 'b.pdf': 'no-reader' });
  });

  it('leaves out what a glob excludes', async () => {
    await put({ 'drafts/a.md': '', 'x/drafts/b.md': '', 'x/c.draft.md': '', 'x/y/d.md': '', 'e.md': '' });
    const exclude = ['drafts/**', '*.draft.md', './x/y/'];
    const items = await run(['.'], { exclude });
    assert.deepEqual(taken(items), ['e.md', 'x/drafts/b.md']);
    assert.deepEqual(reasons(items), { drafts: 'excluded', 'x/c.draft.md': 'excluded', 'x/y': 'excluded' });
  });

  it('leaves out what a glob excludes, however its accents are written', async () => {
    await put({ [`${'Entwürfe'.normalize('NFD')}/a.md`]: '', 'b.md': '' });
    assert.deepEqual(taken(await run(['.'], { exclude: ['Entwürfe'.normalize('NFC')] })), ['b.md']);
  });

  it('reads a glob as it is written on Windows', () => {
    assert.equal(withSlashes('drafts\\**\\*.md', '\\'), 'drafts/**/*.md');
    assert.equal(withSlashes('notes\\\\[old\\]', '\\'), 'notes/\\[old\\]');
    assert.equal(withSlashes('what\\?', '/'), 'what\\?');
  });

  it('leaves out what Pairsmith writes, and what is too large', async () => {
    await put({ 'out/report.md': '', 'a.md': 'a'.repeat(50), 'b.md': 'b' });
    const items = await run(['.'], { outputs: [path.join(root, 'out')], maxBytes: 49 });
    assert.deepEqual(taken(items), ['b.md']);
    assert.deepEqual(reasons(items), { 'a.md': 'too-large', out: 'output' });
  });

  if (canLink) {
    it('takes nothing twice, whether named twice or linked', async () => {
      await put({ 'docs/a.md': '' });
      await symlink(path.join(root, 'docs/a.md'), path.join(root, 'docs/b.md'));
      const items = await run(['docs/a.md', 'docs']);
      assert.deepEqual(taken(items), ['docs/a.md']);
      assert.equal(items.filter((item) => item.kind === 'skipped' && item.reason === 'duplicate').length, 2);
    });

    it('ends where links make a circle', async () => {
      await put({ 'a/b/c.md': '' });
      await symlink(root, path.join(root, 'a/b/up'));
      await symlink(path.join(root, 'self'), path.join(root, 'self'));
      const items = await run(['.']);
      assert.deepEqual(taken(items), ['a/b/c.md']);
      assert.deepEqual(reasons(items), { 'a/b/up': 'duplicate', self: 'unreadable' });
    });

    it('goes on past what is missing or goes away', async () => {
      await put({ 'a.md': '', 'b/c.md': '', 'd.md': '' });
      await symlink(path.join(root, 'gone.md'), path.join(root, 'c.md'));
      const items: WalkItem[] = [];
      for await (const item of walk([path.join(root, 'nowhere'), root])) {
        items.push(item);
        if (item.path.endsWith('a.md')) await rm(path.join(root, 'b'), { recursive: true });
      }
      assert.deepEqual(taken(items), ['a.md', 'd.md']);
      assert.deepEqual(reasons(items), { nowhere: 'unreadable', b: 'unreadable', 'c.md': 'unreadable' });
      assert.match(
        items.map((item) => (item.kind === 'skipped' ? item.message : '')).join(),
        /nowhere: skipped, as it is not there/,
      );
    });
  }

  it('says of a pattern that no shell has filled in what to name', async () => {
    await put({ 'docs/a.md': '' });
    const [item] = await run(['docs/*.md']);
    assert.match(
      item?.kind === 'skipped' ? item.message : '',
      /\*\.md: skipped, .*name a folder in its place/,
    );
  });

  it('names files by the path that was named', async () => {
    await put({ 'docs/a.md': '' });
    const items = await run(['docs/']);
    assert.equal(items[0]?.name, `${root.split(path.sep).join('/')}/docs/a.md`);
  });
});
