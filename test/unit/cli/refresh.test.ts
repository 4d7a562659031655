import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const file = 'pairsmith/dataset.pairs.jsonl';

/** Ten more documents, so that every split has a group. */
const many = Object.fromEntries(
  ['Aller', 'Bode', 'Chiese', 'Dosse', 'Eder', 'Fulda', 'Glan', 'Havel', 'Inn', 'Jagst'].map((river, i) => [
    `docs/${river.toLowerCase()}.md`,
    `# ${river} Lock\n\nThe ${river} lock was built in ${1900 + i} by Maria ${river}mann. ` +
      `The ${river} lock chamber is ${100 + i} metres long.\n`,
  ]),
);

async function made(files: Record<string, string> = documents): Promise<string> {
  const folder = workspace(files);
  assert.equal((await cli(['generate', 'docs'], { folder })).code, 0);
  return folder;
}

const refresh = (folder: string, ...words: string[]) => cli(['refresh', 'docs', ...words], { folder });

function change(folder: string, path: string, from: string, to: string): void {
  const text = readFileSync(join(folder, path), 'utf8');
  assert.ok(text.includes(from));
  writeFileSync(join(folder, path), text.replace(from, to));
}

/** The evidence of a pair that was made of this text. */
function quoteFrom(folder: string, text: string): string {
  const quotes = jsonLines(readFileSync(join(folder, file), 'utf8'))
    .flatMap(({ pairs = [] }) => pairs as { sources: { spans: { quote: string }[] }[] }[])
    .flatMap(({ sources }) => sources.flatMap(({ spans }) => spans.map(({ quote }) => quote)));
  const found = quotes.find((quote) => text.includes(quote));
  assert.ok(found !== undefined && found.length < 100);
  return found;
}

describe('refresh', () => {
  before(cliFile);

  it('does nothing where nothing has changed', async () => {
    const { code, stderr } = await refresh(await made());
    assert.equal(code, 0);
    assert.match(stderr, /Nothing to do\./);
  });

  it('after an edit names the document and the stale pairs, and asks what is new alone', async () => {
    const folder = await made();
    const quote = quoteFrom(folder, documents['docs/bridge.md']);
    change(folder, 'docs/bridge.md', quote, 'Nothing of it is left.');
    const { code, stderr } = await refresh(folder);
    assert.equal(code, 0);
    assert.match(stderr, /^docs\/bridge\.md: changed, \d+ new chunks?, \d+ dropped, \d+ kept$/m);
    assert.match(stderr, /bridge\.md: pair \S+ is stale, as this is gone: "/);
    assert.ok(stderr.includes(`"${quote}"`));
    assert.doesNotMatch(stderr, /museum\.md: /);
    assert.match((await refresh(folder)).stderr, /Nothing to do\./);
  });

  it('after a rename knows the document again, and asks nothing', async () => {
    const folder = await made();
    renameSync(join(folder, 'docs/museum.md'), join(folder, 'docs/clocks.md'));
    const { code, stdout } = await refresh(folder, '--json');
    assert.equal(code, 0);
    const events = jsonLines(stdout);
    const moved = events.filter(({ type }) => type === 'document');
    assert.deepEqual(
      moved.map(({ path, state, new: news }) => [path, state, news]),
      [['../docs/clocks.md', 'moved', 0]],
    );
    assert.equal((events.at(-1)?.summary as { planned: number } | undefined)?.planned, 0);
    const status = await cli(['status', file, '--json'], { folder });
    assert.equal(jsonLines(status.stdout)[0]?.documents, 3);
    assert.match((await refresh(folder)).stderr, /^3 documents, [^\n]*\nNothing to do\./);
  });

  it('after a deletion says so, and keeps the pairs', async () => {
    const folder = await made();
    const pairs = async () => {
      const { stdout } = await cli(['status', file, '--json'], { folder });
      return jsonLines(stdout)[0]?.pairs;
    };
    const before = await pairs();
    rmSync(join(folder, 'docs/library.md'));
    const { code, stderr } = await refresh(folder);
    assert.equal(code, 0);
    assert.match(stderr, /^docs\/library\.md is gone; its pairs are kept\.$/m);
    assert.equal(await pairs(), before);
  });

  it('names 20 documents that are new, 20 that are gone, and counts the rest', async () => {
    const notes = (name: string) =>
      Object.fromEntries(
        Array.from({ length: 23 }, (_, i) => [`docs/${name}${i}.md`, `Nothing ${name} ${i}.`]),
      );
    const folder = workspace(notes('old'));
    const first = await refresh(folder);
    assert.equal(first.stderr.match(/: new, 1 chunk$/gm)?.length, 20);
    assert.match(first.stderr, /^and 3 more documents new or changed \(--json lists all\)$/m);
    rmSync(join(folder, 'docs'), { recursive: true });
    mkdirSync(join(folder, 'docs'));
    const second = await refresh(folder);
    assert.equal(second.stderr.match(/ is gone; its pairs are kept\.$/gm)?.length, 20);
    assert.match(second.stderr, /^and 3 more documents are gone \(--json lists all\)$/m);
  });

  it('with --dry-run says what has changed, and leaves the dataset as it is', async () => {
    const folder = await made();
    const before = readFileSync(join(folder, file));
    change(folder, 'docs/bridge.md', 'seven years', 'nine years');
    const { code, stderr } = await refresh(folder, '--dry-run');
    assert.equal(code, 0);
    assert.match(stderr, /bridge\.md: changed/);
    assert.deepEqual(readFileSync(join(folder, file)), before);
  });

  it('leaves every row of the test set in the test set of the next export', async () => {
    const folder = await made({ ...documents, ...many });
    const test = async () => {
      assert.equal((await cli(['export', file, '--out', 'out'], { folder })).code, 0);
      return readFileSync(join(folder, 'out/test.jsonl'), 'utf8').trimEnd().split('\n');
    };
    const first = await test();
    assert.ok(first.length > 0);
    writeFileSync(
      join(folder, 'docs/kocher.md'),
      '# Kocher\n\nThe Kocher weir was built in 1911 by Otto Kern.\n',
    );
    renameSync(join(folder, 'docs/inn.md'), join(folder, 'docs/inn-river.md'));
    change(folder, 'docs/bridge.md', 'Painters renew', 'Two painters renew');
    assert.equal((await refresh(folder)).code, 0);
    const second = new Set(await test());
    assert.deepEqual(
      first.filter((row) => !second.has(row)),
      [],
    );
  });
});
