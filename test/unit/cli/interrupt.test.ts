import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import type { CliRun } from '../../fixtures/cli.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';

/** Runs the command line and stops reading its stdout after the first bytes. */
async function readOnce(words: readonly string[], folder: string): Promise<Omit<CliRun, 'stdout'>> {
  const child = spawn(process.execPath, [await cliFile(), ...words], { cwd: folder });
  child.stdout.once('data', () => child.stdout.destroy());
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, stderr };
}

/** How many results a dataset has. */
async function results(folder: string): Promise<number> {
  const { stdout } = await cli(['status', file, '--json'], { folder });
  const counts = jsonLines(stdout)[0]?.results as Record<string, number>;
  return Object.values(counts).reduce((sum, n) => sum + n, 0);
}

describe('a run that is interrupted', () => {
  before(cliFile);

  // Windows sends no signal: a program is ended at once there, as by SIGKILL.
  if (process.platform !== 'win32') {
    for (const json of [false, true]) {
      it(`ends with 130 on Ctrl+C, and goes on with the rest${json ? ' (--json)' : ''}`, async () => {
        const server = await startFakeServer({ latency: { medianMs: 40, sigma: 0.1, seed: 1 } });
        try {
          const folder = workspace(documents);
          const words = [
            'generate',
            'docs',
            '--provider',
            'openai',
            '--model',
            'fake',
            '--chunk-size',
            '120',
          ];
          words.push('--overlap', '0', '--concurrency', '2', '--base-url', `${server.url}/v1`);
          if (json) words.push('--json');
          const first = await cli(words, {
            folder,
            onStart(child) {
              const timer = setInterval(() => {
                if (server.stats().answered < 3) return;
                clearInterval(timer);
                child.kill('SIGINT');
              }, 5);
            },
          });
          assert.equal(first.code, 130, first.stderr);
          if (!json) assert.match(first.stderr, /Run the same command again to go on with the rest/);
          assert.match(first.stderr, /Stopping\. Press Ctrl\+C again/);
          if (json) assert.equal(jsonLines(first.stdout).at(-1)?.how, 'cancelled');
          const kept = await results(folder);
          assert.ok(kept >= 2);

          const asked = server.stats().requests;
          const second = await cli(words, { folder });
          assert.equal(second.code, 0, second.stderr);
          assert.equal(
            server.stats().requests - asked,
            (await results(folder)) - kept,
            'asked what was there',
          );
        } finally {
          await server.close();
        }
      });
    }

    it('has nothing to lose where it only reads: it ends at once', async () => {
      const folder = workspace({});
      const { code } = await cli(['ground', '-'], {
        folder,
        endless: true,
        onStart(child) {
          child.stdin?.write('{"id":1,"source":"It is red.","answer":"It is red."}\n');
          child.stdout?.once('data', () => child.kill('SIGINT')); // it reads on
        },
      });
      assert.equal(code, 130);
    });
  }

  // Windows takes no such long line of words.
  if (process.platform !== 'win32')
    it('says all of it to a reader who is slow, before it ends', async () => {
      const names = Array.from({ length: 2_000 }, (_, n) => `no-file-of-this-name-${n}.md`);
      const child = spawn(process.execPath, [await cliFile(), 'generate', ...names], { cwd: workspace({}) });
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      await new Promise((resolve) => child.on('close', resolve));
      assert.equal(stderr.match(/^no-file-of-this-name-/gm)?.length, names.length);
    });

  it('ends quietly where nobody reads its output any more', async () => {
    const folder = workspace({
      ...documents,
      'long.txt': 'A line of text that says something.\n'.repeat(20_000),
    });
    for (const words of [
      ['read', 'long.txt'],
      ['chunk', 'long.txt', '--json'],
      ['chunk', 'long.txt'],
    ]) {
      const { code, stderr } = await readOnce(words, folder);
      assert.deepEqual([code, stderr], [0, ''], words.join(' '));
    }
  });

  it('keeps every whole result where nobody reads its events any more', async () => {
    const folder = workspace(documents);
    const { stderr } = await readOnce(
      ['generate', 'docs', '--json', '--chunk-size', '60', '--overlap', '0'],
      folder,
    );
    assert.equal(stderr, '');
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    assert.equal(lines.pop(), '');
    for (const line of lines) JSON.parse(line);
    assert.equal(
      (await cli(['generate', 'docs', '--chunk-size', '60', '--overlap', '0'], { folder })).code,
      0,
    );
  });
});
