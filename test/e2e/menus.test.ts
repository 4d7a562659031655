import assert from 'node:assert/strict';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { datasetOf, pairsIn, ReviewPage } from './review.js';

const text = (name: string) =>
  `# ${name}\n\nThe ${name} was built in 1911 by Ada Byron. It was sold to the town for 40 pounds in 1950.\n`;

describe('the menus', function () {
  this.bail(true);
  let editor: Workbench;

  before(async () => {
    const names = ['mill', 'tower', 'barn'];
    editor = await startWorkbench({
      files: {
        ...Object.fromEntries(names.map((name) => [`${name}.md`, text(name)])),
        'train.jsonl': '{"messages":[]}\n',
      },
      // The explorer selects what was opened, a little later: not what was clicked meanwhile.
      settings: { 'pairsmith.pairsPerChunk': 1, 'explorer.autoReveal': false },
    });
    // A menu that opens before the window knows the extension does not have its entries.
    await editor.page.locator('.activitybar').getByRole('tab', { name: 'Pairsmith' }).waitFor();
  });
  after(() => editor.close());

  const inExplorer = (name: string) =>
    editor.page.locator('.explorer-folders-view .monaco-list-row').filter({ hasText: name }).first();
  const entry = (title: string) =>
    editor.page.locator('.monaco-menu').getByRole('menuitem', { name: title, exact: true });
  /** By the keyboard once it is marked: VS Code takes no click right after a menu has opened. */
  const choose = async (title: string): Promise<void> => {
    await entry(title).hover();
    await editor.page.keyboard.press('Enter');
    await entry(title).waitFor({ state: 'detached' });
  };

  it('make pairs of the files that are selected in the explorer', async () => {
    await inExplorer('mill.md').click();
    await editor.tab('mill.md').waitFor();
    await inExplorer('tower.md').click({ modifiers: ['ControlOrMeta'] });
    await editor.page.locator('.explorer-folders-view .monaco-list-row.selected').nth(1).waitFor();
    await inExplorer('mill.md').click({ button: 'right' });
    await choose('Generate Pairs');
    const review = await ReviewPage.in(editor);
    await review.waitForEnd(/2 pairs from 2 chunks/);
    const documents = (await pairsIn(datasetOf(editor.folder))).map(({ prompt }) => prompt.at(-1)?.content);
    assert.match(documents.join(' '), /mill.*tower|tower.*mill/);
  });

  it('offer what a file is for', async () => {
    await inExplorer('train.jsonl').click({ button: 'right' });
    await entry('Convert Training Files…').waitFor();
    assert.equal(await entry('Generate Pairs').count(), 0);
    await editor.page.keyboard.press('Escape');
  });

  it('make pairs of the document in front, and show these and not others in place of it', async () => {
    await editor.runCommand('View: Close All Editors');
    await editor.openFile('barn.md');
    await editor.page.locator('.editor-instance .view-line').first().click({ button: 'right' });
    await choose('Generate Pairs from This Document');
    const review = await ReviewPage.in(editor);
    await review.waitForEnd(/1 pair from 1 chunk/);
    await review.selected.filter({ hasText: 'barn.md' }).waitFor();
    assert.equal(await editor.tab('tower.md').count(), 0);
    assert.equal(await editor.tab('mill.md').count(), 0);
  });
});
