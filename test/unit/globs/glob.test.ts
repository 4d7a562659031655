import assert from 'node:assert/strict';
import fc from 'fast-check';
import picomatch from 'picomatch';
import { glob } from '../../../src/core/glob.js';

describe('globs', () => {
  const cases: readonly [string, readonly string[], readonly string[]][] = [
    ['*.md', ['a.md', '.md', '😀.md'], ['a/b.md', 'a.txt', 'amd']],
    ['drafts/**', ['drafts', 'drafts/a', 'drafts/a/b.md'], ['x/drafts/a', 'drafts2']],
    ['**/old/*.txt', ['old/a.txt', 'x/y/old/a.txt'], ['old/x/a.txt', 'bold/a.txt']],
    ['a/**/b', ['a/b', 'a/x/b', 'a/x/y/b'], ['ab', 'a/xb']],
    ['**', ['a', 'a/b/c', '.x/y'], []],
    ['./docs/*', ['docs/a'], ['docs/a/b', 'docs']],
    ['?[a-c][!x].md', ['zby.md', '😀ay.md'], ['zbx.md', 'zdy.md', '/ay.md']],
    ['{docs,x/{y,z}}/*.md', ['docs/a.md', 'x/y/a.md', 'x/z/b.md'], ['x/a.md', 'y/a.md']],
    ['Report (1){a}[.md', ['Report (1){a}[.md'], ['Report 1a[.md']],
    ['\\*\\{a,b\\}', ['*{a,b}'], ['x{a,b}', '*a']],
    ['!a/*', ['b', 'a/b/c'], ['a/b']],
    ['', [''], ['a']],
  ];
  for (const [pattern, inside, outside] of cases) {
    it(`reads ${pattern || 'an empty one'}`, () => {
      const matches = glob(pattern);
      assert.deepEqual(
        inside.filter((one) => !matches(one)),
        [],
      );
      assert.deepEqual(outside.filter(matches), []);
    });
  }

  it('agrees with picomatch on paths as they are', () => {
    const name = fc.string({ unit: fc.constantFrom('a', 'b', '.'), minLength: 1, maxLength: 4 });
    const path = fc
      .array(
        name.filter((one) => !/^\.+$/.test(one)),
        { minLength: 1, maxLength: 4 },
      )
      .map((names) => names.join('/'));
    const piece = fc.constantFrom('a', 'b', '.', '*', '?', '[ab]', '[^a]', '{a,b*}', '{a,?b,.}');
    const segment = fc.oneof(
      fc.constant('**'),
      fc
        .array(piece, { minLength: 1, maxLength: 4 })
        .map((pieces) => pieces.join('').replaceAll(/\*+/g, '*'))
        .filter((one) => !/^\.+$/.test(one)),
    );
    const pattern = fc
      .array(segment, { minLength: 1, maxLength: 4 })
      .map((all) => all.join('/'))
      // There it takes the folder itself after a name without wildcards alone.
      .filter((one) => !/[*?\]}]\/\*\*$/.test(one));
    fc.assert(
      fc.property(pattern, path, (one, target) => {
        assert.equal(glob(one)(target), picomatch(one, { dot: true })(target));
      }),
      { numRuns: 500 },
    );
  });

  it('takes no longer for a pattern that was made to take long', () => {
    const began = performance.now();
    assert.equal(glob(`${'*a'.repeat(200)}*b`)('a'.repeat(255)), false);
    assert.equal(glob(`${'**/a/'.repeat(200)}b`)('a/'.repeat(1000)), false);
    assert.equal(glob(`${'{a,aa,'.repeat(200)}b${'}'.repeat(200)}*c`)('a'.repeat(255)), false);
    assert.equal(glob('['.repeat(20_000))('a'), false);
    assert.equal(glob('{'.repeat(20_000))('a'), false);
    assert.ok(performance.now() - began < 5_000);
  });
});
