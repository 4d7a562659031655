import assert from 'node:assert/strict';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { workspace } from '../../fixtures/workspace.js';

const source = 'The bridge was built in 1932 by Anna Lund. It is 410 metres long.';
const good = {
  id: 'a',
  source,
  question: 'Who built the bridge?',
  answer: 'Anna Lund built the bridge in 1932.',
};
const bad = { id: 2, source, answer: 'The bridge was built in 1945.' };
const lines = (...items: unknown[]) => items.map((item) => `${JSON.stringify(item)}\n`).join('');

describe('ground', () => {
  before(cliFile);

  it('checks the lines of a file, in their order, with and without --json', async () => {
    const folder = workspace({ 'in.jsonl': lines(good, bad) });
    const { code, stdout, stderr } = await cli(['ground', 'in.jsonl'], { folder });
    assert.deepEqual([code, stderr], [0, '']);
    const [first, second] = jsonLines(stdout);
    assert.deepEqual([first?.id, first?.supported, second?.id, second?.supported], ['a', true, 2, false]);
    for (const key of ['verdict', 'score', 'reasons', 'unsupported', 'evidence'])
      assert.ok(Object.hasOwn(first ?? {}, key));
    const [[start, end] = [0, 0]] = (second?.unsupported ?? []) as [number, number][];
    assert.match(bad.answer.slice(start, end), /1945/);
    assert.equal((await cli(['ground', 'in.jsonl', '--json'], { folder })).stdout, stdout);
  });

  it('checks the lines of stdin, also without a last line end and with a mark before the first', async () => {
    const { code, stdout } = await cli(['ground', '-'], { input: `\ufeff${lines(good, bad).trimEnd()}` });
    assert.equal(code, 0);
    assert.equal(jsonLines(stdout).length, 2);
  });

  it('takes no other character for the end of a line', async () => {
    const odd = { ...good, source: `${source}\u2028More.\u0085 And more.` };
    const { code, stdout } = await cli(['ground', '-'], { input: lines(odd) });
    assert.equal(code, 0);
    assert.equal(jsonLines(stdout).length, 1);
  });

  it('names what is no such line by its number, and does the others', async () => {
    const folder = workspace({ 'in.jsonl': `not JSON\n${lines(good)}\n${lines({ id: 3, answer: 'x' })}` });
    const { code, stdout, stderr } = await cli(['ground', 'in.jsonl'], { folder });
    assert.equal(code, 1);
    assert.equal(jsonLines(stdout).length, 1);
    assert.match(stderr, /^in\.jsonl:1: .*\nin\.jsonl:4: .*\n2 lines left out\.\n$/);
    const json = jsonLines((await cli(['ground', 'in.jsonl', '--json'], { folder })).stdout);
    assert.deepEqual(
      json.map(({ type, id }) => type ?? id),
      ['problem', 'a', 'problem'],
    );
  });

  it('ends with 2 where there is no such line at all', async () => {
    assert.equal((await cli(['ground', '-'], { input: 'x\n' })).code, 2);
    assert.equal((await cli(['ground', '-'], { input: '' })).code, 0);
  });
});
