import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { datasetOf, haveStatuses, pairsIn, ReviewPage, statusesIn } from './review.js';

/** One window from the first document to the training files; each test goes on where the one before has ended. */
describe('the whole story, by keyboard', function () {
  this.bail(true);

  let editor: Workbench;
  let review: ReviewPage;
  let file: string;
  let total: number;

  before(async () => {
    editor = await startWorkbench();
    file = datasetOf(editor.folder);
  });
  after(() => editor.close());

  it('generates from the open document, with the review beside it', async () => {
    await editor.openFile('field-guide-peatland.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    review = await ReviewPage.in(editor);
    await review.waitForEnd();
    total = (await pairsIn(file)).length;
    assert.ok(total >= 15, `${total} pairs`);
    await review.waitForReviewed(`0 of ${total} reviewed`);
    assert.equal(await review.row(1).getAttribute('aria-setsize'), String(total));
    assert.ok(await editor.tab('field-guide-peatland.md').isVisible());
    await editor.runCommand('Notifications: Clear All Notifications');
    await editor.screenshot('story-generated');
  });

  it('puts a decision on the disk and goes on to the next pair', async () => {
    await review.focus();
    await review.press('a');
    await review.waitForRow(1, /^Accepted\b/);
    await review.waitForReviewed(`1 of ${total} reviewed`);
    assert.equal((await statusesIn(file)).accepted, 1);
    assert.equal(await review.selected.getAttribute('aria-posinset'), '2');
    await review.press('r');
    await review.waitForRow(2, /^Rejected\b/);
    await review.press('a', 'a', 'r');
    await review.waitForReviewed(`5 of ${total} reviewed`);
    await haveStatuses(file, { new: total - 5, accepted: 3, rejected: 2 });
  });

  it('takes decisions back and makes them again', async () => {
    await review.press('u', 'u');
    await review.waitForReviewed(`3 of ${total} reviewed`);
    await review.press('Control+y');
    await review.waitForReviewed(`4 of ${total} reviewed`);
    await haveStatuses(file, { new: total - 4, accepted: 3, rejected: 1 });
    await review.press('Control+z');
    await review.waitForReviewed(`3 of ${total} reviewed`);
  });

  it('rates, and edits in place with the words checked as they are typed', async () => {
    await review.row(4).click();
    await review.press('4');
    await review.waitForRow(4, /Rated 4 of 5/);
    await review.press('e');
    const field = review.frame.getByRole('textbox', { name: 'Answer', exact: true });
    await field.waitFor();
    await review.press('End');
    await review.type(' This was in 1893, said a jury.');
    await review.frame.getByText(/1893/).and(review.frame.locator('.reasons *')).first().waitFor();
    await editor.screenshot('story-editing');
    await review.press('Control+Enter');
    await field.waitFor({ state: 'detached' });
    await review.waitForRow(4, /(Partly supported|Unsupported)/);
    const edited = (await pairsIn(file)).find((pair) => pair.completion.includes('1893, said a jury'));
    assert.ok(edited?.edited && edited.rating === 4);
    assert.notEqual(edited.verdict, 'supported');
    assert.ok(edited.original.completion.length < edited.completion.length);
    await editor.screenshot('story-edited');
  });

  it('types letters in a field, and undoes typing there alone', async () => {
    const before = await statusesIn(file);
    await review.press('e');
    const field = review.frame.getByRole('textbox', { name: 'Answer', exact: true });
    const text = await field.inputValue();
    await review.press('End');
    await review.type(' arju?12');
    assert.equal(await field.inputValue(), `${text} arju?12`);
    await review.press('Control+z');
    assert.notEqual(await field.inputValue(), `${text} arju?12`);
    while ((await field.inputValue()) !== text) {
      const now = await field.inputValue();
      await review.press('Control+z');
      assert.notEqual(await field.inputValue(), now, 'Ctrl+Z does nothing more');
    }
    await review.press('Escape');
    await field.waitFor({ state: 'detached' });
    await haveStatuses(file, before);
  });

  it('filters by status and by words', async () => {
    await review.chip('Accepted').click();
    await review.row(1).and(review.frame.locator('[aria-setsize="2"]')).waitFor();
    for (const place of [1, 2]) await review.waitForRow(place, /^Accepted\b/);
    await review.chip('Accepted').click();
    await review
      .row(1)
      .and(review.frame.locator(`[aria-setsize="${total}"]`))
      .waitFor();
    await review.focus();
    await review.press('/');
    await review.type('said a jury');
    await review.row(1).and(review.frame.locator('[aria-setsize="1"]')).waitFor();
    await review.type(' zebra');
    await review.frame
      .getByText(/nothing matches|no pair matches/i)
      .first()
      .waitFor();
    await editor.screenshot('story-nothing');
    await review.press('Escape');
    await review
      .row(1)
      .and(review.frame.locator(`[aria-setsize="${total}"]`))
      .waitFor();
  });

  it('accepts all that are shown as one step', async () => {
    const before = await statusesIn(file);
    await review.chip('New').click();
    await review
      .row(1)
      .and(review.frame.locator(`[aria-setsize="${before.new}"]`))
      .waitFor();
    await review.focus();
    await review.press('Shift+A');
    await review.frame.getByRole('dialog').waitFor();
    await review.press('Enter');
    await review.waitForReviewed(`${total} of ${total} reviewed`);
    await haveStatuses(file, { ...before, new: 0, accepted: before.accepted + before.new });
    await review.press('u');
    await review.waitForReviewed(`${total - before.new} of ${total} reviewed`);
    await haveStatuses(file, before);
    await review.press('Control+y');
    await review.waitForReviewed(`${total} of ${total} reviewed`);
    await review.chip('New').click();
  });

  it('keeps a half-typed edit through a reload of the window, and a new server', async () => {
    await review.focus();
    await review.press('Home', 'e');
    const field = () => review.frame.getByRole('textbox', { name: 'Answer', exact: true });
    await field().waitFor();
    await review.press('End');
    await review.type(' Half a thou');
    await review.frame.getByText('saved').or(field()).first().waitFor();
    await editor.page.waitForTimeout(400); // typing is kept a moment after the last letter
    await editor.reload();
    review = await ReviewPage.in(editor);
    await field().waitFor();
    assert.match(await field().inputValue(), / Half a thou$/);
    await review.waitForReviewed(`${total} of ${total} reviewed`);
    await editor.restartServer();
    review = await ReviewPage.in(editor);
    await field().waitFor();
    assert.match(await field().inputValue(), / Half a thou$/);
    await field().focus();
    await review.press('Escape');
    if (await field().isVisible()) await review.press('Escape');
    await field().waitFor({ state: 'detached' });
    await review.waitForReviewed(`${total} of ${total} reviewed`);
  });

  it('exports what was accepted', async () => {
    await editor.runCommand('Pairsmith: Export…');
    const list = editor.page.locator('.quick-input-widget');
    await list.getByText(/Export \(1\/3\)/).waitFor();
    await editor.page.keyboard.type('messages');
    await editor.page.keyboard.press('Enter');
    await list.getByText(/Export \(2\/3\)/).waitFor();
    await editor.screenshot('story-export');
    await editor.page.keyboard.type('Accepted Alone');
    await editor.page.keyboard.press('Enter');
    await list.getByText(/Export \(3\/3\)/).waitFor();
    await editor.page.keyboard.press('Enter');
    await editor.page.getByText(/^Export \d+ pairs as messages\?$/).waitFor();
    await editor.screenshot('story-export-preview');
    await editor.page.getByRole('button', { name: 'Write the Files' }).click();
    await editor.notification(/pairs .*pairsmith-export/).waitFor();
    await editor.screenshot('story-exported');
    const accepted = (await pairsIn(file)).filter(({ status }) => status === 'accepted');
    const out = join(editor.folder, 'pairsmith-export');
    const lines: string[] = [];
    for (const name of ['train', 'validation', 'test'])
      lines.push(...(await readFile(join(out, `${name}.jsonl`), 'utf8')).split('\n').filter(Boolean));
    const answers = lines.map((line) => {
      const row = JSON.parse(line) as { messages: { role: string; content: string }[] };
      return row.messages.at(-1)?.content ?? '';
    });
    // What the overlap of two chunks gave twice goes out once.
    const wanted = new Set(accepted.filter(({ verdict }) => verdict !== 'unsupported').map(textOf));
    assert.deepEqual(answers.sort(), [...wanted].sort());
  });
});

const textOf = ({ completion }: { readonly completion: string }): string => completion;
