import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { sources } from './sources.js';

const texts = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
/** A call of `t`, and its first argument where it is a literal. */
const call = /(?<![\w.])t\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")?/g;

describe('texts of the review page', () => {
  const used = sources(/\.tsx?$/)
    .filter(({ path }) => path !== 't.ts')
    .flatMap(({ path, code }) =>
      Array.from(code.matchAll(call), ([, single, double]) => ({
        path,
        text: (single ?? double)?.replaceAll("\\'", "'"),
      })),
    );

  it('are literals, so that they can be translated', () => {
    assert.ok(used.length > 100);
    assert.deepEqual(
      used.filter(({ text }) => text === undefined).map(({ path }) => path),
      [],
    );
  });

  it('all stand in the bundle of texts, in English', () => {
    const missing = new Set(used.map(({ text }) => text as string).filter((text) => texts[text] !== text));
    assert.deepEqual([...missing], []);
  });

  it('name each value once, from {0} on', () => {
    for (const { text = '' } of used) {
      const numbers = Array.from(text.matchAll(/\{(\d)\}/g), ([, n]) => Number(n)).sort();
      assert.deepEqual(
        numbers,
        numbers.map((_, i) => i),
        text,
      );
    }
  });
});
