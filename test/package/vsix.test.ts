import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { run } from '../harness/cache.js';
import { newest } from '../harness/versions.js';
import { startWorkbench, type Workbench } from '../harness/workbench.js';

const folder = 'out/package';

/** What `npm run package` makes, as VS Code installs it. */
describe('the packaged extension', function () {
  // Packs, installs and starts: some seconds on a machine that does nothing else.
  this.timeout(180_000);
  let editor: Workbench;
  let vsix: string;
  before(async () => {
    await run(process.execPath, ['--import', 'tsx', 'scripts/package.mjs', '--out', folder]);
    const { version } = JSON.parse(await readFile('package.json', 'utf8')) as { version: string };
    vsix = join(folder, `pairsmith-${version}.vsix`);
    editor = await startWorkbench({ version: newest, vsix });
  });
  after(() => editor?.close());

  it('is small', async () => {
    const { size } = await stat(vsix);
    assert.ok(size < 2_000_000, `${size} bytes`);
  });

  it('holds what runs, and no source, test, type, map or package', async () => {
    const installed = (await readdir(editor.extensionsFolder)).filter((name) =>
      name.startsWith('pairsmith.'),
    );
    assert.equal(installed.length, 1);
    const root = join(editor.extensionsFolder, installed[0] ?? '');
    const files = (await readdir(root, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
    const allowed =
      /^(dist\/.+\.(js|css|ttf|svg|wasm)|media\/.+|l10n\/.+\.json|package(\.nls)?\.json|readme\.md|changelog\.md|LICENSE\.txt|\.vsixmanifest)$/i;
    assert.deepEqual(
      files.filter((file) => !allowed.test(file)),
      [],
    );
    const manifest = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<string, string>;
    assert.ok(existsSync(join(root, manifest['main'] ?? '')), `there is no ${manifest['main']}`);
    assert.ok(!files.some((file) => /^dist\/(cli|index)\.js$/.test(file)), 'the command line is in it');
  });

  it('runs its commands', async () => {
    const chosen = editor.page
      .locator('.part.panel select option:checked', { hasText: /^Pairsmith$/ })
      .first();
    const isShown = () =>
      chosen.waitFor({ state: 'attached', timeout: 15_000 }).then(
        () => true,
        () => false,
      );
    let shown = false;
    // A window that has only just started may lose what is typed into its palette.
    for (let tries = 0; tries < 3 && !shown; tries++) {
      await editor.runCommand('Pairsmith: Show Log');
      shown = await isShown();
    }
    assert.ok(shown, 'the log is not shown');
  });
});
