import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { documents, workspace } from '../../fixtures/workspace.js';

describe('profiles on the command line', () => {
  let first: FakeServer;
  let second: FakeServer;
  before(cliFile);
  beforeEach(async () => {
    [first, second] = await Promise.all([
      startFakeServer({ model: 'big', record: true }),
      startFakeServer({ model: 'small', key: 'sk-never-sent', record: true }),
    ]);
  });
  afterEach(() => Promise.all([first.close(), second.close()]));

  const profiles = () =>
    JSON.stringify({
      big: { provider: 'openai', model: 'big', baseUrl: `${first.url}/v1`, temperature: 0.5 },
      small: { provider: 'ollama', model: 'small', baseUrl: second.url },
      keyed: { provider: 'openai', model: 'small', baseUrl: `${second.url}/v1`, concurrency: 1 },
    });
  const generate = (folder: string, ...words: string[]) =>
    cli(['generate', 'docs', '--profiles', profiles(), '--retries', '0', ...words], { folder });
  it('choose who is asked, with sampling of its own', async () => {
    const folder = workspace(documents);
    const { code, stderr } = await generate(folder, '--profile', 'big', '--temperature', '2');
    assert.equal(code, 0, stderr);
    const bodies = first.requests().map(({ body }) => [body.model, body['temperature']]);
    assert.ok(bodies.length > 0);
    assert.deepEqual(
      bodies,
      bodies.map(() => ['big', 0.5]),
    );
  });

  it('are all asked about every chunk where several are named', async () => {
    const folder = workspace(documents);
    const words = ['--profile', 'big', '--profile', 'small'];
    const { code, stdout } = await generate(folder, ...words, '--json');
    const { summary } = jsonLines(stdout).at(-1) as { summary: Record<string, number> };
    assert.equal(summary['planned'], first.stats().requests + second.stats().requests);
    assert.equal(code, 1); // the second wants a key
  });

  it('are asked each where they ask the same model elsewhere, and once where all is the same', async () => {
    const at = (url: string, more: object = {}) => ({
      provider: 'openai',
      model: 'big',
      baseUrl: url,
      ...more,
    });
    const other = await startFakeServer({ model: 'big' });
    const set = {
      one: at(`${first.url}/v1`),
      two: at(`${other.url}/v1/`),
      copy: at(`${first.url}/v1`, { concurrency: 2 }),
    };
    const folder = workspace(documents);
    const words = ['--profiles', JSON.stringify(set), '--profile', 'one,two,copy'];
    const { code, stderr } = await cli(['generate', 'docs', ...words], { folder });
    assert.equal(code, 0, stderr);
    assert.match(
      stderr,
      /Profile copy asks the same model at the same address .* as one: it is not asked again/,
    );
    assert.ok(first.stats().requests > 0);
    assert.equal(other.stats().requests, first.stats().requests);
    const again = await cli(['generate', 'docs', ...words], { folder });
    assert.match(again.stderr, /Nothing to do/);
    await other.close();
  });

  it('stand in for one that misses its key, as the one that is recorded', async () => {
    const folder = workspace(documents);
    const { code, stdout, stderr } = await generate(
      folder,
      '--profile',
      'keyed',
      '--fallback',
      'big',
      '--json',
    );
    assert.equal(code, 0, stderr);
    const results = jsonLines(stdout).filter(({ type }) => type === 'result');
    assert.ok(results.length > 0);
    for (const { result } of results) assert.equal((result as { model: string }).model, 'big');
    assert.ok(second.stats().requests <= 2, `${second.stats().requests} refused`);
  });

  it('do not stand in for themselves', async () => {
    const words = ['--profile', 'keyed', '--fallback', 'keyed'];
    const { code, stderr } = await generate(workspace(documents), ...words);
    assert.equal(code, 1);
    assert.doesNotMatch(stderr, /Nor did/);
    assert.ok(second.stats().requests <= 2, `${second.stats().requests} refused`);
  });

  it('are refused by name where there is none such, or one is wrong', async () => {
    const folder = workspace(documents);
    const none = await generate(folder, '--profile', 'nope');
    assert.equal(none.code, 2);
    assert.match(none.stderr, /There is no profile nope\. The setting profiles has big, small, keyed\./);
    const wrong = await cli(['generate', 'docs', '--profiles', '{"a":{"provider":"openai","modle":"x"}}'], {
      folder,
    });
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /--profiles must be set-ups by name/);
    assert.equal((await generate(folder, '--profile', '__proto__')).code, 2);
    const editor = await cli(['generate', 'docs', '--provider', 'vscode'], { folder });
    assert.match(editor.stderr, /inside VS Code alone/);
    assert.equal((await generate(folder, '--profile', 'big, ', '--dry-run')).code, 0);
  });

  it('with a mistake are not shown, as one may hold a password, but the mistake is named', async () => {
    const base = '{"a":{"provider":"openai","baseUrl":"http://me:hunter2hunter2@localhost/v1"';
    for (const [text, named] of [
      [`${base},"modle":"x"}}`, /See a\.modle\./],
      [`${base},"topP":2}}`, /See a\.topP\./],
      [base, /This is no such JSON\./],
    ] as const) {
      const { code, stdout, stderr } = await cli(['generate', 'docs', '--profiles', text, '--json'], {
        folder: workspace(documents),
      });
      assert.equal(code, 2);
      assert.match(stderr, named);
      assert.ok(!(stdout + stderr).includes('hunter2'));
    }
  });

  it('at two hosts never share a key of the environment, as first choice or to turn to', async () => {
    const environment = { PAIRSMITH_API_KEY: 'key.for.one.host' };
    for (const flag of ['--profile', '--fallback']) {
      const { code, stderr } = await cli(
        ['generate', 'docs', '--profiles', profiles(), '--profile', 'big', flag, 'small'],
        { folder: workspace(documents), environment },
      );
      assert.equal(code, 2);
      assert.match(stderr, /PAIRSMITH_API_KEY would go to two hosts.*runs of their own/);
    }
    assert.equal(first.stats().requests + second.stats().requests, 0);
  });

  it('are not taken from the settings of a folder that nobody trusts', async () => {
    const settings = {
      'pairsmith.profiles': JSON.parse(profiles()) as object,
      'pairsmith.useProfiles': ['big'],
    };
    const folder = workspace({ ...documents, '.vscode/settings.json': JSON.stringify(settings) });
    const { code, stderr } = await cli(['generate', 'docs'], { folder });
    assert.equal(code, 0);
    assert.match(stderr, /profiles, useProfiles left out, as a folder's own settings may not choose these/);
    assert.equal(first.stats().requests, 0);
    assert.equal(
      (await cli(['generate', 'docs', '--trust-workspace', '--existing', 'add'], { folder })).code,
      0,
    );
    assert.ok(first.stats().requests > 0);
  });

  it('cost what those who answered cost, whoever was asked first', async () => {
    const prices = JSON.stringify({ big: { input: 1, output: 1 }, small: { input: 1000, output: 1000 } });
    const words = ['--profile', 'keyed', '--fallback', 'big', '--prices', prices, '--json'];
    const { stdout } = await generate(workspace(documents), ...words);
    const { summary } = jsonLines(stdout).at(-1) as {
      summary: { cost: number; usage: { input: number; output: number } };
    };
    const { input, output } = summary.usage;
    assert.ok(Math.abs(summary.cost - (input + output) / 1e6) < 1e-9, `$${summary.cost}`);
  });

  it('stand in under their own name on each pair and in the costs, which are not guessed from the first one’s', async () => {
    const folder = workspace(documents);
    const prices = JSON.stringify({ small: { input: 1000, output: 1000 } });
    await generate(folder, '--profile', 'keyed', '--fallback', 'big', '--prices', prices);
    const file = 'pairsmith/dataset.pairs.jsonl';
    const costs = await cli(['costs', file], { folder });
    assert.match(costs.stdout, /^models\n {2}openai big +\d+ results, .* cost not known$/m);
    assert.match(costs.stdout, /^ +\d+ results, .* cost not known$/m);
    const own = JSON.stringify({ big: { input: 1, output: 1 }, small: { input: 1000, output: 1000 } });
    const [told] = jsonLines((await cli(['costs', file, '--json', '--prices', own], { folder })).stdout);
    const { total } = told as { total: { cost: number; usage: { input: number; output: number } } };
    assert.ok(Math.abs(total.cost - (total.usage.input + total.usage.output) / 1e6) < 1e-9);
    const words = ['export', file, '--format', 'csv', '--columns', 'model', '--no-split', '--out', 'out'];
    const exported = await cli(words, { folder });
    assert.equal(exported.code, 0, exported.stderr);
    const [table] = readdirSync(join(folder, 'out')).filter((name) => name.endsWith('.csv'));
    const rows = readFileSync(join(folder, 'out', table ?? ''), 'utf8')
      .trim()
      .split(/\r?\n/);
    assert.ok(rows.length > 1);
    assert.deepEqual(new Set(rows.slice(1)), new Set(['big']));
  });
});
