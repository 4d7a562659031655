import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cacheFolder } from '../../../src/node/cacheFolder.js';

describe('cacheFolder', () => {
  it('is what the environment says, else where the system keeps such', () => {
    assert.equal(cacheFolder({ PAIRSMITH_CACHE_FOLDER: '/a/b' }), '/a/b');
    if (process.platform === 'linux') assert.equal(cacheFolder({ XDG_CACHE_HOME: '/c' }), '/c/pairsmith');
  });

  it('is somewhere for a user whom the system does not know', function () {
    if (process.platform !== 'linux' || process.getuid?.() !== 0) return;
    const asked = `process.setuid(54321); import('./src/node/cacheFolder.ts').then((m) => console.log(m.cacheFolder({})))`;
    const { HOME: _, ...env } = process.env;
    const told = execFileSync(process.execPath, ['--import', 'tsx', '-e', asked], { env, encoding: 'utf8' });
    assert.equal(told.trim(), '/.cache/pairsmith');
  });
});
