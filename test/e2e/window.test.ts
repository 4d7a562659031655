import assert from 'node:assert/strict';
import { startWorkbench, type Workbench } from '../harness/workbench.js';

/** What the other tests lean on, seen with what VS Code itself brings. */
describe('the window that the tests drive', () => {
  let editor: Workbench;
  afterEach(() => editor.close());

  const heading = async (): Promise<string> => {
    const preview = { extension: 'vscode.markdown-language-features', selector: 'h1' };
    return (await editor.frame(preview)).locator('h1').innerText();
  };

  it('shows a web page again after a reload, and after the server and the extension host died', async () => {
    editor = await startWorkbench({ files: { 'notes/hello.md': '# Hello there\n' } });
    await editor.openFile('notes/hello.md');
    await editor.runCommand('Markdown: Open Preview');
    assert.equal(await heading(), 'Hello there');
    await editor.reload();
    assert.equal(await heading(), 'Hello there');
    await editor.restartServer();
    assert.equal(await heading(), 'Hello there');
    await editor.crashExtensionHost();
    await editor.runCommand('Pairsmith: Show Log');
    assert.equal(await heading(), 'Hello there');
  });

  it('may be one of two, in a folder that is not trusted', async () => {
    editor = await startWorkbench({ trusted: false, settings: { 'editor.fontSize': 31 } });
    const second = await editor.secondWindow();
    await second.openFile('library-faq.md');
    await second.page.locator('.view-line').first().waitFor();
    assert.equal(await editor.tab('library-faq.md').count(), 0);
    const size = await second.page
      .locator('.view-lines')
      .evaluate((lines) => getComputedStyle(lines).fontSize);
    assert.equal(size, '31px');
    for (const { page } of [editor, second])
      await page.locator('.statusbar-item', { hasText: 'Restricted Mode' }).waitFor();
  });
});
