import assert from 'node:assert/strict';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createTakeLock, isHeld, takeLock } from '../../../src/node/lock.js';
import type { HeldLock } from '../../../src/node/lock.js';
import { tempFolder } from '../../fixtures/temp.js';

const failing = (code: string): Error => Object.assign(new Error(`${code}: made up`), { code });

describe('a lock', () => {
  let path: string;
  beforeEach(() => (path = join(tempFolder(), 'd.lock')));

  /** A process id that no process has. */
  const nobody = 2 ** 22 + 1;

  async function take(locking = takeLock): Promise<HeldLock> {
    const lock = await locking(path);
    assert.ok(isHeld(lock), JSON.stringify(lock));
    return lock;
  }

  /** Leaves the lock of a process that has ended, with something changed. */
  async function leave(change: object): Promise<void> {
    const lock = await take();
    const content = JSON.parse(fs.readFileSync(path, 'utf8')) as object;
    lock.release();
    fs.writeFileSync(path, JSON.stringify({ ...content, pid: nobody, ...change }));
  }

  it('is broken at once where its process has ended', async () => {
    await leave({});
    (await take()).release();
    assert.ok(!fs.existsSync(path));
  });

  for (const [where, change] of [
    ['on another machine', { host: 'elsewhere' }],
    ['in a container, or in WSL, of the same host name', { space: 'another' }],
    ['where nobody knows', { space: undefined }],
  ] as const)
    it(`is kept where its process is ${where}, whose ids say nothing here`, async () => {
      await leave(change);
      const refused = await takeLock(path, 100);
      assert.ok(!isHeld(refused));
      assert.equal(refused.pid, nobody);
    });

  it('is kept while somebody touches it, whatever the clock of the drive says, and broken once it is silent', async () => {
    await leave({ space: 'another' });
    const touch = () => fs.utimesSync(path, Date.now() / 1000 - 3600, Date.now() / 1000 - 3600);
    const beat = setInterval(touch, 20);
    const locking = createTakeLock({ silentAfter: 200 });
    assert.ok(!isHeld(await locking(path, 500)));
    clearInterval(beat);
    (await take(locking)).release();
    assert.deepEqual(fs.readdirSync(join(path, '..')), []);
  });

  it('goes a moment later where a scanner holds it on Windows, and nobody is told of a failure', async () => {
    let tries = 0;
    const unlinkSync: typeof fs.unlinkSync = (file) => {
      if (++tries < 3) throw failing('EBUSY');
      fs.unlinkSync(file);
    };
    const locking = createTakeLock({ files: { ...fs, unlinkSync }, windows: true });
    (await take(locking)).release();
    assert.ok(fs.existsSync(path));
    (await take(locking)).release(); // the next one waits for it
    assert.equal(tries, 4);
  });

  it('waits on Windows while the last one is being deleted', async () => {
    let tries = 0;
    const writeFileSync: typeof fs.writeFileSync = (...args) => {
      if (++tries < 3) throw failing('EPERM');
      fs.writeFileSync(...args);
    };
    (await take(createTakeLock({ files: { ...fs, writeFileSync }, windows: true }))).release();
    assert.equal(tries, 3);
  });

  it('is no wait for a folder that takes no files, on Windows either', async () => {
    const writeFileSync = () => {
      throw failing('EPERM');
    };
    const locking = createTakeLock({ files: { ...fs, writeFileSync }, windows: true, refusedAfter: 50 });
    const started = performance.now();
    await assert.rejects(locking(path), { code: 'EPERM' });
    assert.ok(performance.now() - started < 5_000);
  });

  it('gives the system’s error where a name can’t be, though its folder is there', async () => {
    const writeFileSync = () => {
      throw failing('ENOENT'); // as Windows has it for `a?b`
    };
    await assert.rejects(createTakeLock({ files: { ...fs, writeFileSync } })(path), { code: 'ENOENT' });
  });

  it('is not left behind by a disk that has no room for it', async () => {
    const writeFileSync: typeof fs.writeFileSync = (file) => {
      fs.writeFileSync(file, '');
      throw Object.assign(failing('ENOSPC'), { syscall: 'write' });
    };
    await assert.rejects(createTakeLock({ files: { ...fs, writeFileSync } })(path), { code: 'ENOSPC' });
    assert.ok(!fs.existsSync(path));
  });

  it('is waited for', async () => {
    const first = await take();
    const second = take();
    await sleep(30);
    first.release();
    (await second).release();
  });
});
