import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import {
  appendFile,
  copyFile,
  readFile,
  readdir,
  rename,
  stat,
  symlink,
  truncate,
  unlink,
  writeFile,
} from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import fc from 'fast-check';
import type { Line } from '../../../src/core/dataset/lines.js';
import { formatLine } from '../../../src/core/dataset/parse.js';
import { JournalFile } from '../../../src/node/journal.js';
import { tempFolder } from '../../fixtures/temp.js';

const writer = fileURLToPath(new URL('../../fixtures/append-lines.ts', import.meta.url));

let made = 0;
const split = (group: string): Line => ({
  type: 'split',
  id: `01K${String(made++).padStart(23, '0')}`,
  by: 'test',
  group,
  split: 'train',
});

const note = (text: string): Line => ({
  type: 'edit',
  id: `01K${String(made++).padStart(23, '0')}`,
  by: 'test',
  pair: 'p',
  set: { note: text },
});

async function readAll(path: string) {
  const groups: string[] = [];
  const texts: unknown[] = [];
  const read = await new JournalFile(path).read((line) => {
    if (line.type === 'split') groups.push(line.group);
    if (line.type === 'edit') texts.push(line.set.note);
  });
  assert.ok(read.ok, JSON.stringify(read));
  return { groups, texts, ...read.value };
}

describe('journal file', () => {
  let path: string;
  beforeEach(() => {
    path = join(tempFolder(), 'folder', 'd.pairs.jsonl');
  });

  const fill = async (...groups: string[]) => {
    const journal = new JournalFile(path);
    const appended = await journal.append(groups.map(split));
    assert.ok(appended.ok, JSON.stringify(appended));
    return journal;
  };

  it('is made by the first append, and gives back what was appended', async () => {
    const journal = await fill('a', 'b');
    const appended = await journal.append([split('c')]);
    assert.ok(appended.ok);
    assert.deepEqual((await readAll(path)).groups, ['a', 'b', 'c']);
    const line = await journal.lineAt(appended.value?.[0] as number);
    assert.equal(line.type === 'split' && line.group, 'c');
    await journal.close();
    assert.deepEqual(await readdir(dirname(path)), ['d.pairs.jsonl']);
  });

  it('says that a file is missing, and makes none by reading', async () => {
    const read = await new JournalFile(path).read(() => undefined);
    assert.equal(!read.ok && read.error.code, 'missing');
    await assert.rejects(stat(path));
  });

  it('leaves a line without its newline pending until somebody appends', async () => {
    await fill('a');
    await appendFile(path, '{"type":"split","id":"01');
    const before = await readAll(path);
    assert.deepEqual([before.groups, before.lines, before.badCount, before.pendingBytes], [['a'], 1, 0, 24]);
    await (await opened(path)).append([split('b')]);
    const after = await readAll(path);
    assert.deepEqual(after.groups, ['a', 'b']);
    assert.deepEqual(
      after.bad.map((bad) => [bad.number, bad.problem.code]),
      [[2, 'torn']],
    );
  });

  it('keeps a whole line that had lost only its newline', async () => {
    await fill('a', 'b');
    await truncate(path, (await stat(path)).size - 1);
    assert.deepEqual((await readAll(path)).groups, ['a']);
    await (await opened(path)).append([split('c')]);
    assert.deepEqual((await readAll(path)).groups, ['a', 'b', 'c']);
  });

  it('isolates bad lines and names them by number', async () => {
    await fill('a');
    await appendFile(
      path,
      '\n<<<<<<< HEAD\n{"half":\n\xff\xfe\n{"type":"later"}\n' + formatLine(split('b')),
      'latin1',
    );
    const { groups, bad, badCount } = await readAll(path);
    assert.deepEqual(groups, ['a', 'b']);
    assert.deepEqual(
      bad.map(({ number, problem }) => [number, problem.code]),
      [
        [3, 'conflict'],
        [4, 'torn'],
        [5, 'torn'],
        [6, 'unknown'],
      ],
    );
    assert.equal(badCount, 4);
  });

  it('reads lines whatever their length, and where the blocks end', async () => {
    const lengths = fc.array(fc.oneof(fc.nat(200), fc.integer({ min: 1_040_000, max: 1_060_000 })), {
      maxLength: 4,
    });
    await fc.assert(
      fc.asyncProperty(lengths, fc.constantFrom('x', 'é', '😀'), async (sizes, letter) => {
        const texts = sizes.map((size, i) => i + letter.repeat(size / letter.length));
        await fill();
        await writeFile(path, texts.map((text) => formatLine(note(text))).join(''));
        const seen = await readAll(path);
        assert.ok(seen.texts.join() === texts.join(), 'the lines differ');
        assert.equal(seen.pendingBytes, 0);
      }),
      { numRuns: 20 },
    );
  });

  it('follows what others append', async () => {
    const journal = await fill('a');
    await appendFile(path, formatLine(split('theirs')));
    const appended = await journal.append([split('mine')]);
    assert.deepEqual(appended, { ok: true, value: undefined });
    const groups: string[] = [];
    await journal.read((line) => line.type === 'split' && groups.push(line.group));
    assert.deepEqual(groups, ['theirs', 'mine']);
  });

  it('does not write to a file that took the place of the one it had read', async () => {
    const journal = await fill('a');
    await copyFile(path, `${path}.new`);
    await rename(`${path}.new`, path);
    const before = await readFile(path, 'utf8');
    const appended = await journal.append([split('b')]);
    assert.equal(!appended.ok && appended.error.code, 'replaced');
    assert.equal(await readFile(path, 'utf8'), before);
  });

  it('sees that a file was rewritten in place, or deleted', async () => {
    const rewritten = await fill('a', 'b');
    await writeFile(
      path,
      formatLine(split('somebody else’s much longer line, past the end of what was read'.repeat(9))),
    );
    const appended = await rewritten.append([split('c')]);
    assert.equal(!appended.ok && appended.error.code, 'replaced');
    await unlink(path);
    const deleted = await rewritten.append([split('c')]);
    assert.equal(!deleted.ok && deleted.error.code, 'replaced');
    await assert.rejects(stat(path));
  });

  it('writes what comes at once in one go, each with its own places', async () => {
    const journal = await fill('a');
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => journal.append([split(`x${i}`), split(`y${i}`)])),
    );
    for (const [i, appended] of all.entries()) {
      assert.ok(appended.ok && appended.value?.length === 2);
      const line = await journal.lineAt(appended.value[1] as number);
      assert.equal(line.type === 'split' && line.group, `y${i}`);
    }
    await journal.close();
    assert.equal((await readAll(path)).groups.length, 101);
  });

  it('lets several processes append at once without a damaged line', async () => {
    await fill('start');
    const run = promisify(execFile);
    const names = ['p', 'q', 'r'];
    await Promise.all(
      names.map((name) =>
        run(process.execPath, ['--import', 'tsx', writer, path, name, '60'], { timeout: 60_000 }),
      ),
    );
    const { groups, badCount } = await readAll(path);
    assert.equal(badCount, 0);
    for (const name of names) {
      const own = groups.filter((group) => group.startsWith(name));
      assert.deepEqual(
        own,
        Array.from({ length: 60 }, (_, i) => name + i),
      );
    }
  }).timeout(60_000);

  if (process.platform !== 'win32') {
    it('waits for whoever writes to the same file over a link', async () => {
      await fill('a');
      const link = join(dirname(path), 'link.pairs.jsonl');
      await symlink(path, link);
      await writeFile(`${path}.lock`, JSON.stringify({ pid: process.pid, host: hostname() }));
      const appending = (await opened(link)).append([split('b')]);
      await sleep(50);
      assert.deepEqual((await readAll(path)).groups, ['a']);
      await unlink(`${path}.lock`);
      assert.ok((await appending).ok);
      assert.deepEqual((await readAll(path)).groups, ['a', 'b']);
    });

    it('takes back what it wrote when the disk is full, and says so', async () => {
      await fill('a'.repeat(300));
      const before = await readFile(path, 'utf8');
      // A limit on the file's size stands for the full disk: 512-byte blocks, so the next lines fit in part.
      const full = `ulimit -f 1; exec "$0" --import tsx "$1" "$2" ${'long'.repeat(90)} 5`;
      const failed = await promisify(execFile)('sh', ['-c', full, process.execPath, writer, path]).then(
        () => '',
        (error: { stderr: string }) => error.stderr,
      );
      assert.match(failed, /Could not write to .*d\.pairs\.jsonl.*Free some space/);
      const after = await readFile(path, 'utf8');
      assert.ok(after.startsWith(before) && after.endsWith('\n'));
      assert.equal((await readAll(path)).badCount, 0);
      assert.deepEqual(await readdir(dirname(path)), ['d.pairs.jsonl']);
    }).timeout(20_000);
  }

  it('waits while another program has the file for itself, as Windows lets one', async () => {
    const journal = await fill('a');
    const { openSync } = fs;
    let tries = 0;
    fs.openSync = (name, ...rest) => {
      if (name === path && ++tries < 3) throw Object.assign(new Error('made up'), { code: 'EBUSY' });
      return openSync(name, ...rest);
    };
    syncBuiltinESMExports();
    try {
      assert.ok((await journal.append([split('b')])).ok);
    } finally {
      fs.openSync = openSync;
      syncBuiltinESMExports();
    }
    assert.equal(tries, 3);
    assert.deepEqual((await readAll(path)).groups, ['a', 'b']);
  });

  it('says what the system says when the file can’t be written, and goes on afterwards', async () => {
    const below = new JournalFile(join(path, 'file.pairs.jsonl'));
    await fill('a');
    const appended = await below.append([split('b')]);
    assert.equal(!appended.ok && appended.error.code, 'io');
    assert.match(!appended.ok ? appended.error.message : '', /Could not write to .*file\.pairs\.jsonl/);
  });
});

async function opened(path: string) {
  const journal = new JournalFile(path);
  assert.ok((await journal.read(() => undefined)).ok);
  return journal;
}
