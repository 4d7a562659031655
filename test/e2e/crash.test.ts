import assert from 'node:assert/strict';
import { startFakeServer, type FakeServer } from '../fixtures/server/fake-server.js';
import { startWorkbench, type Workbench } from '../harness/workbench.js';
import { datasetOf, pairsIn, ReviewPage } from './review.js';

describe('a run that is killed', function () {
  this.bail(true);
  let editor: Workbench;
  let server: FakeServer;
  let review: ReviewPage;
  let file: string;

  before(async () => {
    server = await startFakeServer({ latency: { medianMs: 500, sigma: 0.2 } });
    // However slow the machine, the run is not over before it is killed: two at once, both of them hang.
    server.next('ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'hang', 'hang');
    editor = await startWorkbench({
      settings: {
        'pairsmith.provider': 'openai',
        'pairsmith.model': 'fake',
        'pairsmith.baseUrl': `${server.url}/v1`,
        'pairsmith.concurrency': 2,
      },
    });
    file = datasetOf(editor.folder);
  });
  after(async () => {
    await editor.close();
    await server.close();
  });

  it('shows its pairs as they come, and loses none when the extension host is killed', async () => {
    await editor.openFile('field-guide-peatland.md');
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    review = await ReviewPage.in(editor);
    while (server.stats().inFlight < 2 || server.stats().requests < 8) await editor.page.waitForTimeout(50);
    await review.row(6).waitFor();
    await editor.screenshot('killed-running');
    // A text that is half typed is not lost either.
    await review.focus();
    await review.press('End');
    await review.selectedIsShown();
    await review.press('e');
    await review.frame.locator('#editor').waitFor();
    await review.press('End');
    await review.type(' Half a thou');
    await review.frame
      .getByText(/partly supported|unsupported|supported/i)
      .first()
      .waitFor();
    await editor.page.waitForTimeout(1_000); // kept half a second after the last letter
    assert.equal(server.stats().inFlight, 2, 'the run was over before it was killed');
    const before = (await pairsIn(file)).map(({ id }) => id);
    await editor.crashExtensionHost();
    const after = (await pairsIn(file)).map(({ id }) => id);
    for (const id of before) assert.ok(after.includes(id));
  });

  it('says so in the page, which comes back by itself and takes decisions again', async () => {
    // At times VS Code takes the page away at once: then there is none to say so.
    const silent = review.frame.getByText(/has stopped answering/).first();
    const said = await silent.waitFor().then(
      () => true,
      () => false,
    );
    assert.ok(said || review.frame.isDetached(), 'the page does not say that its extension has died');
    await editor.screenshot('killed-silent');
    // The page that is there first is the one that has lost its extension: it is replaced at some moment.
    const decides = async (): Promise<boolean> => {
      review = await ReviewPage.in(editor);
      const field = review.frame.locator('#editor');
      await field.click({ timeout: 1_000 });
      assert.match(await field.inputValue(), / Half a thou$/);
      await review.press('Escape', 'Escape');
      await field.waitFor({ state: 'detached', timeout: 1_000 });
      await review.press('Home', 'a');
      const accepted = review.frame.getByRole('option', { name: /^Accepted\b/ });
      await accepted.first().waitFor({ timeout: 1_000 });
      return (await pairsIn(file)).some(({ status }) => status === 'accepted');
    };
    const deadline = Date.now() + 40_000;
    while (!(await decides().catch(() => false))) {
      assert.ok(Date.now() < deadline, 'the page takes no decision after the crash');
    }
    await editor.screenshot('killed-back');
  });

  it('goes on with the rest on Resume, asking nothing twice but what was in flight', async () => {
    const before = await pairsIn(file);
    await editor.runCommand('Pairsmith: Resume');
    await (await ReviewPage.in(editor)).waitForEnd();
    const pairs = await pairsIn(file);
    for (const { id } of before) assert.ok(pairs.some((pair) => pair.id === id));
    const stats = server.stats();
    assert.equal(new Set(pairs.map(({ result }) => result)).size, stats.prompts);
    assert.ok(stats.requests <= stats.prompts + 4, JSON.stringify(stats));
    assert.equal(pairs.filter(({ status }) => status === 'accepted').length, 1);
  });
});
