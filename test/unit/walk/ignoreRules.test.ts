import assert from 'node:assert/strict';
import fc from 'fast-check';
import ignore from 'ignore';
import { IgnoreRules } from '../../../src/node/ignoreRules.js';

describe('a .gitignore', () => {
  const ignored = (text: string, path: string): boolean =>
    new IgnoreRules(text, false).verdict(path.replace(/\/$/, ''), path.endsWith('/')) === 'ignored';
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ['*.tmp', ['a.tmp', 'x/y/a.tmp', 'a.tmp/'], ['a.tmp.md']],
    ['build/', ['build/', 'x/build/'], ['build', 'x/build']],
    ['/top.md', ['top.md'], ['x/top.md']],
    ['docs/*.md', ['docs/a.md'], ['x/docs/a.md', 'docs/x/a.md']],
    ['**/old', ['old', 'x/old/'], ['older']],
    ['a/**', ['a/b', 'a/b/c'], ['a/', 'x/a/b']],
    ['a/**/b', ['a/b', 'a/x/y/b'], ['b']],
    ['*.md\n!keep.md', ['a.md'], ['keep.md', 'x/keep.md']],
    ['# a\n\\#b\n\\!c\n\r\nd\r', ['#b', '!c', 'd'], ['a', '# a', '', 'b']],
    ['a  \nb\\ ', ['a', 'b '], ['a  ', 'b']],
    ['{a,b}.md', ['{a,b}.md'], ['a.md']],
    ['./a\n.env', ['.env'], ['a']],
    ['[!a]?.md', ['bc.md'], ['ac.md']],
    ['/', [], ['a', 'a/']],
  ];
  for (const [text, inside, outside] of cases) {
    it(`with ${JSON.stringify(text)} ignores what git does`, () => {
      assert.deepEqual(
        inside.filter((one) => !ignored(text, one)),
        [],
      );
      assert.deepEqual(
        outside.filter((one) => ignored(text, one)),
        [],
      );
    });
  }

  it('is read on macOS and Windows as git reads it there: in any case, with accents in one part or two', () => {
    const rules = new IgnoreRules('Entwürfe/\n'.normalize('NFC'), true);
    assert.equal(rules.verdict('ENTWÜRFE'.normalize('NFD'), true), 'ignored');
    assert.equal(ignored('Entwürfe/', 'entwürfe/'), false);
  });

  it('says what the package ignore says of it', () => {
    const piece = fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '{', '}', ',');
    const segment = fc.oneof(
      fc.constant('**'),
      fc
        .array(piece, { minLength: 1, maxLength: 3 })
        .map((pieces) => pieces.join('').replace(/\*+/g, '*'))
        .filter((one) => !/^\.+$/.test(one)),
    );
    const pattern = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/'),
        fc.array(segment, { minLength: 1, maxLength: 3 }).map((all) => all.join('/')),
        fc.constantFrom('', '/'),
      )
      .map((parts) => parts.join(''));
    const name = fc.constantFrom('a', 'b', 'ab', 'a.b', 'bb', '{a', 'a,b}');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    fc.assert(
      fc.property(
        fc.array(pattern, { minLength: 1, maxLength: 3 }),
        path,
        fc.boolean(),
        (lines, one, folder) => {
          const text = lines.join('\n');
          const others = ignore({ ignorecase: false }).add(text);
          const parent = one.slice(0, Math.max(0, one.lastIndexOf('/')));
          fc.pre(parent === '' || !others.ignores(`${parent}/`));
          const target = folder ? `${one}/` : one;
          assert.equal(ignored(text, target), others.ignores(target));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('takes no longer for rules that were made to take long', () => {
    const began = performance.now();
    assert.equal(ignored(`${'**/a/'.repeat(100)}b`, 'a/'.repeat(500)), false);
    assert.equal(ignored(`x\\${' '.repeat(100_000)}`, 'x'), false);
    assert.ok(performance.now() - began < 5_000);
  });
});
