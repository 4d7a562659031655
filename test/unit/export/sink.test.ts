import assert from 'node:assert/strict';
import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createOpenSink, openSink, type SinkFiles } from '../../../src/node/sink.js';

const failing = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code });

describe('file sink', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await fs.mkdtemp(join(tmpdir(), 'sink-'));
  });
  afterEach(() => fs.rm(folder, { recursive: true, force: true }));

  /** `node:fs` with a fault in the file that is written. */
  const withHandle = (
    fault: Partial<Record<'write' | 'sync' | 'close', () => Promise<never>>>,
  ): SinkFiles => ({
    ...fs,
    open: async (...args: Parameters<typeof fs.open>) => {
      const handle = await fs.open(...args);
      return new Proxy(handle, {
        get: (target, key) => {
          const own = fault[key as 'write'];
          // A close that fails has closed all the same.
          const value: unknown =
            own === undefined
              ? Reflect.get(target, key)
              : () => (key === 'close' ? target.close() : Promise.resolve()).then(own);
          return typeof value === 'function' ? (value.bind(target) as unknown) : value;
        },
      });
    },
  });

  it('makes the folders, and shows the file when it is closed', async () => {
    const path = join(folder, 'a/b/train.jsonl');
    const sink = await openSink(path);
    await sink.write('one\n');
    await sink.write('zwölf 🚲\n');
    await assert.rejects(fs.stat(path));
    const { bytes, sha256 } = await sink.close();
    assert.equal(await fs.readFile(path, 'utf8'), 'one\nzwölf 🚲\n');
    assert.equal(bytes, 16);
    assert.match(sha256, /^[0-9a-f]{64}$/);
    assert.deepEqual(await fs.readdir(join(folder, 'a/b')), ['train.jsonl']);
  });

  it('leaves the old file as it was when it is dropped', async () => {
    const path = join(folder, 'train.jsonl');
    await fs.writeFile(path, 'old');
    const sink = await openSink(path);
    await sink.write('new');
    await sink.abort();
    await sink.abort();
    await assert.rejects(sink.write('more'), /no longer open/);
    assert.equal(await fs.readFile(path, 'utf8'), 'old');
    assert.deepEqual(await fs.readdir(folder), ['train.jsonl']);
  });

  if (process.platform !== 'win32')
    it('leaves a link a link, and a file the permissions that it had', async () => {
      const path = join(folder, 'private.jsonl');
      await fs.writeFile(path, 'old');
      await fs.chmod(path, 0o622); // more than the umask grants, and less
      await fs.symlink('private.jsonl', join(folder, 'link.jsonl'));
      const sink = await openSink(join(folder, 'link.jsonl'));
      await sink.write('new');
      await sink.close();
      assert.equal(await fs.readFile(path, 'utf8'), 'new');
      assert.equal((await fs.stat(path)).mode & 0o777, 0o622);
      assert.ok((await fs.lstat(join(folder, 'link.jsonl'))).isSymbolicLink());
    });

  for (const fault of ['write', 'sync', 'close'] as const)
    it(`leaves the old file as it was, and nothing beside it, when the disk is full on ${fault}`, async () => {
      const path = join(folder, 'train.jsonl');
      await fs.writeFile(path, 'old');
      const open = createOpenSink(withHandle({ [fault]: () => Promise.reject(failing('ENOSPC')) }));
      await assert.rejects(
        async () => {
          const sink = await open(path);
          await sink.write('new');
          await sink.close();
        },
        { code: 'ENOSPC' },
      );
      assert.equal(await fs.readFile(path, 'utf8'), 'old');
      assert.deepEqual(await fs.readdir(folder), ['train.jsonl']);
    });

  it('waits on Windows while a scanner holds the file', async () => {
    const path = join(folder, 'train.jsonl');
    let tries = 0;
    const rename: SinkFiles['rename'] = (from, to) =>
      ++tries < 3 ? Promise.reject(failing('EPERM')) : fs.rename(from, to);
    const sink = await createOpenSink({ ...fs, rename }, true)(path);
    await sink.write('new');
    await sink.close();
    assert.equal(tries, 3);
    assert.equal(await fs.readFile(path, 'utf8'), 'new');
  });

  it('says on Windows that a file is in use, where it stays so', async () => {
    const path = join(folder, 'train.csv');
    await fs.writeFile(path, 'open in a spreadsheet');
    const rename: SinkFiles['rename'] = () => Promise.reject(failing('EPERM'));
    const open = createOpenSink({ ...fs, rename }, true, [1, 1]);
    for (const [mode, code] of [
      [0o644, 'EBUSY'],
      [0o444, 'EPERM'],
    ] as const) {
      await fs.chmod(path, mode);
      const sink = await open(path);
      await sink.write('new');
      await assert.rejects(sink.close(), { code });
    }
    assert.equal(await fs.readFile(path, 'utf8'), 'open in a spreadsheet');
    assert.deepEqual(await fs.readdir(folder), ['train.csv']);
  });

  it('gives up elsewhere when a rename is refused', async () => {
    const path = join(folder, 'train.jsonl');
    const rename: SinkFiles['rename'] = () => Promise.reject(failing('EPERM'));
    const sink = await createOpenSink({ ...fs, rename }, false)(path);
    await sink.write('new');
    await assert.rejects(sink.close(), { code: 'EPERM' });
    assert.deepEqual(await fs.readdir(folder), []);
  });

  it('says so when the folder can not be made', async () => {
    await fs.writeFile(join(folder, 'file'), '');
    await assert.rejects(openSink(join(folder, 'file/below/train.jsonl')), { code: /^(ENOTDIR|EEXIST)$/ });
  });

  it('does not replace a folder', async () => {
    const path = join(folder, 'train.jsonl');
    await fs.mkdir(path);
    const sink = await openSink(path);
    await sink.write('new');
    await assert.rejects(sink.close());
    assert.deepEqual(await fs.readdir(folder), ['train.jsonl']);
  });
});
