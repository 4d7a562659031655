import assert from 'node:assert/strict';
import { cli, cliFile, jsonLines } from '../../fixtures/cli.js';
import { documents, workspace } from '../../fixtures/workspace.js';

const commands = [
  'generate',
  'refresh',
  'status',
  'export',
  'convert',
  'validate',
  'tidy',
  'read',
  'chunk',
  'prompt',
  'ground',
];

describe('wrong use', () => {
  before(cliFile);
  const folder = workspace(documents);
  const run = (...words: string[]) => cli(words, { folder });

  it('shows every command and the exit codes in the help', async () => {
    const { code, stdout } = await run('--help', '--json');
    assert.equal(code, 0);
    for (const name of commands) assert.match(stdout, new RegExp(`pairsmith ${name} `));
    assert.match(stdout, /Exit codes: 0 all done, 1 some failed, 2 wrong use or unreadable input, 130/);
  });

  it('shows the help of each command, which names its settings as flags', async () => {
    const helps = await Promise.all(commands.map((name) => run(name, '--help')));
    helps.forEach(({ code, stdout }, i) => {
      assert.equal(code, 0);
      assert.match(stdout, new RegExp(`^pairsmith ${commands[i]} `));
      assert.match(stdout, /Exit codes:/);
    });
    assert.match(helps[0]?.stdout ?? '', /--pairs-per-chunk N {2,}\S/);
  });

  it('without a word says what there is, and ends with 2', async () => {
    const { code, stdout, stderr } = await run();
    assert.deepEqual([code, stdout], [2, '']);
    assert.match(stderr, /pairsmith generate PATH/);
  });

  it('says its version', async () => {
    assert.match((await run('--version')).stdout, /^pairsmith \d+\.\d+\.\d+\n$/);
  });

  const cases: readonly [words: readonly string[], message: RegExp][] = [
    [['generat'], /no command "generat"\. See pairsmith --help/],
    [['help', 'generat'], /no command "generat"/],
    [['generate'], /Use it as "pairsmith generate PATH\.\.\."\. See pairsmith generate --help/],
    [['status', 'a', 'b'], /Use it as "pairsmith status FILE"/],
    [['generate', ''], /One of the paths is empty/],
    [['generate', 'docs', '--dataset', ''], /--dataset is empty: is a variable not set\?/],
    [['export', 'x.pairs.jsonl', '--out='], /--out is empty/],
    [['generate', 'docs', '--json=3'], /'--json' does not take an argument/],
    [['generate', 'docs', '--modle', 'x'], /'--modle'.*See pairsmith generate --help/],
    [['status', 'x', '--model', 'x'], /'--model'/],
    [['generate', 'docs', '--limit'], /--limit needs a value\. See/],
    [['generate', 'docs', '--limit', 'x'], /--limit must be a whole number of at least 1, not "x"/],
    [['generate', 'docs', '--limit', '0'], /--limit must be/],
    [['generate', 'docs', '--chunk-size', '-5'], /--chunk-size must be .* from 50 to 1000000, not "-5"/],
    [['generate', 'docs', '--chunk-size', '1e99'], /--chunk-size must be/],
    [
      ['generate', 'docs', '--overlap', '1000'],
      /overlap \(1000\) must be smaller than the chunk size \(1000\)/,
    ],
    [
      ['generate', 'docs', '--provider', 'nope'],
      /--provider must be one of builtin, openai, azure, .*, not "nope"/,
    ],
    [['generate', 'docs', '--temperature', 'NaN'], /--temperature must be a number from 0 to 2, not "NaN"/],
    [['generate', 'docs', '--question-types', 'factual,odd'], /--question-types must be some of factual/],
    [['generate', 'docs', '--existing', 'x'], /--existing must be one of keep, add, replace, not x/],
    [['generate', 'docs', '--retry', 'x'], /--retry must be one of/],
    [['generate', 'docs', '--provider', 'openai'], /--model/],
    [['generate', 'docs', '--provider', 'openai', '--model', 'm'], /no key.*OPENAI_API_KEY/],
    [
      ['generate', 'docs', '--provider', 'openai', '--model', 'm', '--base-url', 'ht tp:x'],
      /base URL "ht tp:x" is not an address/,
    ],
    [['generate', 'docs', '--prompt-file', 'nope.txt'], /prompt file .*nope\.txt: it is not there/],
    [['generate', 'docs', '--prompt-file', 'docs'], /prompt file .*docs: it is a folder/],
    [['generate', 'docs', '--dataset', 'docs'], /docs is no dataset: it is a folder/],
    [['read', 'nope.md'], /Could not read nope\.md: it is not there/],
    [['read', 'docs'], /Could not read docs: it is a folder/],
    [['chunk', 'nope.md'], /Could not read nope\.md/],
    [['prompt', 'docs/bridge.md', '--chunk', '99'], /has \d+ chunks; there is no chunk 99/],
    [['status', 'nope.pairs.jsonl'], /no dataset nope\.pairs\.jsonl.*pairsmith generate PATH/],
    [['status', 'docs/bridge.md/x'], /docs\/bridge\.md\/x: a part of its path is a file/],
    [['validate', 'nope.jsonl'], /Could not read nope\.jsonl: it is not there/],
    [['validate', 'docs'], /docs holds no \.json, \.jsonl, \.csv or \.tsv file/],
    [['validate', 'docs/bridge.md', '--format', 'x'], /--format must be one of messages/],
    [['convert', 'x.jsonl'], /Say --to FORMAT/],
    [['convert', 'nope.jsonl', '--to', 'alpaca', '--out', 'y.json'], /Could not read nope\.jsonl/],
    [['ground', 'nope.jsonl'], /Could not read nope\.jsonl: it is not there/],
    [['ground', 'docs'], /Could not read docs: it is a folder/],
  ];

  for (const [words, message] of cases) {
    it(`refuses: ${words.join(' ') || '(nothing)'}`, async () => {
      const { code, stdout, stderr } = await run(...words, '--json');
      assert.equal(code, 2, stderr);
      assert.match(stderr, message);
      assert.equal(stderr.trimEnd().split('\n').length, 1, 'more than one line');
      const problems = jsonLines(stdout);
      assert.equal(problems.length, 1);
      assert.equal(problems[0]?.type, 'problem');
      assert.match((problems[0]?.problem as { message: string } | undefined)?.message ?? '', message);
    });
  }

  it('writes nothing to stdout for wrong use without --json', async () => {
    const { code, stdout } = await run('generate', 'docs', '--limit', 'x');
    assert.deepEqual([code, stdout], [2, '']);
  });

  it('takes a number below zero as the value of a flag', async () => {
    assert.equal((await run('generate', 'docs', '--dry-run', '--num-predict', '-1')).code, 0);
  });
});
