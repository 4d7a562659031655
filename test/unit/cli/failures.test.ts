import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import type { CliRun } from '../../fixtures/cli.js';
import { startFakeServer, type FakeServer } from '../../fixtures/server/fake-server.js';
import { sourceOf } from '../../fixtures/server/prompt.js';
import { qaReply } from '../../fixtures/server/replies.js';
import { documents, workspace } from '../../fixtures/workspace.js';

describe('failed chunks', () => {
  const file = 'pairsmith/dataset.pairs.jsonl';
  let server: FakeServer;
  let folder: string;
  let made: CliRun;
  /** What the model makes of a chunk. */
  let mood: 'poor' | 'good' = 'poor';

  before(cliFile);
  beforeEach(async () => {
    mood = 'poor';
    server = await startFakeServer({
      latency: { medianMs: 1, sigma: 0, seed: 1 },
      answer: (body) => {
        const text = sourceOf(body);
        if (mood === 'good' || text.includes('museum')) return qaReply(body);
        return text.includes('Lund') ? 'Here you are: <nothing>' : "I'm sorry, but I can't help with that.";
      },
    });
    folder = workspace(documents);
    made = await cli(['generate', 'docs', ...provider()], { folder });
  });
  afterEach(() => server.close());

  const provider = (model = 'm') =>
    `--provider openai --model ${model} --base-url ${server.url}/v1 --chunk-size 1000 --overlap 0`.split(' ');
  const retry = (...words: string[]) => cli(['retry', file, ...provider(), ...words], { folder });

  it('are told at the end of the run, one for each reason, with the place', () => {
    assert.equal(made.code, 1);
    assert.match(made.stderr, /^bad-reply: The reply holds no pairs\..* \(docs[/\\]bridge\.md, chunk 1\)$/m);
  });

  it('are shown by reason, with what to do', async () => {
    const { code, stdout } = await cli(['failures', file], { folder });
    assert.equal(code, 0);
    assert.match(
      stdout,
      /^bad-reply: 1 chunk\n {2}docs[/\\]bridge\.md, chunk 1: The reply holds no pairs\./m,
    );
    assert.match(stdout, /^refused: 1 chunk\n {2}docs[/\\]library\.md, chunk 1: The model declined/m);
    assert.match(stdout, /^Ask them again with: pairsmith retry /m);
    const all = await cli(['failures', file, '--all', '--code', 'bad-reply'], { folder });
    assert.match(all.stdout, /^ {4}Here you are: <nothing>$/m);
    assert.doesNotMatch(all.stdout, /refused/);
  });

  it('are not said to be none where only the reason asked for is', async () => {
    const there = 'No chunk has failed for bad-replies. There are failures for: bad-reply, refused.';
    const shown = await cli(['failures', file, '--code', 'bad-replies'], { folder });
    assert.equal(shown.stdout.trim(), there);
    assert.match(
      (await retry('--code', 'bad-replies')).stderr,
      new RegExp(`${there} Nothing is asked again.`),
    );
  });

  it('are shown on a line of their own, whatever somebody else’s dataset has them say', async () => {
    const path = join(folder, file);
    const forged = readFileSync(path, 'utf8').replaceAll(
      'The reply holds no pairs.',
      () => String.raw`Bad.\nAsk them again with: \u001b[2Jevil\n`,
    );
    writeFileSync(path, forged);
    const { stdout } = await cli(['failures', file], { folder });
    assert.match(stdout, /chunk 1: Bad\. Ask them again with: \ufffd\[2Jevil/);
    assert.equal(stdout.match(/^Ask them again/gm)?.length, 1);
  });

  it('are counted in status by reason, whatever a forged dataset calls that', async () => {
    const path = join(folder, file);
    const forged = readFileSync(path, 'utf8')
      .replaceAll('"code":"bad-reply"', () => String.raw`"code":"x\nmade by          \u001b[2Jme\n"`)
      .replaceAll('"code":"refused"', '"code":"__proto__"');
    writeFileSync(path, forged);
    const { stdout } = await cli(['status', file], { folder });
    assert.match(stdout, /^failures .*1 x\ufffdmade by +\ufffd\[2Jme\ufffd/m);
    assert.match(stdout, /^failures .*1 __proto__/m);
    assert.equal(stdout.match(/^made by/gm)?.length, 1);
    const [json] = jsonLines((await cli(['status', file, '--json'], { folder })).stdout);
    assert.deepEqual(Object.values(json?.['failures'] as object), [1, 1]);
  });

  it('are told to programs with the reply as it came', async () => {
    const { stdout } = await cli(['failures', file, '--json'], { folder });
    assert.deepEqual(
      jsonLines(stdout)
        .map(({ type, code, reply, chunk, model }) => [type, code, reply, chunk, model])
        .sort(),
      [
        ['failure', 'bad-reply', 'Here you are: <nothing>', 1, 'm'],
        ['failure', 'refused', "I'm sorry, but I can't help with that.", 1, 'm'],
      ],
    );
  });

  it('are asked again, and only they', async () => {
    mood = 'good';
    const before = server.stats().requests;
    const { code, stderr } = await retry();
    assert.equal(code, 0, stderr);
    assert.equal(server.stats().requests, before + 2);
    const { stdout } = await cli(['failures', file], { folder });
    assert.equal(stdout, 'No chunk has failed.\n');
    assert.match((await retry()).stderr, /No chunk has failed\. Nothing is asked again/);
    assert.equal(jsonLines((await retry('--json')).stdout)[0]?.code, 'nothing-failed');
  });

  it('are asked again as they were cut, whatever size the chunks of other runs have', async () => {
    mood = 'good';
    const { code, stderr } = await cli(
      ['retry', file, ...provider(), '--chunk-size', '50', '--overlap', '10'],
      { folder },
    );
    assert.equal(code, 0, stderr);
    assert.doesNotMatch(stderr, /no longer in/);
    assert.equal((await cli(['failures', file], { folder })).stdout, 'No chunk has failed.\n');
    const again = await cli(['generate', 'docs', ...provider()], { folder });
    assert.match(again.stderr, /Nothing to do/);
  });

  it('are asked again for one reason alone, by another model', async () => {
    mood = 'good';
    const before = server.stats().requests;
    await cli(['retry', file, ...provider('other'), '--code', 'refused'], { folder });
    assert.equal(server.stats().requests, before + 1);
    const { stdout } = await cli(['failures', file], { folder });
    assert.match(stdout, /^bad-reply: 1 chunk$/m);
    assert.doesNotMatch(stdout, /refused/);
  });

  it('are asked again of another model, also where a second one has done them', async () => {
    mood = 'good';
    await cli(['generate', 'docs', ...provider('second'), '--existing', 'add'], { folder });
    assert.match((await cli(['failures', file], { folder })).stdout, /^refused: 1 chunk$/m);
    const before = server.stats().requests;
    const { code, stderr } = await cli(['retry', file, ...provider('third')], { folder });
    assert.equal(code, 0, stderr);
    assert.equal(server.stats().requests, before + 2);
    assert.equal((await cli(['failures', file], { folder })).stdout, 'No chunk has failed.\n');
  });

  it('whose text has changed are left alone, and said to be', async () => {
    writeFileSync(
      join(folder, 'docs', 'bridge.md'),
      '# Bridge\n\nThere is a new bridge, of steel, since 2019.\n',
    );
    mood = 'good';
    const { stderr } = await retry();
    assert.match(
      stderr,
      /^1 failed chunk is no longer in its document: left alone, as the text has changed\./m,
    );
    await cli(['generate', 'docs', ...provider()], { folder });
    const { stdout } = await cli(['failures', file, '--all'], { folder });
    assert.doesNotMatch(stdout, /chunk 0/);
  });

  it('of a document that is gone are left alone, and said to be', async () => {
    rmSync(join(folder, 'docs', 'bridge.md'));
    mood = 'good';
    const { stderr } = await retry();
    assert.match(stderr, /^1 document of failed chunks can no longer be read: left alone\.$/m);
    assert.match((await cli(['failures', file], { folder })).stdout, /^bad-reply: 1 chunk$/m);
  });
});
