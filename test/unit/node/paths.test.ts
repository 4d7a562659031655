import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { isUri, recordedPath } from '../../../src/node/paths.js';

describe('recorded paths', () => {
  it('are relative, with slashes, and lead back', () => {
    const folder = resolve('data/pairsmith');
    for (const [path, recorded] of [
      ['data/docs/a.md', '../docs/a.md'],
      ['data/pairsmith/a.md', 'a.md'],
    ] as const) {
      assert.equal(recordedPath(folder, resolve(path)), recorded);
      assert.equal(resolve(folder, recorded), resolve(path));
    }
  });

  if (process.platform !== 'win32')
    it('are never taken for a URI, whatever the file is called', () => {
      const recorded = recordedPath('/data', '/data/note:1.md');
      assert.equal(resolve('/data', recorded), '/data/note:1.md');
      assert.equal(isUri(recorded), false);
      assert.equal(isUri('untitled:Untitled-1'), true);
    });
});
