import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const texts = JSON.parse(readFileSync('l10n/bundle.l10n.json', 'utf8')) as Record<string, string>;
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { l10n?: string; files: string[] };
/** A call of `l10n.t`, and its first argument where it is a literal. */
const call = /\bl10n\.t\(\s*(?:'((?:\\.|[^'\\])*)'|"((?:\\.|[^"\\])*)")?/g;

const used = readdirSync('src/extension', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .flatMap((path) =>
    Array.from(readFileSync(join('src/extension', path), 'utf8').matchAll(call), ([, single, double]) => ({
      path,
      text: (single ?? double)?.replaceAll("\\'", "'"),
    })),
  );

describe('texts of the extension', () => {
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

  it('are where VS Code looks for translations, in what is shipped too', () => {
    assert.equal(manifest.l10n, './l10n');
    assert.ok(manifest.files.includes('l10n'));
  });
});
