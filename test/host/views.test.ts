import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  answering,
  command,
  dataset,
  freshStart,
  longDocument,
  ofType,
  restore,
  settings,
  show,
  until,
  uriOf,
  write,
} from '../fixtures/host.js';
import type { End } from '../fixtures/host.js';
import { startFakeServer } from '../fixtures/server/fake-server.js';
import type { FakeServer, FakeServerOptions } from '../fixtures/server/fake-server.js';
import { sourceOf } from '../fixtures/server/prompt.js';
import type { AskBody } from '../fixtures/server/prompt.js';
import { qaReply } from '../fixtures/server/replies.js';

const pairs = vscode.Uri.file(dataset);

/** What the server was last asked with. */
const lastBody = (server: FakeServer): Readonly<Record<string, unknown>> =>
  server.requests().at(-1)?.body ?? {};

const { withProgress } = vscode.window;

/** Counts how often a progress is shown from now on. */
function countProgress(): () => number {
  let count = 0;
  vscode.window.withProgress = (options, task) => {
    count++;
    return withProgress(options, task);
  };
  return () => count;
}

const { createStatusBarItem } = vscode.window;

/** The item that is made in the status bar from now on; undefined where there is none yet. */
function statusItem(): () => vscode.StatusBarItem | undefined {
  let item: vscode.StatusBarItem | undefined;
  vscode.window.createStatusBarItem = (...args: unknown[]) =>
    (item = Reflect.apply(createStatusBarItem, vscode.window, args) as vscode.StatusBarItem);
  return () => item;
}

describe('the views of runs and failures', () => {
  let server: FakeServer | undefined;

  const start = async (options: FakeServerOptions = {}): Promise<FakeServer> => {
    server = await startFakeServer({ record: true, ...options });
    await settings({
      chunkSize: 300,
      overlap: 0,
      retries: 0,
      provider: 'openai',
      model: 'fake',
      baseUrl: `${server.url}/v1`,
    });
    return server;
  };

  beforeEach(freshStart);
  afterEach(async () => {
    vscode.window.withProgress = withProgress;
    vscode.window.createStatusBarItem = createStatusBarItem;
    await command('stop', pairs);
    await server?.close();
    server = undefined;
  });
  after(async () => {
    restore();
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('pause a run, change how much it asks at once, and go on with it', async () => {
    const fake = await start({ latency: { medianMs: 60, sigma: 0.1, seed: 1 } });
    await settings({ concurrency: 1 });
    await show(write('docs/pace.md', longDocument(14)));
    await vscode.commands.executeCommand('pairsmith.runs.focus');
    const seen = answering({ type: ['0', '4'] });
    const item = statusItem();
    const running = command('generateDocument');
    await until(() => fake.stats().answered >= 2);
    await command('pauseRun');
    await until(() => /^\$\(debug-pause\) paused, with \d+ chunks to go$/.test(item()?.text ?? ''));
    const { requests } = fake.stats();
    await new Promise((resolve) => setTimeout(resolve, 500)); // eight more requests would come
    // The one that was on its way may.
    assert.ok(fake.stats().requests <= Math.min(13, requests + 1), 'a paused run asks on');
    assert.equal(fake.stats().mostInFlight, 1);

    await command('changeConcurrency'); // 0 is refused
    assert.match(seen.join('\n'), /A whole number from 1 to 1,024/);
    await command('changeConcurrency');
    assert.match(item()?.text ?? '', /^\$\(debug-pause\)/);
    await command('resume', pairs);
    await until(() => /^\$\(sync~spin\) \d+ of 14 chunks/.test(item()?.text ?? ''));
    const ended = await running;
    assert.deepEqual([ended?.how, ended?.summary.done], ['all', 14]);
    assert.equal(fake.stats().mostInFlight, 4);
  });

  it('stop the run that is picked, where several are there', async () => {
    const fake = await start();
    fake.next('hang', 'hang', 'hang', 'hang');
    const [first, second] = ['a', 'b'].map((name) => write(`docs/pick-${name}.md`, longDocument(2)));
    const begun = countProgress();
    const running = command('generateFile', first);
    await until(() => fake.stats().inFlight > 0);
    const waiting = command('generateFile', second);
    const seen = answering({ press: ['Pairs from pick-b.md'] });
    await until(() => begun() === 2);
    await command('stop');
    assert.equal(await waiting, undefined);
    assert.match(
      seen.join('\n'),
      /Stop Which Run\?\n- All of Them\n- Pairs from pick-a\.md .*\n- Pairs from pick-b/,
    );
    await command('stop');
    assert.equal((await running)?.how, 'cancelled');
    assert.equal(await command('pauseRun'), undefined);
    assert.match(seen.join('\n'), /Nothing is being generated now\./);
  });

  it('go on with what a stopped retry has left, and with nothing else', async () => {
    const fake = await start();
    await settings({ concurrency: 1 });
    await show(write('docs/left.md', longDocument(4)));
    fake.next({ status: 400, body: '{}' }, { status: 400, body: '{}' });
    assert.equal((await command('generateDocument'))?.summary.failed, 2);
    write('docs/left.md', `${longDocument(4)}\n# More\n\n${'Some more words of it. '.repeat(8)}\n`);
    fake.next('ok', 'hang');
    const retrying = command('retryFailures', pairs);
    const done = () => ofType('result').filter(({ outcome }) => outcome === 'done').length;
    await until(() => fake.stats().inFlight === 1 && done() === 3);
    await command('stop', pairs);
    assert.equal((await retrying)?.how, 'cancelled');
    const resumed = await command('resume', pairs);
    assert.deepEqual([resumed?.how, resumed?.summary.planned, resumed?.summary.done], ['all', 1, 1]);
  });

  /** What the model makes of the first two chunks of three. */
  let mood: 'poor' | 'good' = 'poor';
  const poorly = (body: AskBody): string => {
    const text = sourceOf(body);
    if (mood === 'good' || text.includes('Rule 3')) return qaReply(body);
    return text.includes('Rule 1') ? "I'm sorry, but I can't help with that." : '[here](command:x)';
  };

  /** Three chunks, of which two fail. */
  async function twoFailed(): Promise<string[]> {
    mood = 'poor';
    await settings({ concurrency: 1, maxTokens: 700 });
    await show(write('docs/failing.md', longDocument(3)));
    const ended = await command('generateDocument');
    assert.equal(ended?.summary.failed, 2);
    mood = 'good';
    return ofType('result')
      .filter(({ outcome }) => outcome === 'failed')
      .map((line) => (line as unknown as { id: string }).id);
  }

  it('show the reply to a failed chunk as text, and the chunk in its document', async () => {
    await start({ answer: poorly });
    const [, second] = await twoFailed();
    assert.equal(await command<string>('showReply', pairs, second), '[here](command:x)');
    const shown = vscode.window.visibleTextEditors.find(
      ({ document }) => document.uri.scheme === 'pairsmith-prompt',
    );
    assert.equal(shown?.document.getText(), '[here](command:x)');
    assert.match(shown.document.uri.path, /^\/Reply to chunk 2 of failing\.md\.txt$/);

    await command('showFailedChunk', pairs, second);
    const { activeTextEditor } = vscode.window;
    assert.equal(activeTextEditor?.document.uri.fsPath, uriOf('docs/failing.md').fsPath);
    assert.match(
      activeTextEditor.document.getText(activeTextEditor.selection),
      /^(# Part 2\n\n)?Rule 2 asks/,
    );
  });

  it('lead to the failures, and say where there are none', async () => {
    await start({ answer: poorly });
    await twoFailed();
    const seen = answering();
    assert.equal(await command<number>('showFailures', pairs), 2);
    assert.equal((await command('retryFailures'))?.summary.done, 2); // those of the view
    assert.equal(await command<number>('showFailures', pairs), 0);
    assert.match(seen.join('\n'), /No chunk of this dataset has failed/);
  });

  it('ask what failed again with a larger limit, this once', async () => {
    const fake = await start({ answer: poorly });
    await twoFailed();
    const seen = answering({ type: ['1400'] });
    const ended = await command<End>('retryWithLimit', pairs);
    assert.deepEqual([ended.how, ended.summary.planned, ended.summary.done], ['all', 2, 2]);
    assert.match(seen.join('\n'), /Most Tokens of a Reply/);
    const { max_tokens, max_completion_tokens } = lastBody(fake);
    assert.equal(max_tokens ?? max_completion_tokens, 1400);
    assert.equal(vscode.workspace.getConfiguration('pairsmith').get('maxTokens'), 700);
  });

  it('ask some of what failed again with another model, this once', async () => {
    const fake = await start({ answer: poorly });
    const [first] = await twoFailed();
    const other = await startFakeServer({ record: true, model: 'better' });
    try {
      answering({ press: ['OpenAI and compatible', 'better'], type: [`${other.url}/v1`] });
      const ended = await command<End>('retryWithModel', pairs, [first]);
      assert.deepEqual([ended.how, ended.summary.planned, ended.summary.done], ['all', 1, 1]);
      assert.equal(lastBody(other)['model'], 'better');
      assert.equal(other.stats().requests, 1);
      const configuration = vscode.workspace.getConfiguration('pairsmith');
      assert.deepEqual(
        [configuration.get('model'), configuration.get('baseUrl')],
        ['fake', `${fake.url}/v1`],
      );
    } finally {
      await other.close();
    }
    const rest = await command('retryFailures', pairs);
    assert.deepEqual([rest?.summary.planned, rest?.summary.done], [1, 1]);
    assert.equal(lastBody(fake)['model'], 'fake');
  });

  it('ask what failed again also where another model has done it, and say where that is the one to be asked', async () => {
    await start({ answer: poorly });
    await twoFailed();
    const [second, third] = await Promise.all(['second', 'third'].map((model) => startFakeServer({ model })));
    assert.ok(second && third);
    try {
      await settings({ model: 'second', baseUrl: `${second.url}/v1` });
      answering({ press: ['Add to Them'] });
      assert.equal((await command('generateDocument'))?.summary.done, 3);
      const seen = answering();
      assert.equal(await command('retryFailures', pairs), undefined);
      await until(() => /2 chunks not asked again: done by second already/.test(seen.join('\n')));
      answering({ press: ['OpenAI and compatible', 'third'], type: [`${third.url}/v1`] });
      const ended = await command<End>('retryWithModel', pairs);
      assert.deepEqual([ended.how, ended.summary.planned, ended.summary.done], ['all', 2, 2]);
      assert.equal(await command<number>('showFailures', pairs), 0);
    } finally {
      await Promise.all([second.close(), third.close()]);
    }
  });
});
