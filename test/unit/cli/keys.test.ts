import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile } from '../../fixtures/cli.js';
import { startFakeServer } from '../../fixtures/server/fake-server.js';
import type { FakeServer } from '../../fixtures/server/fake-server.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';
// Of no service's shape, so that only knowing it can hide it.
const wrong = 'wrong.key.0123456789';
const right = 'right.key.9876543210';

describe('keys', () => {
  let server: FakeServer;
  before(async () => {
    await cliFile();
    server = await startFakeServer({ key: right, record: true });
  });
  after(() => server.close());

  const generate = (folder: string, environment: Record<string, string>, ...words: string[]) =>
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
        ...words,
      ],
      { folder, environment },
    );

  for (const json of [[], ['--json']]) {
    it(`are in no output and no byte of the dataset, though the server echoes them ${json.join()}`, async () => {
      const folder = workspace(documents);
      const { code, stdout, stderr } = await generate(folder, { PAIRSMITH_API_KEY: wrong }, ...json);
      assert.equal(code, 1);
      assert.match(stdout + stderr, /refused the key \(401\).*PAIRSMITH_API_KEY/);
      const dataset = readFileSync(join(folder, file), 'utf8');
      assert.match(stdout + stderr, /\[key\]/);
      for (const text of [stdout, stderr, dataset]) assert.ok(!text.includes(wrong));
    });
  }

  it('are not in a pair or a kept reply either, where a server says them in its answer', async () => {
    const folder = workspace(documents);
    const cache = join(folder, 'cache');
    const said = JSON.stringify({
      pairs: [{ question: 'What did you send me here?', answer: `The key ${right} came along.`, quote: '' }],
    });
    const body = JSON.stringify({
      model: right,
      choices: [{ message: { content: said, reasoning: right }, finish_reason: 'stop' }],
    });
    server.next({ status: 200, body });
    const { stdout, stderr } = await generate(
      folder,
      { PAIRSMITH_API_KEY: right, PAIRSMITH_CACHE_FOLDER: cache },
      '--json',
      '--limit',
      '1',
    );
    const dataset = readFileSync(join(folder, file), 'utf8');
    assert.match(dataset, /The key \[key\] came along/);
    const replies = readdirSync(join(cache, 'replies'));
    assert.equal(replies.length, 1);
    const kept = readFileSync(join(cache, 'replies', replies[0] as string), 'utf8');
    for (const text of [stdout, stderr, dataset, kept]) assert.ok(!text.includes(right));
  });

  it('from --env-file go to their server, and nowhere else', async () => {
    const folder = workspace({ ...documents, 'my.env': `PAIRSMITH_API_KEY=${right}\n` });
    const { code, stdout, stderr } = await generate(folder, {}, '--env-file', 'my.env', '--json');
    assert.equal(code, 0, stderr);
    assert.equal(server.requests().at(-1)?.headers.authorization, `Bearer ${right}`);
    for (const text of [stdout, stderr, readFileSync(join(folder, file), 'utf8')])
      assert.ok(!text.includes(right));
  });

  it('of a service stay at home where the base URL leads elsewhere, and the message says so', async () => {
    const folder = workspace(documents);
    const { code, stderr } = await generate(folder, { OPENAI_API_KEY: right });
    assert.equal(code, 1);
    assert.equal(server.requests().at(-1)?.headers.authorization, undefined);
    assert.match(
      stderr,
      /wants a key\. Set PAIRSMITH_API_KEY \(OPENAI_API_KEY goes to api\.openai\.com alone\)/,
    );
  });

  it('are not in the request that `prompt` shows, nor is a password of the address', async () => {
    const folder = workspace(documents);
    for (const provider of ['openai', 'ollama', 'anthropic', 'gemini']) {
      const words = ['prompt', 'docs/bridge.md', '--provider', provider, '--model', 'm', '--json'];
      words.push('--base-url', 'http://me:pass.word.123@127.0.0.1:9');
      const environment = {
        OPENAI_API_KEY: right,
        OLLAMA_API_KEY: right,
        ANTHROPIC_API_KEY: right,
        GEMINI_API_KEY: right,
      };
      const { code, stdout, stderr } = await cli(words, { folder, environment });
      assert.equal(code, 0);
      assert.match(stdout, /"url":"http:\/\/127\.0\.0\.1:9\//);
      assert.ok(!/right\.key|pass\.word/.test(stdout + stderr));
    }
  });

  it('are told to be missing before anything is asked', async () => {
    const folder = workspace(documents);
    const { code, stderr } = await cli(['generate', 'docs', '--provider', 'openai', '--model', 'm'], {
      folder,
    });
    assert.equal(code, 2);
    assert.match(stderr, /there is no key\. Set OPENAI_API_KEY/);
  });
});
