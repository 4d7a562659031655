import assert from 'node:assert/strict';
import { linkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isSameFile, isUri, recordedPath } from '../../../src/node/paths.js';
import { tempFolder } from '../../fixtures/temp.js';

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

  /** A disk that has these files, in whatever case they are asked for. */
  const disk =
    (...files: string[]) =>
    (path: string): string =>
      files.find((file) => file.normalize('NFC').toLowerCase() === path.normalize('NFC').toLowerCase()) ??
      path;

  it('are the same on Windows in whatever case they were written', () => {
    const onDisk = disk('C:\\Work\\docs\\Guide.md', 'C:\\Work', 'D:\\Shared\\b.md');
    for (const [folder, file, recorded] of [
      ['C:\\Work\\pairsmith', 'c:\\work\\DOCS\\guide.md', '../docs/Guide.md'],
      ['c:\\Work\\pairsmith', 'C:\\Work\\docs\\Guide.md', '../docs/Guide.md'],
      ['C:\\Work', 'C:\\work\\Docs\\guide.md', 'docs/Guide.md'],
      ['C:\\Work', 'D:\\shared\\B.md', 'd:/Shared/b.md'],
      ['C:\\Work', 'd:\\Shared\\b.md', 'd:/Shared/b.md'],
      ['C:\\Work', 'C:\\Work\\new.md', 'new.md'],
      ['C:\\Work\\pairsmith', 'c:\\WORK', '..'],
      ['C:\\Work', 'C:\\Work', ''],
    ] as const) {
      assert.equal(recordedPath(folder, file, 'win32', onDisk), recorded);
      assert.equal(isUri(recorded), false);
    }
  });

  it('are the same on macOS in whatever case they were written, and with accents as editors write them', () => {
    const inParts = '/w/docs/Prüfung.md'.normalize('NFD');
    const recorded = '../docs/Prüfung.md'.normalize('NFC');
    assert.equal(recordedPath('/w/pairsmith', inParts, 'darwin', disk(inParts)), recorded);
    assert.equal(recordedPath('/w/pairsmith', inParts.normalize('NFC'), 'darwin', disk(inParts)), recorded);
    assert.equal(
      recordedPath('/w/pairsmith', '/w/Docs/a.md', 'darwin', disk('/w/docs/A.md')),
      '../docs/A.md',
    );
    assert.equal(recordedPath('/w', '/w/Docs/a.md', 'linux', disk('/w/docs/A.md')), 'Docs/a.md');
  });

  it('do not take the place that a link leads to', () => {
    const follow = () => '/elsewhere/a.md';
    assert.equal(recordedPath('/w', '/w/link.md', 'darwin', follow), 'link.md');
  });

  if (process.platform !== 'win32')
    it('are never taken for a URI, whatever the file is called', () => {
      const recorded = recordedPath('/data', '/data/note:1.md');
      assert.equal(resolve('/data', recorded), '/data/note:1.md');
      assert.equal(isUri(recorded), false);
      assert.equal(isUri('untitled:Untitled-1'), true);
    });
});

describe('two paths', () => {
  it('are of one file whatever they are called', async () => {
    const folder = tempFolder();
    const [a, b, copy] = ['a.md', 'b.md', 'copy.md'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    for (const path of [a, copy]) writeFileSync(path, 'text');
    linkSync(a, b);
    assert.equal(await isSameFile(a, b), true);
    assert.equal(await isSameFile(a, copy), false);
    assert.equal(await isSameFile(a, join(folder, 'new.md')), false);
    assert.equal(await isSameFile(join(folder, 'new.md'), join(folder, 'new.md')), true);
  });
});
