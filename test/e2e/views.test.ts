import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { startFakeServer, type FakeServer } from '../fixtures/server/fake-server.js';
import { sourceOf } from '../fixtures/server/prompt.js';
import { qaReply } from '../fixtures/server/replies.js';
import { startWorkbench, type Workbench } from '../harness/workbench.js';

const refusal = "I'm sorry, but I can't help with that.";
const useless = 'Here you are: <img src=x> $(error) [a](command:x)';

describe('runs and failures in the window', function () {
  this.bail(true);
  let server: FakeServer;
  let editor: Workbench;
  let mood: 'poor' | 'good' = 'poor';
  /** However slow the machine, the run is not over before it is paused: beyond ten chunks, replies wait for that. */
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));

  const settings = (more: Readonly<Record<string, unknown>> = {}) => ({
    'pairsmith.provider': 'openai',
    'pairsmith.model': 'fake',
    'pairsmith.baseUrl': `${server.url}/v1`,
    'pairsmith.chunkSize': 400,
    'pairsmith.overlap': 0,
    'pairsmith.concurrency': 2,
    'pairsmith.prices': { fake: { input: 1, output: 4 } },
    'editor.minimap.enabled': false,
    ...more,
  });

  before(async () => {
    server = await startFakeServer({
      latency: { medianMs: 200, sigma: 0.3, seed: 1 },
      held: () => (server.stats().answered < 10 ? undefined : released),
      answer: (body) => {
        const text = sourceOf(body);
        if (mood === 'poor' && /propane|refrigerant/i.test(text)) return refusal;
        return mood === 'poor' && /warranty|water/i.test(text) ? useless : qaReply(body);
      },
    });
    editor = await startWorkbench({ settings: settings(), viewport: { width: 1240, height: 900 } });
  });
  after(async () => {
    await editor.close();
    await server.close();
  });

  /** A row of a tree view, by what a screen reader says of it. */
  const row = (view: string, words: RegExp): Locator =>
    editor.page.getByRole('tree', { name: view }).getByRole('treeitem', { name: words });

  it('show how a run goes on, and steer it', async () => {
    await editor.openFile('heat-pump-manual.md');
    await editor.runCommand('Pairsmith: Focus on Runs View');
    await editor.page.getByText('Nothing is being generated').waitFor();
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    await row('Runs', /^Pairs: [1-9]/).waitFor();
    await row('Runs', /^Cost so far: \$0\.0/).waitFor();
    const run = row('Runs', /^Pairs from heat-pump-manual\.md: /);
    await run.hover();
    await run.getByRole('button', { name: 'Pause Generating' }).click();
    await row('Runs', /^Pairs from heat-pump-manual\.md: paused at \d+ of \d+ chunks/).waitFor();
    release();
    await editor.page.locator('.statusbar-item', { hasText: /paused, with \d+ chunks to go/ }).waitFor();
    assert.equal(await editor.page.locator('.statusbar .codicon-sync.codicon-modifier-spin').count(), 0);
    await editor.screenshot('views-paused');
    await run.getByRole('button', { name: 'Resume' }).click();
    await row('Runs', /^Pairs from heat-pump-manual\.md: \d+ pairs, \d+ failed/).waitFor();
  });

  it('list what failed by reason, and show a reply with the keyboard alone', async () => {
    const failures = editor.page.getByRole('tree', { name: 'Failures' });
    await editor.runCommand('Pairsmith: Show Failures');
    await row('Failures', /^The model declined \(refused\): [2-9]\d* chunks/).waitFor();
    await failures.and(editor.page.locator(':focus')).waitFor();
    await editor.page.keyboard.press('Home');
    await editor.page.keyboard.press('ArrowRight');
    // Its chunks come a moment after it has opened: till then the next row down is another reason.
    await failures.locator('[role=treeitem][aria-level="2"]').first().waitFor();
    await editor.page.keyboard.press('ArrowDown');
    await editor.page.keyboard.press('Enter');
    await editor.page.locator('.view-line', { hasText: '<img src=x>' }).first().waitFor();
    for (const [name, theme] of [
      ['dark', 'Default Dark Modern'],
      ['light', 'Default Light Modern'],
      ['contrast', 'Default High Contrast'],
    ]) {
      await editor.changeSettings(settings({ 'workbench.colorTheme': theme }));
      await editor.page.waitForTimeout(700); // colours fade, and no event tells when they have
      await editor.screenshot(`views-${name}`);
    }
  });

  it('ask a group again, and have none left', async () => {
    mood = 'good';
    const group = row('Failures', /^The reply was of no use/);
    await group.hover();
    await group.getByRole('button', { name: 'Retry These' }).click();
    await group.waitFor({ state: 'detached' });
    await editor.page.getByRole('button', { name: 'Retry Failed Chunks' }).click();
    await editor.page.getByText('Nothing has failed.').waitFor();
    const badges = editor.page.locator('.activitybar .action-item', {
      has: editor.page.getByLabel(/Pairsmith/),
    });
    assert.equal(await badges.locator('.badge-content').filter({ hasText: /\d/ }).count(), 0);
  });

  it('list the runs of the window before, once they are looked at', async () => {
    await editor.runCommand('View: Show Explorer');
    await editor.reload();
    await editor.runCommand('Pairsmith: Focus on Runs View');
    await row('Runs', /^fake: \d+ pairs · \$0\.\d+ · /)
      .first()
      .waitFor();
    assert.equal(await row('Runs', /^Pairs from heat-pump-manual/).count(), 0);
    assert.ok((await row('Runs', /^fake: /).count()) >= 2);
    await editor.screenshot('views-past');
  });
});
