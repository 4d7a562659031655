import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { sourceOf } from '../fixtures/server/prompt.js';
import { qaReply } from '../fixtures/server/replies.js';
import {
  answering,
  command,
  freshStart,
  longDocument,
  ofType,
  restore,
  settings,
  show,
  until,
  write,
} from '../fixtures/host.js';

type Respond = (
  text: string,
  options: vscode.ProvideLanguageModelChatResponseOptions,
  progress: vscode.Progress<vscode.LanguageModelResponsePart>,
  token: vscode.CancellationToken,
) => Promise<void>;

const information = (id: string, maxInputTokens = 100_000): vscode.LanguageModelChatInformation => ({
  id,
  name: `Test ${id}`,
  family: 'test',
  version: '1',
  maxInputTokens,
  maxOutputTokens: 4000,
  capabilities: { toolCalling: true },
});

const textOf = (messages: readonly vscode.LanguageModelChatRequestMessage[]): string =>
  messages
    .flatMap(({ content }) => content)
    .map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : ''))
    .join('\n');

/** A model's answer to a prompt of qa. */
const answerTo = (text: string): string => qaReply({ messages: [{ role: 'user', content: text }] });

describe('VS Code’s own models', () => {
  let registered: vscode.Disposable | undefined;
  let asked: string[] = [];

  /** Brings models to VS Code that answer so. */
  async function bring(respond: Respond, models = [information('small')]): Promise<void> {
    asked = [];
    registered = vscode.lm.registerLanguageModelChatProvider('pairsmith-test', {
      provideLanguageModelChatInformation: () => models,
      provideLanguageModelChatResponse(_model, messages, options, progress, token) {
        const text = textOf(messages);
        asked.push(text);
        return respond(text, options, progress, token);
      },
      provideTokenCount: (_model, text) =>
        Promise.resolve(typeof text === 'string' ? text.length : textOf([text]).length),
    });
    await settings({
      provider: 'vscode',
      model: 'pairsmith-test/small',
      chunkSize: 300,
      overlap: 0,
      retries: 0,
    });
    let names: string[] = [];
    await until(() => {
      void vscode.lm.selectChatModels().then((found) => (names = found.map(({ id }) => id)));
      return names.includes('small');
    }, 'the model');
  }

  beforeEach(freshStart);
  afterEach(() => {
    registered?.dispose();
    restore();
  });

  it('make pairs, asked for the shape as a tool', async () => {
    const tools: string[] = [];
    await bring((text, options, progress) => {
      tools.push(...(options.tools ?? []).map(({ name }) => name));
      const input = JSON.parse(answerTo(text)) as object;
      progress.report(new vscode.LanguageModelToolCallPart('1', tools[0] ?? '', input));
      return Promise.resolve();
    });
    await show(write('docs/models.md', longDocument(3)));
    const ended = await command('generateDocument');
    assert.deepEqual([ended?.summary.done, ended?.how], [3, 'all']);
    assert.deepEqual(new Set(tools), new Set(['qa_pairs']));
    const [run] = ofType('run');
    assert.deepEqual({ ...run, provider: 'vscode', model: 'pairsmith-test/small' }, run);
    assert.ok(asked.every((text) => sourceOf({ messages: [{ role: 'user', content: text }] }) !== ''));
  });

  it('are asked without a tool where they take none, and read from their text', async () => {
    await bring((text, options, progress) => {
      if ((options.tools ?? []).length > 0) throw new Error('This model does not support tools.');
      for (const piece of [answerTo(text).slice(0, 20), answerTo(text).slice(20)]) {
        progress.report(new vscode.LanguageModelTextPart(piece));
      }
      return Promise.resolve();
    });
    await settings({ concurrency: 1 });
    await show(write('docs/plain.md', longDocument(3)));
    assert.equal((await command('generateDocument'))?.summary.done, 3);
    assert.equal(asked.length, 4); // the first one twice
  });

  it('are told at once when a run is stopped', async () => {
    let cancelled = 0;
    await bring(
      (_text, _options, _progress, token) =>
        new Promise((resolve) => {
          token.onCancellationRequested(() => {
            cancelled++;
            resolve();
          });
        }),
    );
    await show(write('docs/stopped.md', longDocument(3)));
    const running = command('generateDocument');
    await until(() => asked.length === 3, 'three requests');
    await command('stop');
    const ended = await running;
    assert.deepEqual([ended?.how, ended?.summary.notReached], ['cancelled', 3]);
    // 1.104 does not hand a cancel on to the models of extensions; the run has ended all the same.
    if (!vscode.version.startsWith('1.104.')) await until(() => cancelled === 3, 'their cancel');
  });

  it('say what is wrong: too long a prompt, and a model that is not there', async () => {
    await bring(() => Promise.resolve(), [information('small', 50)]);
    await show(write('docs/long.md', longDocument(2)));
    const seen = answering();
    const ended = await command('generateDocument');
    assert.equal(ended?.summary.failed, 2);
    assert.deepEqual(asked, []);
    assert.match(seen.join('\n'), /The prompt takes \d+ tokens, and pairsmith-test\/small 50 at most/);
    await settings({ model: 'pairsmith-test/large' });
    const told = answering({ press: ['Stop'] });
    await show(write('docs/gone.md', longDocument(2)));
    await command('generateDocument');
    assert.match(
      told.join('\n'),
      /VS Code has no language model pairsmith-test\/large\. Choose one that it has: /,
    );
  });

  for (const [what, error, words] of [
    [
      'no consent',
      vscode.LanguageModelError.NoPermissions('not allowed'),
      /may not use pairsmith-test\/small\. Allow it when VS Code asks/,
    ],
    [
      'a quota that is used up',
      vscode.LanguageModelError.Blocked('premium requests are used up'),
      /pairsmith-test\/small is blocked or its quota is used up.*premium requests/,
    ],
  ] as const) {
    it(`make a run wait, and no chunk fail, for ${what}`, async () => {
      await bring(() => Promise.reject(error));
      await show(write('docs/waits.md', longDocument(3)));
      const told = answering({ press: ['Stop'] });
      const ended = await command('generateDocument');
      assert.match(told.join('\n'), words);
      assert.deepEqual([ended?.summary.failed, ended?.summary.notReached], [0, 3]);
    });
  }

  it('are listed as they are now, and chosen by name', async () => {
    await bring(() => Promise.resolve(), [information('small'), information('big')]);
    const seen = answering({
      press: ['VS Code’s own models', 'pairsmith-test/big', 'For This Workspace'],
    });
    await command('selectModel');
    assert.match(seen.join('\n'), /Which Model\?/);
    const { provider, model } = vscode.workspace.getConfiguration('pairsmith') as unknown as {
      provider: string;
      model: string;
    };
    assert.deepEqual([provider, model], ['vscode', 'pairsmith-test/big']);
  });
});
