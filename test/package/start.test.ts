import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { tempFolder } from '../fixtures/temp.js';

describe('npm start', () => {
  it('turns the samples into checked, split training files, and says where they are', async () => {
    const cwd = tempFolder();
    cpSync('samples', join(cwd, 'samples'), { recursive: true });
    symlinkSync(resolve('dist'), join(cwd, 'dist'), 'junction');
    const { stderr } = await promisify(execFile)(process.execPath, [resolve('scripts/start.mjs')], { cwd });
    assert.match(stderr, /^failed +0$/m);
    assert.match(stderr, /^not reached +0$/m);
    assert.match(
      stderr,
      /The pairs are in out\/samples\.pairs\.jsonl, the training files in out\/samples\.\n$/,
    );
    for (const name of ['train', 'validation', 'test']) {
      const lines = readFileSync(join(cwd, 'out/samples', `${name}.jsonl`), 'utf8')
        .trim()
        .split('\n');
      for (const line of lines) {
        const { messages } = JSON.parse(line) as { messages: { role: string; content: string }[] };
        assert.deepEqual(
          messages.map(({ role }) => role),
          ['user', 'assistant'],
        );
        assert.ok(messages.every(({ content }) => content.trim() !== ''));
      }
    }
  }).timeout(60_000);
});
