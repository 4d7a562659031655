import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { bundle, textsIn } from '../../fixtures/texts.js';

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { l10n?: string };

for (const [whose, folder] of [
  ['the extension', 'src/extension'],
  ['the review page', 'src/webview'],
] as const) {
  describe(`texts of ${whose}`, () => {
    const used = textsIn(folder);

    it('are literals, so that they can be translated', () => {
      assert.ok(used.length > 100);
      const others = used.filter(({ text }) => text === undefined).map(({ path }) => path);
      assert.deepEqual(others, []);
    });

    it('all stand in the bundle of texts, in English', () => {
      const missing = new Set(used.map(({ text }) => text as string).filter((text) => bundle[text] !== text));
      assert.deepEqual([...missing], []);
    });

    it('name each value once, from {0} on', () => {
      for (const { text = '' } of used) {
        const numbers = Array.from(text.matchAll(/\{(\d)\}/g), ([, n]) => Number(n)).sort();
        const wanted = numbers.map((_, i) => i);
        assert.deepEqual(numbers, wanted, text);
      }
    });
  });
}

describe('the bundle of texts', () => {
  it('holds none that nobody uses', () => {
    const used = new Set([...textsIn('src/extension'), ...textsIn('src/webview')].map(({ text }) => text));
    const idle = Object.keys(bundle).filter((text) => !used.has(text));
    assert.deepEqual(idle, []);
  });

  it('is where VS Code looks for translations, in what is shipped too', () => {
    assert.equal(manifest.l10n, './l10n');
    assert.match(readFileSync('.npmignore', 'utf8'), /^!\/l10n$/m);
    assert.match(readFileSync('.vscodeignore', 'utf8'), /^!l10n\/\*\*$/m);
  });
});
