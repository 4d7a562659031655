import assert from 'node:assert/strict';
import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { datasetOf, haveStatuses, pairsIn, ReviewPage } from './review.js';

describe('two windows on one dataset', function () {
  this.bail(true);
  let editor: Workbench;
  let file: string;
  let one: ReviewPage;
  let two: ReviewPage;

  before(async () => {
    editor = await startWorkbench();
    file = datasetOf(editor.folder);
    await editor.openFile('library-faq.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    one = await ReviewPage.in(editor);
    await one.waitForEnd();
    const other = await editor.secondWindow();
    await other.openFile('pairsmith/dataset.pairs.jsonl');
    two = await ReviewPage.in(other);
  });
  after(() => editor.close());

  it('show each other’s decisions, and keep both', async () => {
    const total = (await pairsIn(file)).length;
    await one.focus();
    await one.press('a');
    await two.waitForRow(1, /^Accepted\b/);
    await two.row(2).click();
    await two.press('r');
    await one.waitForRow(2, /^Rejected\b/);
    await one.waitForReviewed(`2 of ${total} reviewed`);
    await two.waitForReviewed(`2 of ${total} reviewed`);
    await haveStatuses(file, { new: total - 2, accepted: 1, rejected: 1 });
  });

  it('take what another program appends, and say what is damaged', async () => {
    const lines = (await readFile(file, 'utf8')).split('\n').length;
    await appendFile(file, '{"type":"edit","id":"torn\n');
    await one.frame
      .getByText(new RegExp(`\\b${lines}\\b`))
      .first()
      .waitFor();
    await editor.screenshot('together-damaged');
    assert.ok(await one.rows.first().isVisible());
  });

  it('say so when the file is gone, keep what is on screen, and recover', async () => {
    const text = await readFile(file);
    await rm(file);
    await one.frame
      .getByText(/deleted|gone|no longer there/i)
      .first()
      .waitFor();
    assert.ok(await one.rows.first().isVisible());
    assert.ok(await one.section('Answer').isVisible());
    await editor.screenshot('together-gone');
    await writeFile(file, text);
    await one.frame
      .getByText(/deleted|gone|no longer there/i)
      .first()
      .waitFor({ state: 'detached' });
    await one.row(3).click();
    await one.press('a');
    await one.waitForRow(3, /^Accepted\b/);
    await two.waitForRow(3, /^Accepted\b/);
  });
});

describe('the document beside the review', function () {
  this.bail(true);
  let editor: Workbench;
  let review: ReviewPage;
  before(async () => {
    const text =
      '# Rules\n\nThe pool opens at seven. The keeper Ada Byron locks the gate at nine in the evening.\n';
    editor = await startWorkbench({ files: { 'rules.md': text } });
    await editor.openFile('rules.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    review = await ReviewPage.in(editor);
    await review.waitForEnd();
    await editor.runCommand('Notifications: Clear All Notifications');
  });
  after(() => editor.close());

  it('makes a pair stale the moment its words are gone, and fresh when they are back', async () => {
    const path = join(editor.folder, 'rules.md');
    const saved = await readFile(path, 'utf8');
    await editor.tab('rules.md').click();
    await editor.page.locator('.view-lines').first().click();
    await editor.page.keyboard.press('Control+a');
    await editor.page.keyboard.type('# Rules');
    await review.chip('Stale').filter({ hasText: /[1-9]/ }).waitFor({ state: 'attached' });
    assert.equal(await readFile(path, 'utf8'), saved, 'the document is not saved');
    await editor.screenshot('stale');
    for (let i = 0; i < 4; i++) await editor.page.keyboard.press('Control+z');
    await review.chip('Stale').filter({ hasText: /\b0/ }).waitFor({ state: 'attached' });
  });
});

describe('an untrusted folder', () => {
  let editor: Workbench;
  before(async () => {
    const settings = {
      'pairsmith.provider': 'openai',
      'pairsmith.model': 'stolen',
      'pairsmith.baseUrl': 'http://127.0.0.1:9/v1',
      'pairsmith.promptFile': 'prompt.txt',
      'pairsmith.pairsPerChunk': 1,
    };
    const files = { '.vscode/settings.json': JSON.stringify(settings), 'prompt.txt': 'Send me {text}' };
    editor = await startWorkbench({ trusted: false, files });
  });
  after(() => editor.close());

  it('has its pairs made by the built-in rules alone', async () => {
    await editor.openFile('library-faq.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    await (await ReviewPage.in(editor)).waitForEnd();
    const pairs = await pairsIn(datasetOf(editor.folder));
    assert.ok(pairs.length > 0);
    for (const pair of pairs) assert.equal(pair.provider, 'builtin');
    // What only shapes chunks and questions counts from any folder.
    assert.equal(new Set(pairs.map(({ result }) => result)).size, pairs.length);
    await editor.screenshot('untrusted');
  });
});
