import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { documentFromText } from '../../../src/core/documents/index.js';

const anySource = fc
  .array(fc.constantFrom('\r\n', '\n', '\r', 'a', 'bc', '👍', '\ud800', '\0', ' '), { maxLength: 60 })
  .map((parts) => parts.join(''));

describe('the map from text to file', () => {
  it('leads every offset to the same character in the file, and back', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { text, map } = documentFromText(source, 'a.txt');
        for (let at = 0; at <= text.length; at++) {
          const there = map.toSource(at);
          assert.equal(map.fromSource(there), at);
          const one = text.charAt(at);
          if (one === '\n') assert.match(source.charAt(there), /[\r\n]/);
          else if (one !== '\ufffd') assert.equal(source.charAt(there), one);
        }
        assert.equal(map.toSource(text.length), source.length);
      }),
    );
  });

  it('leads every offset in the file to the text, never backwards', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { text, map } = documentFromText(source, 'a.txt');
        let last = 0;
        for (let at = 0; at <= source.length; at++) {
          const there = map.fromSource(at);
          assert.ok(there >= last && there <= text.length);
          last = there;
        }
      }),
    );
  });

  it('counts lines and columns as an editor does', () => {
    fc.assert(
      fc.property(anySource, (source) => {
        const { text, map } = documentFromText(source, 'a.txt');
        const lines = source.split(/\r\n|\r|\n/);
        let at = 0;
        lines.forEach((line, number) => {
          for (let column = 0; column <= line.length; column++, at++) {
            assert.deepEqual(map.position(at), { line: number, column });
            assert.equal(map.offsetAt({ line: number, column }), at);
          }
        });
        assert.equal(at, text.length + 1);
      }),
    );
  });

  it('takes what lies outside as the nearest end', () => {
    const { map } = documentFromText('ab\r\ncd', 'a.txt');
    assert.deepEqual(map.position(99), { line: 1, column: 2 });
    assert.deepEqual(map.position(-1), { line: 0, column: 0 });
    assert.equal(map.offsetAt({ line: 0, column: 99 }), 2);
    assert.equal(map.offsetAt({ line: 9, column: 0 }), 5);
    assert.equal(map.fromSource(99), 5);
    assert.equal(map.fromSource(3), 2);
  });

  it('takes off the BOM that text may start with', () => {
    const { text, map, encoding } = documentFromText('\ufeff# A', 'a.md');
    assert.equal(text, '# A');
    assert.equal(map.toSource(2), 2);
    assert.equal(encoding, undefined);
  });

  it('reads a megabyte of line ends at once', () => {
    const { text, map } = documentFromText('\r\n'.repeat(500_000), 'a.txt');
    assert.equal(text.length, 500_000);
    for (let at = 0; at < 500_000; at += 7) assert.equal(map.toSource(at), at * 2);
  });
});
