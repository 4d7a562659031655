import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import * as vscode from 'vscode';
import {
  answering,
  command,
  dataset,
  freshStart,
  inFolder,
  longDocument,
  ofType,
  restore,
  settings,
  show,
  uriOf,
  until,
  write,
} from '../fixtures/host.js';
import { startFakeServer } from '../fixtures/server/fake-server.js';
import type { FakeServer, FakeServerOptions } from '../fixtures/server/fake-server.js';
import { startStuckServer } from '../fixtures/server/stuck-server.js';

const pairs = vscode.Uri.file(dataset);
const smallChunks = { chunkSize: 300, overlap: 0 };

/** The errors shown from now on, and the buttons that they have. */
function errors(): { seen: string[]; buttons: string[] } {
  answering();
  const seen: string[] = [];
  const buttons: string[] = [];
  vscode.window.showErrorMessage = (message: string, ...titles: unknown[]) => {
    seen.push(message);
    buttons.push(...titles.map(String));
    return Promise.resolve(undefined);
  };
  return { seen, buttons };
}

const { withProgress } = vscode.window;

interface StatusItem {
  readonly texts: string[];
  shown: boolean;
}

const { createStatusBarItem } = vscode.window;

/** The items of the status bar that are made from now on. */
function statusItems(): StatusItem[] {
  const items: StatusItem[] = [];
  const make = () => {
    const item: StatusItem = { texts: [], shown: false };
    items.push(item);
    return {
      set text(text: string) {
        item.texts.push(text);
      },
      show: () => (item.shown = true),
      dispose: () => (item.shown = false),
    };
  };
  vscode.window.createStatusBarItem = make as unknown as typeof createStatusBarItem;
  return items;
}

/** Counts how often a progress is shown from now on. */
function countProgress(): () => number {
  let count = 0;
  vscode.window.withProgress = (options, task) => {
    count++;
    return withProgress(options, task);
  };
  return () => count;
}

describe('generating with a server', () => {
  let server: FakeServer | undefined;

  const start = async (options: FakeServerOptions = {}): Promise<FakeServer> => {
    server = await startFakeServer(options);
    await settings({ ...smallChunks, provider: 'openai', model: 'fake', baseUrl: `${server.url}/v1` });
    return server;
  };

  beforeEach(freshStart);
  afterEach(async () => {
    Object.assign(vscode.window, { withProgress, createStatusBarItem });
    await server?.close();
    server = undefined;
  });
  after(restore);

  it('can be stopped: what is in flight is dropped, what is done is kept, and resuming does the rest', async () => {
    const fake = await start();
    fake.next('ok', 'ok', 'ok', 'hang', 'hang');
    await settings({ concurrency: 2 });
    const editor = await show(write('docs/rules.md', longDocument(12)));
    const running = command('generateDocument');
    await until(() => fake.stats().answered === 3 && fake.stats().inFlight === 2);
    await command('stop', pairs);
    const stopped = await running;
    assert.equal(stopped?.how, 'cancelled');
    await until(() => fake.stats().dropped === 2, 'dropping what is in flight');
    const kept = ofType('result').length;
    assert.equal(stopped.summary.planned - stopped.summary.notReached, kept);

    const { requests } = fake.stats();
    const resumed = await command('resume', pairs);
    assert.equal(resumed?.how, 'all');
    assert.equal(resumed.summary.planned, stopped.summary.planned - kept);
    assert.equal(fake.stats().requests - requests, resumed.summary.planned);
    assert.equal(ofType('result').length, stopped.summary.planned);
    assert.equal(editor.document.isDirty, false);
  });

  it('runs one after the other on a dataset', async () => {
    const fake = await start({ latency: { medianMs: 80, sigma: 0.1, seed: 1 } });
    const files = [write('docs/a.md', longDocument(4)), write('docs/b.md', `${longDocument(3)}\nThe end.\n`)];
    await settings({ concurrency: 1 });
    const both = await Promise.all(files.map((uri) => command('generateFile', uri)));
    assert.deepEqual(
      both.map((end) => end?.how),
      ['all', 'all'],
    );
    assert.equal(fake.stats().mostInFlight, 1);
    assert.equal(ofType('document').length, 2);
  });

  it('says within seconds that a server takes no connection', async () => {
    if (process.platform !== 'linux') return;
    const stuck = await startStuckServer();
    try {
      await settings({
        ...smallChunks,
        provider: 'openai',
        model: 'fake',
        baseUrl: `${stuck.url}/v1`,
        retries: 0,
      });
      await show(write('docs/stuck.md', longDocument(2)));
      const { seen } = errors();
      const began = Date.now();
      const ended = await command('generateDocument');
      assert.equal(ended?.summary.failed, 2);
      assert.match(
        seen.join('\n'),
        /No connection to http:.* came about in time\. Is the server running there\?/,
      );
      assert.ok(Date.now() - began < 45_000, `after ${Date.now() - began} ms`);
    } finally {
      stuck.close();
    }
  });

  it('pauses where no chunk would go through, and goes on, stops or makes way as its user wants', async () => {
    const fake = await start({ model: 'fake' });
    const a = write('docs/pause-a.md', longDocument(8));
    const b = write('docs/pause-b.md', longDocument(8).replaceAll('forms', 'papers'));
    await settings({ model: 'nope', concurrency: 1 });
    const seen = answering();
    const paused = () => seen.some((text) => /no model "nope".* The run is paused, with 8 chunks/.test(text));
    const first = command('generateFile', a);
    await until(paused);
    assert.ok(fake.stats().requests <= 2);
    assert.equal(ofType('result').length, 0);
    await settings({ model: 'fake' });
    await command<undefined>('resume', pairs);
    const resumed = await first;
    assert.deepEqual([resumed?.how, resumed?.summary.planned, resumed?.summary.failed], ['all', 8, 0]);
    assert.equal(ofType('result').length, 8);

    await settings({ model: 'nope' });
    answering({ press: ['Stop'] });
    const stopped = await command('generateFile', b);
    assert.equal(stopped?.how, 'cancelled');
    assert.match(stopped.told ?? '', /Stopped after 0 of 8 chunks/);

    const broken = answering();
    const waiting = command('generateFile', b);
    await until(() => broken.some((text) => text.includes('The run is paused')));
    await settings({ model: 'fake' });
    assert.equal((await command('generateFile', b))?.how, 'all');
    assert.equal((await waiting)?.how, 'cancelled');
    assert.equal(ofType('result').length, 16);
  });

  it('names the runs that never began, where several are stopped', async () => {
    const fake = await start();
    fake.next('hang', 'hang', 'hang', 'hang');
    const files = ['a', 'b', 'c'].map((name) => write(`docs/stop-${name}.md`, longDocument(2)));
    const [first, ...others] = files as [vscode.Uri, ...vscode.Uri[]];
    const seen = answering();
    const begun = countProgress();
    const running = command('generateFile', first);
    await until(() => fake.stats().inFlight > 0);
    const waiting = others.map((uri) => command('generateFile', uri));
    await until(() => begun() === 3);
    await command('stop', pairs);
    const stopped = await running;
    assert.equal(stopped?.how, 'cancelled');
    assert.match(stopped.told ?? '', /Stopped after 0 of 2 chunks/);
    assert.deepEqual(await Promise.all(waiting), [undefined, undefined]);
    assert.match(
      seen.join('\n'),
      /Stopped before it began: Pairs from stop-[bc]\.md; Pairs from stop-[bc]\.md\./,
    );
  });

  it('asks for a key that is empty again', async () => {
    const fake = await start();
    const seen = answering({ press: ['OpenAI and compatible servers'], type: ['  '] });
    await command<undefined>('setKey');
    assert.match(seen.join('\n'), /There is no key yet: paste one/);
    assert.equal(fake.stats().requests, 0);
  });

  it('shows the progress in the status bar, and the end in the review alone, while that is in view', async () => {
    const fake = await start({ latency: { medianMs: 100, sigma: 0.1, seed: 1 } });
    await settings({ concurrency: 1 });
    const items = statusItems();
    const seen = answering();
    await show(write('docs/progress.md', longDocument(4)));
    const first = await command('generateDocument');
    assert.match(first?.told ?? '', /^\d+ pairs from 4 chunks in /);
    const [item] = items;
    assert.match(item?.texts.join() ?? '', /[1-4] of 4 chunks/);
    assert.equal(item?.shown, false);
    assert.deepEqual(seen, []);

    fake.next('ok', 'hang');
    await show(write('docs/progress-2.md', longDocument(4).replaceAll('Rule', 'Law')));
    const running = command('generateDocument');
    await until(() => items.length === 2 && fake.stats().inFlight === 1);
    await command('stop', pairs);
    assert.match((await running)?.told ?? '', /Stopped after/);
    assert.deepEqual(seen, []);
  });

  it('tests the connection and tells what it found; a key that is kept can be listed and removed', async () => {
    const key = 'sk-test-0123456789abcdef';
    await start({ key, answer: () => '{"colour":"red","note":"no"}' });
    const refused = errors();
    await command<undefined>('testConnection');
    assert.match(refused.seen.join('\n'), /wants a key/);
    assert.ok(refused.buttons.includes('Set API Key') && refused.buttons.includes('Show Details'));
    answering({ press: ['OpenAI and compatible servers'], type: [key] });
    await command<undefined>('setKey');
    const works = answering();
    await command<undefined>('testConnection');
    assert.match(works.join('\n'), /works with fake: the first word came after \d/);
    const managed = answering({ press: ['OpenAI and compatible servers', 'Remove Key'] });
    await command<undefined>('manageKeys');
    assert.match(managed.join('\n'), /is removed/);
    assert.doesNotMatch(managed.join('\n'), /sk-test/);
  });

  it('sends a key to its own host alone, and writes it nowhere', async () => {
    const key = 'sk-test-0123456789abcdef';
    const fake = await start({ key, record: true });
    await show(write('docs/keys.md', longDocument(2)));
    const refused = answering({ press: ['Set API Key', 'OpenAI and compatible servers'], type: [key] });
    assert.equal((await command('generateDocument'))?.how, 'all');
    assert.match(refused.join('\n'), /wants a key.* The run is paused, with \d+ chunks to go\./);
    assert.equal(fake.requests().at(-1)?.headers.authorization, `Bearer ${key}`);
    assert.doesNotMatch(readFileSync(dataset, 'utf8'), /sk-test/);
    assert.doesNotMatch(readFileSync(inFolder('.vscode/settings.json'), 'utf8'), /sk-test/);

    const other = await startFakeServer({ record: true });
    await settings({ baseUrl: `${other.url}/v1`, model: 'other' });
    answering({ press: ['Add to Them'] });
    assert.equal((await command('generateDocument'))?.how, 'all');
    assert.equal(other.requests().at(-1)?.headers.authorization, undefined);
    await other.close();

    await settings({ baseUrl: `${fake.url}/v1` });
    const removing = answering({ press: ['OpenAI and compatible servers', 'Remove Key'] });
    await command<undefined>('setKey');
    assert.match(removing.join('\n'), /is removed/);
  });

  it('asks what to do with the pairs of another model', async () => {
    await start();
    await show(write('docs/others.md', longDocument(3)));
    const { planned = 0 } = (await command('generateDocument'))?.summary ?? {};
    assert.equal(planned, 3);
    assert.equal(ofType('result').length, planned);
    assert.deepEqual(
      ofType('result').map(({ outcome }) => outcome),
      Array(planned).fill('done'),
    );
    await settings({ model: 'better' });
    const asked = answering();
    assert.equal(await command('generateDocument'), undefined);
    assert.match(asked.join('\n'), /3 chunks done before with another model or other settings/);
    answering({ press: ['Replace Them'] });
    assert.equal((await command('generateDocument'))?.summary.planned, planned);
    assert.equal(ofType('result').length, 2 * planned);
  });

  it('asks before a run that may cost much, with what it foresees, and tells what it took', async () => {
    const fake = await start();
    await settings({ prices: { fake: { input: 100, output: 400 } } });
    await show(write('docs/dear.md', longDocument(24)));
    const asked = answering();
    assert.equal(await command('generateDocument'), undefined);
    assert.match(asked.join('\n'), /Send 24 requests to fake\?/);
    assert.equal(fake.stats().requests, 0);
    answering({ press: ['Generate'] });
    const ended = await command('generateDocument');
    assert.equal(ended?.summary.done, 24);
    assert.match(ended.told ?? '', /It cost \$\d+\.\d\d\. It took \d+ % fewer tokens than foreseen\./);
  });

  it('stops before a request that its budget may not bear, and goes on with a larger one', async () => {
    const fake = await start();
    await settings({ budgetRequests: 2, concurrency: 1 });
    await show(write('docs/budget.md', longDocument(4)));
    const { seen } = errors();
    const first = await command('generateDocument');
    assert.deepEqual([first?.how, first?.summary.done, first?.summary.notReached], ['stopped', 2, 2]);
    assert.match(seen.join('\n'), /The budget of 2 requests is used up\. Raise budgetRequests to go on\./);
    await settings({ budgetRequests: null });
    assert.equal((await command('resume', pairs))?.summary.done, 2);
    assert.equal(fake.stats().requests, 4);
  });

  it('asks failed chunks again', async () => {
    const fake = await start();
    await settings({ retries: 0, concurrency: 1 });
    await show(write('docs/failing.md', longDocument(3)));
    fake.next({ status: 400, body: '{"error":{"message":"no"}}' });
    const first = await command('generateDocument');
    assert.equal(first?.summary.failed, 1);
    assert.match(first.told ?? '', /1 chunk failed/);
    const retried = await command('retryFailures', pairs);
    assert.deepEqual([retried?.how, retried?.summary.planned, retried?.summary.done], ['all', 1, 1]);
  });

  it('says why every chunk failed, and lets the address be mended', async () => {
    const fake = await start();
    await settings({ retries: 0, baseUrl: `${fake.url}/v1` });
    await fake.close();
    await show(write('docs/nowhere.md', longDocument(3)));
    const { seen, buttons } = errors();
    const ended = await command('generateDocument');
    assert.deepEqual([ended?.how, ended?.summary.failed], ['all', 3]);
    assert.match(seen.join('\n'), /3 chunks failed\. Nothing answers at http:\/\/127\.0\.0\.1:\d+/);
    assert.deepEqual(buttons, ['Show Failures', 'Open Settings', 'Choose a Model']);
  });

  it('says why there was nothing to ask, without the links of a model', async () => {
    const fake = await start();
    const reason = 'A table of contents, see [here](command:workbench.action.quit).';
    const content = JSON.stringify({ pairs: [], reason });
    const body = JSON.stringify({
      model: 'fake',
      choices: [{ message: { content }, finish_reason: 'stop' }],
    });
    fake.next(...[1, 2, 3].map(() => ({ status: 200, body })));
    await show(write('docs/empty.md', longDocument(3)));
    const seen = answering();
    const ended = await command('generateDocument');
    assert.equal(ended?.summary.pairs, 0);
    assert.match(seen.join('\n'), /nothing to ask in 3 chunks: A table of contents, see \[here\] \(command:/);
  });

  it('lists the models that the server has, and writes the chosen one', async () => {
    const fake = await startFakeServer({ model: 'llama-fake' });
    server = fake;
    const press = ['Ollama', 'llama-fake', 'For This Workspace'];
    const seen = answering({ press, type: [fake.url] });
    await command<undefined>('selectModel');
    assert.match(seen.join('\n'), /Pairs are now made by llama-fake/);
    const configuration = vscode.workspace.getConfiguration('pairsmith', uriOf('library-faq.md'));
    assert.deepEqual(
      ['provider', 'model', 'baseUrl'].map((name) => configuration.get(name)),
      ['ollama', 'llama-fake', fake.url],
    );
    await settings({ provider: undefined, model: undefined, baseUrl: undefined });
  });

  it('says plainly where no server answers', async () => {
    const gone = await startFakeServer();
    await gone.close();
    const seen = answering({ press: ['Ollama'], type: [gone.url] });
    await command<undefined>('selectModel');
    assert.match(seen.join('\n'), /Nothing answers at http:\/\/127\.0\.0\.1:\d+\. Start Ollama/);
  });
});
