import assert from 'node:assert/strict';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { datasetOf, haveStatuses, pairsIn, ReviewPage } from './review.js';

const wanted = 50;

describe('fifty pairs, reviewed by keys alone', () => {
  let editor: Workbench;
  before(async () => {
    editor = await startWorkbench();
  });
  after(() => editor.close());

  it('takes little more than a key a pair, and each decision is on the disk', async () => {
    const file = datasetOf(editor.folder);
    await editor.runCommand('Pairsmith: Generate Pairs from Workspace');
    await (await ReviewPage.in(editor)).waitForEnd();
    await editor.openFile('pairsmith/dataset.pairs.jsonl');
    await editor.runCommand('Notifications: Clear All Notifications');
    const review = await ReviewPage.in(editor);
    const total = (await pairsIn(file)).length;
    assert.ok(total >= wanted, `${total} pairs`);
    await review.focus();
    let keys = 0;
    const press = async (...names: readonly string[]): Promise<void> => {
      keys += names.length;
      await review.press(...names);
    };
    const counts = { new: total, accepted: 0, rejected: 0 };
    const started = performance.now();
    for (let n = 1; n <= wanted; n++) {
      // As people do: most are fine, one in five is not, some are rated, one in ten gets a word changed.
      if (n % 10 === 0) {
        await press('e');
        await review.frame.locator('#editor').waitFor();
        await press('End', 'Backspace', '!', 'Control+Enter');
        await review.frame.locator('#editor').waitFor({ state: 'detached' });
      }
      if (n % 7 === 0) await press('4');
      const status = n % 5 === 0 ? 'rejected' : 'accepted';
      await press(status === 'rejected' ? 'r' : 'a');
      counts.new--;
      counts[status]++;
      // The next pair is there: only now can one go on.
      await review.frame.locator(`[role=option][aria-posinset="${n + 1}"][aria-selected=true]`).waitFor();
    }
    const seconds = (performance.now() - started) / 1000;
    await haveStatuses(file, counts);
    const edited = (await pairsIn(file)).filter((pair) => pair.edited);
    assert.equal(edited.length, wanted / 10);
    console.log(
      `      ${wanted} pairs: ${(keys / wanted).toFixed(2)} keystrokes and ${(seconds / wanted).toFixed(3)} s a pair, reading aside`,
    );
    assert.ok(keys / wanted < 2);
    await editor.screenshot('fifty');
  });
});
