import { newest, oldest } from '../harness/versions.js';
import { startWorkbench, type Workbench } from '../harness/workbench.js';

for (const version of [oldest, newest]) {
  describe(`the window of VS Code ${version.vscode}`, () => {
    let editor: Workbench;
    before(async () => {
      editor = await startWorkbench({ version });
    });
    after(() => editor.close());

    it('shows the log on command', async () => {
      await editor.runCommand('Pairsmith: Show Log');
      const chosen = editor.page.locator('.part.panel select option:checked', { hasText: /^Pairsmith$/ });
      await chosen.first().waitFor({ state: 'attached' });
      await editor.screenshot(`log-${version.vscode}`);
    });
  });
}
