import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startFakeServer, type FakeServer } from '../fixtures/server/fake-server.js';
import { sourceOf } from '../fixtures/server/prompt.js';
import { qaReply } from '../fixtures/server/replies.js';
import { startWorkbench, type Workbench } from '../harness/workbench.js';

/** A document of six chunks. */
const textOf = (name: string): string =>
  Array.from(
    { length: 6 },
    (_, n) =>
      `# ${name} ${n + 1}\n\nThe ${name} of hall ${n + 1} was built in ${1900 + n} by Ada Byron. ${'It is open on weekdays. '.repeat(6)}\n`,
  ).join('\n');

const settings = {
  'pairsmith.provider': 'openai',
  'pairsmith.model': 'fake',
  'pairsmith.chunkSize': 300,
  'pairsmith.overlap': 0,
  'pairsmith.concurrency': 2,
  'editor.wordBasedSuggestions': 'off',
  'files.autoSave': 'off',
};

describe('a run that ends while one is at work elsewhere', () => {
  let server: FakeServer;
  let editor: Workbench;
  let refused: RegExp | undefined;
  /** Replies wait until one is at work elsewhere, however slow the machine. */
  let held: Promise<void> | undefined;
  let release: () => void;
  const hold = () => (held = new Promise((resolve) => (release = resolve)));

  before(async () => {
    server = await startFakeServer({
      latency: { medianMs: 300, sigma: 0.1, seed: 1 },
      held: () => held,
      answer: (body) => (refused?.test(sourceOf(body)) ? 'I cannot help with that.' : qaReply(body)),
    });
    const files = Object.fromEntries(
      ['mill', 'barn', 'tower', 'pond'].map((name) => [`${name}.md`, textOf(name)]),
    );
    editor = await startWorkbench({
      settings: { ...settings, 'pairsmith.baseUrl': `${server.url}/v1` },
      files: { ...files, 'notes.md': '', 'more.md': '' },
    });
  });
  after(async () => {
    await editor.close();
    await server.close();
  });
  beforeEach(() => {
    refused = undefined;
    void hold();
  });
  afterEach(() => editor.runCommand('View: Close All Editors'));

  /** Begins to make pairs of a document; none of them is there yet. */
  async function begin(name: string): Promise<void> {
    await editor.openFile(name);
    const { requests } = server.stats();
    await editor.runCommand('Pairsmith: Generate Pairs from This Document');
    while (server.stats().requests === requests) await editor.page.waitForTimeout(20);
  }

  /** The review has opened by itself and tells how the run has ended. */
  async function tellsTheEnd(): Promise<void> {
    await editor.tab('dataset.pairs.jsonl').first().waitFor();
    await editor.frame({ selector: '.run.ended' });
  }

  /** Types until the review is there and tells how the run has ended, and a little longer. */
  async function typeThroughTheRun(): Promise<string> {
    let typed = '';
    let told = false;
    const end = tellsTheEnd().finally(() => (told = true));
    for (let n = 1, after = 0; after < 5; n++) {
      if (told) after++;
      if (n === 2) release();
      const word = `word${n} `;
      await editor.page.keyboard.type(word, { delay: 10 });
      typed += word;
    }
    await end;
    return typed;
  }

  /** Saves by the key, as who has typed does. */
  async function saves(name: string, wanted: string): Promise<void> {
    await editor.page.keyboard.press('ControlOrMeta+s');
    await editor.tab(name).and(editor.page.locator('.dirty')).waitFor({ state: 'detached' });
    assert.equal((await readFile(join(editor.folder, name), 'utf8')).trim(), wanted.trim());
  }

  it('leaves the cursor in the document', async () => {
    await begin('mill.md');
    await editor.page.locator('.view-lines').first().click();
    await editor.page.keyboard.press('ControlOrMeta+Home');
    await saves('mill.md', `${await typeThroughTheRun()}${textOf('mill')}`);
  });

  it('leaves the cursor in another document in its place', async () => {
    await begin('barn.md');
    await editor.openFile('notes.md');
    await saves('notes.md', await typeThroughTheRun());
    assert.equal(await readFile(join(editor.folder, 'barn.md'), 'utf8'), textOf('barn'));
  });

  it('leaves the cursor in another document beside it', async () => {
    await begin('tower.md');
    await editor.runCommand('View: Split Editor Right');
    await editor.openFile('more.md');
    await saves('more.md', await typeThroughTheRun());
    const shown = editor.page.locator('.tab.active').first();
    assert.equal(await shown.getAttribute('data-resource-name'), 'tower.md');
  });

  it('leaves the keyboard in the list of failures', async () => {
    refused = /pond/;
    await begin('pond.md');
    release();
    const failures = editor.page.getByRole('tree', { name: 'Failures' });
    await editor.page.getByText('6 chunks failed').first().waitFor();
    refused = /pond 6/;
    void hold();
    await editor.runCommand('Pairsmith: Retry Failed Chunks');
    await editor.runCommand('Pairsmith: Show Failures');
    await failures.and(editor.page.locator(':focus')).waitFor();
    release();
    await tellsTheEnd();
    await failures.getByRole('treeitem', { name: /^The model declined \(refused\): 1 chunk$/ }).waitFor();
    for (const key of ['Home', 'ArrowDown', 'Enter']) await editor.page.keyboard.press(key);
    await editor.page.locator('.view-line', { hasText: 'I cannot help with that.' }).first().waitFor();
  });
});
