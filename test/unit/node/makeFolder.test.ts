import assert from 'node:assert/strict';
import { statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../../src/node/makeFolder.js';
import { tempFolder } from '../../fixtures/temp.js';

describe('makeFolder', () => {
  it('makes what is missing, and leaves what is there', () => {
    const folder = join(tempFolder(), 'a', 'b', 'c');
    for (let n = 0; n < 2; n++) makeFolder(folder, 0o700);
    assert.ok(statSync(folder).isDirectory());
    if (process.platform !== 'win32') assert.equal(statSync(join(folder, '..')).mode & 0o077, 0);
    makeFolder(tempFolder());
  });

  it('takes a link to a folder for one, and throws for a file and a link to nothing', () => {
    const folder = tempFolder();
    symlinkSync(tempFolder(), join(folder, 'link'), 'junction');
    makeFolder(join(folder, 'link', 'deep'));
    assert.ok(statSync(join(folder, 'link', 'deep')).isDirectory());
    writeFileSync(join(folder, 'file'), '');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'broken'), 'junction');
    for (const [name, code] of [
      ['file', 'EEXIST'],
      ['file/deep', process.platform === 'win32' ? 'EEXIST' : 'ENOTDIR'],
      ['broken', 'EEXIST'],
    ] as const) {
      assert.throws(() => makeFolder(join(folder, name)), { code });
    }
  });

  it('ends where the system makes none, as in /proc', function () {
    if (process.platform !== 'linux') return;
    assert.throws(() => makeFolder('/proc/pairsmith/cache'), { code: 'ENOENT' });
  });
});
