import assert from 'node:assert/strict';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

/** Runs `chunk` or `prompt` in a folder with such settings. */
async function withSettings(settings: string, words: readonly string[], environment = {}) {
  const folder = workspace({ ...documents, '.vscode/settings.json': settings });
  return cli(words, { folder, environment });
}

const chunk = ['chunk', 'docs/library.md', '--json'];
const longest = (stdout: string) =>
  Math.max(...jsonLines(stdout).flatMap(({ text }) => (typeof text === 'string' ? text.length : [])));

describe('settings of the command line', () => {
  before(cliFile);

  it('come from settings.json with a mark at its start, comments and trailing commas', async () => {
    const { code, stdout, stderr } = await withSettings(
      '\ufeff{\n  // how long\n  "pairsmith.chunkSize": 120, /* and */\n  "pairsmith.overlap": 0,\n  "editor.rulers": [80,],\n}\n',
      chunk,
    );
    assert.deepEqual([code, stderr], [0, '']);
    assert.ok(longest(stdout) <= 120);
  });

  it('may be left blank, and may be missing', async () => {
    assert.equal((await withSettings(' \n', chunk)).code, 0);
    assert.equal((await cli(chunk, { folder: workspace(documents) })).code, 0);
  });

  it('are won by the environment, and that by a flag', async () => {
    const settings = '{"pairsmith.chunkSize": 400, "pairsmith.overlap": 0}';
    const environment = { PAIRSMITH_CHUNK_SIZE: '150' };
    const fromFile = longest((await withSettings(settings, chunk)).stdout);
    const fromEnvironment = longest((await withSettings(settings, chunk, environment)).stdout);
    const fromFlag = longest(
      (await withSettings(settings, [...chunk, '--chunk-size', '60'], environment)).stdout,
    );
    assert.ok(fromFile > 150 && fromFile <= 400);
    assert.ok(fromEnvironment > 60 && fromEnvironment <= 150);
    assert.ok(fromFlag <= 60);
  });

  it('of an unknown name are told, also in the environment', async () => {
    const { code, stderr } = await withSettings('{"pairsmith.chunksize": 3}', ['chunk', 'docs/library.md'], {
      PAIRSMITH_CHUNKSIZE: '3',
    });
    assert.equal(code, 0);
    assert.match(stderr, /settings\.json: there is no setting pairsmith\.chunksize\./);
    assert.match(stderr, /PAIRSMITH_CHUNKSIZE in the environment: there is no such setting\./);
  });

  it('of the editor are known to be none of ours', async () => {
    const { code, stderr } = await withSettings('{"pairsmith.review.keys": {"next": "n"}}', chunk);
    assert.deepEqual([code, stderr], [0, '']);
  });

  it('that a command does not use are no concern of it', async () => {
    const settings = '{"pairsmith.temperature": "hot", "pairsmith.provider": "x"}';
    const { code, stderr } = await withSettings(settings, chunk, { PAIRSMITH_TOP_P: 'junk' });
    assert.deepEqual([code, stderr], [0, '']);
  });

  const wrong: readonly [settings: string, environment: Record<string, string>, message: RegExp][] = [
    ['{"pairsmith.chunkSize": "big"}', {}, /pairsmith\.chunkSize in \.vscode.settings\.json must be .*"big"/],
    ['{"pairsmith.chunkSize": null}', {}, /pairsmith\.chunkSize in .* must be a whole number from 50/],
    ['{}', { PAIRSMITH_OVERLAP: 'x' }, /PAIRSMITH_OVERLAP in the environment must be .*"x"/],
    ['[]', {}, /\.vscode.settings\.json:1: it is not an object/],
    ['{\n  "pairsmith.chunkSize" 3\n}', {}, /\.vscode.settings\.json:2: colon expected\. Mend it/],
    [`{"a":${'['.repeat(100_000)}`, {}, /\.vscode.settings\.json: it is nested too deep/],
    ['{\n', {}, /\.vscode.settings\.json:2: close brace expected/],
  ];
  for (const [settings, environment, message] of wrong) {
    it(`names a wrong one: ${settings.slice(0, 50).replaceAll('\n', ' ')} ${Object.keys(environment).join()}`, async () => {
      const { code, stdout, stderr } = await withSettings(settings, chunk, environment);
      assert.equal(code, 2);
      assert.match(stderr, message);
      assert.equal(jsonLines(stdout)[0]?.type, 'problem');
    });
  }

  it('that are a folder are said to be one', async () => {
    const folder = workspace({ ...documents, '.vscode/settings.json/x': '' });
    const { code, stderr } = await cli(chunk, { folder });
    assert.equal(code, 2);
    assert.match(stderr, /Could not read \.vscode.settings\.json: it is a folder/);
  });

  describe('of a folder that nobody trusts', () => {
    const settings = JSON.stringify({
      'pairsmith.provider': 'openai',
      'pairsmith.baseUrl': 'http://127.0.0.1:9/v1',
      'pairsmith.model': 'spy',
      'pairsmith.promptFile': '/etc/hostname',
      'pairsmith.dataset': '/tmp/elsewhere.pairs.jsonl',
      'pairsmith.pairsPerChunk': 2,
    });
    const prompt = ['prompt', 'docs/bridge.md', '--json'];

    it('leave out provider, address, model, prompt file and dataset, and say so', async () => {
      const words = ['generate', 'docs', '--dry-run'];
      const { code, stderr } = await withSettings(settings, words);
      assert.equal(code, 0);
      assert.match(stderr, /provider, baseUrl, model, promptFile, dataset left out.*--trust-workspace/);
    });

    it('still shape the questions', async () => {
      const { stdout } = await withSettings(settings, prompt);
      const [notice, request] = jsonLines(stdout);
      assert.deepEqual([notice?.type, notice?.code], ['notice', 'untrusted-settings']);
      assert.equal(request?.url, undefined);
      assert.match(JSON.stringify(request?.messages), /\b(2|two)\b/);
    });

    it('count with --trust-workspace', async () => {
      const trusted = settings.replace('/etc/hostname', 'ask.txt');
      const folder = workspace({
        ...documents,
        '.vscode/settings.json': trusted,
        'ask.txt': 'Ask {pairs} about {text}',
      });
      const { code, stdout, stderr } = await cli([...prompt, '--trust-workspace'], { folder });
      assert.deepEqual([code, stderr], [0, '']);
      const [request] = jsonLines(stdout);
      assert.equal(request?.url, 'http://127.0.0.1:9/v1/chat/completions');
      assert.match(JSON.stringify(request?.body), /Ask 2 about .*Lund Bridge/);
    });
  });

  describe('from --env-file', () => {
    it('count as the environment does, which wins where it is not empty', async () => {
      const env = '# mine\nPAIRSMITH_CHUNK_SIZE=60\nexport PAIRSMITH_OVERLAP="0"\n';
      const folder = workspace({ ...documents, 'my.env': env });
      const words = [...chunk, '--env-file', 'my.env'];
      const sizes = await Promise.all(
        [{}, { PAIRSMITH_CHUNK_SIZE: '150' }, { PAIRSMITH_CHUNK_SIZE: '' }].map(async (environment) =>
          longest((await cli(words, { folder, environment })).stdout),
        ),
      );
      assert.ok((sizes[0] ?? 0) <= 60);
      assert.ok((sizes[1] ?? 0) > 60);
      assert.ok((sizes[2] ?? 0) <= 60);
    });

    it('are missed where the file is not there', async () => {
      const { code, stderr } = await cli([...chunk, '--env-file', 'nope.env'], {
        folder: workspace(documents),
      });
      assert.notEqual(code, 0); // Node 20 reads the flag too, and ends with 9 before we are asked
      assert.match(stderr, /nope\.env/);
    });

    it('are missed where the file holds none', async () => {
      const folder = workspace({ ...documents, 'my.env': 'nothing here\n' });
      const { code, stderr } = await cli([...chunk, '--env-file', 'my.env'], { folder });
      assert.equal(code, 2);
      assert.match(stderr, /--env-file my\.env: it holds no line like NAME=value/);
    });
  });
});
