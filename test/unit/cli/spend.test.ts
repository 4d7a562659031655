import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { tempFolder } from '../../fixtures/temp.js';
import { documents, workspace } from '../../fixtures/workspace.js';

describe('what a run may cost', () => {
  let server: FakeServer;
  before(cliFile);
  beforeEach(async () => (server = await startFakeServer({ latency: { medianMs: 1, sigma: 0, seed: 1 } })));
  afterEach(() => server.close());

  const file = 'pairsmith/dataset.pairs.jsonl';
  const generate = (folder: string, words: readonly string[], environment = {}) =>
    cli(
      [
        'generate',
        'docs',
        '--provider',
        'openai',
        '--model',
        'm',
        '--base-url',
        `${server.url}/v1`,
        '--chunk-size',
        '60',
        '--overlap',
        '0',
        ...words,
      ],
      { folder, environment },
    );
  const prices = JSON.stringify({ m: { input: 1, output: 2, cachedInput: 0.1 } });

  const totalOf = (told: Record<string, unknown> | undefined): number =>
    (told as { total: { cost: number } }).total.cost;

  it('is held to in requests, and the rest is done by the next run', async () => {
    const folder = workspace(documents);
    const first = await generate(folder, ['--budget-requests', '3']);
    assert.equal(first.code, 1);
    assert.match(first.stderr, /^The budget of 3 requests is used up\. Raise budgetRequests to go on\.$/m);
    assert.match(first.stderr, /^not reached +[1-9]/m);
    assert.equal(server.stats().requests, 3);
    const second = await generate(folder, []);
    assert.equal(second.code, 0);
    assert.match(second.stderr, /^\d+ documents, \d+ chunks: \d+ to do, 3 done already$/m);
    assert.equal(server.stats().mostPerPrompt, 1);
  });

  it('is held to in dollars', async () => {
    const folder = workspace(documents);
    const { code, stderr } = await generate(folder, ['--budget', '0.02', '--prices', prices]);
    assert.equal(code, 1);
    assert.match(
      stderr,
      /^\$0\.0\d+ of the budget of \$0\.02 are spent, and the next request could cost \$/m,
    );
    const [costs] = jsonLines((await cli(['costs', file, '--json'], { folder })).stdout);
    const cost = totalOf(costs);
    assert.ok(cost > 0 && cost <= 0.02, `${cost}`);
  });

  it('can’t be held to in dollars without a price', async () => {
    const { code, stderr } = await generate(workspace(documents), ['--budget', '1']);
    assert.equal(code, 2);
    assert.match(stderr, /No price is known for m, .*Give its price in the setting prices/);
    assert.equal(server.stats().requests, 0);
  });

  it('is foreseen, and compared with what came', async () => {
    const folder = workspace(documents);
    const dry = await generate(folder, ['--dry-run', '--prices', prices]);
    assert.match(
      dry.stderr,
      /^forecast: \d+ to \d+ requests, [\d,]+ to [\d,]+ tokens in, .* out, \$[\d.]+ to \$[\d.]+$/m,
    );
    assert.match(dry.stderr, /is a guess until there are some/);
    assert.equal(server.stats().requests, 0);
    await generate(folder, ['--limit', '6', '--prices', prices]);
    const rest = await generate(folder, ['--prices', prices]);
    assert.match(rest.stderr, /from 6 earlier results of this model/);
    const [, percent] = /^it took (\d+) % (?:more|fewer) tokens/m.exec(rest.stderr) ?? [];
    assert.ok(Number(percent) <= 30, rest.stderr);
    assert.match(rest.stderr, /^cost: \$0\.0/m);
  });

  it('is told by run, model and document, and not guessed where no price is known', async () => {
    const folder = workspace(documents);
    await generate(folder, []);
    const unknown = await cli(['costs', file], { folder });
    assert.match(
      unknown.stdout,
      /^ {2}openai m +\d+ results, \d+ pairs +[\d,]+ in, [\d,]+ out +cost not known$/m,
    );
    assert.match(unknown.stdout, /The cost of (\d+) of \1 results is not known: see the setting prices/);
    const known = await cli(['costs', file, '--prices', prices], { folder });
    assert.match(known.stdout, /^ {2}docs[/\\]\S+ +\d+ results.*\$0\.00\d+$/m);
    assert.doesNotMatch(known.stdout, /not known/);
    const told = jsonLines(
      (await cli(['costs', file, '--pairs', '--json', '--prices', prices], { folder })).stdout,
    );
    const pairs = told.filter(({ type }) => type === 'pair').map(({ cost }) => cost as number);
    const total = totalOf(told[0]);
    const sum = pairs.reduce((a, b) => a + b, 0);
    assert.ok(sum > 0 && sum <= total + 1e-9, `${sum} of ${total}`); // an empty result has no pair to bear its cost
  });

  it('is nothing where replies are kept, until they are cleared', async () => {
    const environment = { PAIRSMITH_CACHE_FOLDER: join(tempFolder(), 'cache') };
    const [first, second, third, fourth] = [1, 2, 3, 4].map(() => workspace(documents));
    await generate(first as string, [], environment);
    const asked = server.stats().requests;
    const again = await generate(second as string, ['--prices', prices], environment);
    assert.equal(server.stats().requests, asked);
    assert.match(again.stderr, /^cost: \$0$/m);
    assert.match(again.stderr, /^tokens: 0 in, 0 out; \d+ results from replies that were kept took none$/m);
    assert.doesNotMatch(again.stderr, /tokens than foreseen/);
    await generate(third as string, ['--cache-limit', '0'], environment);
    assert.equal(server.stats().requests, 2 * asked);
    assert.match((await cli(['cache'], { environment })).stdout, /^0\.\d MB of replies in /);
    assert.match(
      (await cli(['cache', '--clear'], { environment })).stdout,
      /^0\.\d MB of replies deleted\.$/m,
    );
    await generate(fourth as string, [], environment);
    assert.equal(server.stats().requests, 3 * asked);
  });
});
