import assert from 'node:assert/strict';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { makeDataset, reviewHere, until } from './fixtures/review.js';

const { window, workspace, commands, ViewColumn } = vscode;
const type = 'pairsmith.review';

const tabs = () =>
  window.tabGroups.all.flatMap((group) =>
    group.tabs.flatMap(({ input, isActive }) =>
      input instanceof vscode.TabInputCustom && input.viewType === type
        ? [{ path: input.uri.fsPath, column: group.viewColumn, isActive }]
        : [],
    ),
  );

describe('the review editor', () => {
  let here: ReturnType<typeof reviewHere>;
  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    here = reviewHere();
  });
  afterEach(async () => {
    here.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  it('opens beside a document once, and leaves the cursor where it is', async () => {
    const { uri, uriOf } = await makeDataset();
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    await here.review.openBeside(uri, uriOf('policy.md'));
    await until(() => tabs().length === 1, 'the review was open');
    assert.equal(tabs()[0]?.column, ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, uriOf('policy.md').fsPath);
    await here.review.openBeside(uri, uriOf('policy.md'));
    await here.review.openBeside(uri);
    assert.equal(tabs().length, 1);
    await here.review.openBeside(uri, uriOf('policy.md'), { focus: true });
    await until(
      () => window.tabGroups.activeTabGroup.viewColumn === ViewColumn.Two,
      'the review had the focus',
    );
    assert.equal(tabs().length, 1);
  });

  it('leaves what one is at work in in front, wherever it opens by itself', async () => {
    const { uri, uriOf } = await makeDataset({ 'policy.md': 'A rule.\n', 'other.md': 'Another.\n' });
    const inFront = () => {
      const { activeTabGroup, all } = window.tabGroups;
      const shown = all.map(({ activeTab }) => activeTab?.label);
      return {
        column: activeTabGroup.viewColumn,
        shown,
        typedIn: window.activeTextEditor?.document.uri.path,
      };
    };
    const other = { typedIn: uriOf('other.md').path };
    const name = basename(uri.path);
    const opens = async () => {
      await here.review.openBeside(uri, uriOf('policy.md'));
      await until(() => tabs().some(({ isActive }) => isActive), 'the review was in view');
    };

    // In the document's place
    await window.showTextDocument(uriOf('other.md'), { viewColumn: ViewColumn.One });
    await opens();
    assert.deepEqual(inFront(), { column: 1, shown: ['other.md', name], ...other });

    // Beside it, where the review is behind
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    await window.showTextDocument(uriOf('other.md'), { viewColumn: ViewColumn.Two });
    await opens();
    assert.deepEqual(inFront(), { column: 2, shown: ['policy.md', 'other.md', name], ...other });

    // Where the review is behind another document, not next to it
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.Three });
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.Two });
    await window.showTextDocument(uriOf('other.md'), { viewColumn: ViewColumn.One });
    await here.review.openBeside(uri, uriOf('other.md'));
    await until(() => tabs().some(({ isActive }) => isActive), 'the review was in view');
    await until(() => inFront().column === ViewColumn.One, 'the document was in front again');
    assert.equal(inFront().typedIn, other.typedIn);
    assert.equal(inFront().shown[0], 'other.md');
  });

  it('may load its own bundle and nothing else', async () => {
    const { uri } = await makeDataset();
    const { webview } = await here.editor(uri);
    const { html, options } = webview as unknown as vscode.Webview;
    const [, policy = ''] = /Content-Security-Policy" content="([^"]+)"/.exec(html) ?? [];
    const [, nonce] =
      /script nonce="([^"]+)" type="module" src="[^"]+dist\/webview\/review.js"/.exec(html) ?? [];
    assert.ok(nonce);
    assert.equal(
      policy.replaceAll('&#39;', "'"),
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src https://webview.test; font-src https://webview.test`,
    );
    assert.deepEqual(
      options.localResourceRoots?.map(({ path }) => path.split('/').slice(-2).join('/')),
      ['dist/webview'],
    );
    const other = await here.editor(uri);
    assert.ok(!(other.webview as unknown as vscode.Webview).html.includes(nonce));
  });

  it('drops and logs what is not in the protocol', async () => {
    const { uri, lines } = await makeDataset();
    const page = await here.editor(uri);
    const before = lines().length;
    const [first] = await page.rows();
    page.send({ type: 'edit', request: 1, pair: first!.id, set: { status: 'perfect' } } as never);
    page.send('format the disk' as never);
    page.send({ type: 'command', command: 'workbench.action.quit' } as never);
    await page.ask({ type: 'ping', request: 2 }, 'pong');
    assert.equal(here.warnings.length, 3);
    assert.equal(lines().length, before);
  });

  it('takes new settings at once', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    assert.deepEqual(page.last('init')?.options, { advance: true, autoReveal: true });
    const settings = workspace.getConfiguration('pairsmith.review');
    const from = page.sent.length;
    try {
      await settings.update('advance', false, vscode.ConfigurationTarget.Global);
      await settings.update(
        'keys',
        { accept: 'y', reject: ['n', 'Delete'] },
        vscode.ConfigurationTarget.Global,
      );
      const init = await page.next('init', ({ keys }) => 'reject' in keys, from);
      assert.deepEqual(init.keys, { accept: ['y'], reject: ['n', 'Delete'] });
      assert.equal(init.options.advance, false);
    } finally {
      await settings.update('advance', undefined, vscode.ConfigurationTarget.Global);
      await settings.update('keys', undefined, vscode.ConfigurationTarget.Global);
    }
  });

  it('does what a command says in the page that is active', async () => {
    const { uri } = await makeDataset();
    assert.equal(await here.review.act('next'), false);
    const page = await here.editor(uri);
    assert.equal(await here.review.act('accept'), true);
    assert.deepEqual(page.last('act'), { type: 'act', action: 'accept' });
  });

  it('selects a pair that is asked for from outside', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    const rows = await page.rows();
    await here.review.reveal(uri, rows[2]!.id);
    assert.deepEqual(page.last('reveal'), { type: 'reveal', id: rows[2]!.id });
  });

  it('goes to a pair without the focus, but not from under somebody who is at work in it', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    const rows = await page.rows();
    await here.review.reveal(uri, rows[2]!.id, { focus: false });
    assert.equal(page.last('reveal'), undefined);
    Object.assign(page.panel, { active: false });
    await here.review.reveal(uri, rows[2]!.id, { focus: false });
    assert.equal((await page.next('reveal')).id, rows[2]!.id);
  });

  it('opens a tab anew that a crash has left without anyone behind it', async () => {
    const { uri, uriOf } = await makeDataset();
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    // The extension itself fills it; this review, like one after a crash, has never been asked to.
    await commands.executeCommand('vscode.openWith', uri, type, {
      viewColumn: ViewColumn.Two,
      preserveFocus: true,
    });
    await until(() => tabs().length === 1, 'the review was open');
    const closed: string[] = [];
    const subscription = window.tabGroups.onDidChangeTabs((event) =>
      closed.push(...event.closed.map(({ label }) => label)),
    );
    here.review.recoverTabs();
    await until(() => closed.length > 0 && tabs().length === 1, 'the tab was opened anew');
    subscription.dispose();
    assert.equal(tabs()[0]?.column, ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document.uri.fsPath, uriOf('policy.md').fsPath);
  });

  it('is shown by the extension for a dataset, with the run that writes to it', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    const opened = await here.datasets.open(uri);
    assert.ok(opened.ok);
    opened.value.setRun({ ended: 1, planned: 3, pairs: 1, failed: 0 });
    assert.deepEqual(page.last('run')?.run, { ended: 1, planned: 3, pairs: 1, failed: 0 });
    opened.value.setRun(undefined);
    assert.equal(page.last('run')?.run, undefined);
    opened.value.dispose();
  });

  describe('leaves to the text editor', () => {
    const text = '{"type":"dataset"}\n';
    const old = vscode.Uri.parse('review-test:/old/dataset.pairs.jsonl');
    let provider: vscode.Disposable;
    before(() => {
      provider = workspace.registerTextDocumentContentProvider('review-test', {
        provideTextDocumentContent: () => text,
      });
    });
    after(() => provider.dispose());

    const textDiff = () =>
      until(() => {
        const { input } = window.tabGroups.activeTabGroup.activeTab ?? {};
        return input instanceof vscode.TabInputTextDiff && input;
      }, 'the diff was of text');

    it('a diff of two datasets, the same way round and alone', async () => {
      const [one, two] = [await makeDataset(), await makeDataset()];
      for (const [left, right] of [
        [one.uri, two.uri],
        [two.uri, one.uri],
      ] as const) {
        await commands.executeCommand('vscode.diff', left, right, 'Before and after');
        const { original, modified } = await textDiff();
        assert.deepEqual([original.fsPath, modified.fsPath], [left.fsPath, right.fsPath]);
        const all = window.tabGroups.all.flatMap((group) => group.tabs);
        assert.deepEqual(
          all.map(({ label }) => label),
          ['Before and after'],
        );
        await commands.executeCommand('workbench.action.closeAllEditors');
      }
    });

    it('a diff with an old version, as of git', async () => {
      const { uri } = await makeDataset();
      await commands.executeCommand('vscode.diff', old, uri);
      const { original, modified } = await textDiff();
      assert.deepEqual([original.scheme, modified.fsPath], ['review-test', uri.fsPath]);
      await commands.executeCommand('workbench.action.closeAllEditors');
      await commands.executeCommand('vscode.open', uri);
      await until(() => tabs().length === 1, 'the review was open');
      assert.equal(tabs()[0]?.path, uri.fsPath);
    });

    it('what is not on disk', async () => {
      await commands.executeCommand('vscode.open', old);
      await until(
        () => window.activeTextEditor?.document.uri.scheme === 'review-test',
        'the other scheme was shown as text',
      );
      assert.equal(window.activeTextEditor?.document.getText(), text);
      assert.deepEqual(tabs(), []);
    });

    it('what is not on disk, also where the review is asked for', async () => {
      await commands.executeCommand('vscode.openWith', old, type);
      await until(
        () => window.activeTextEditor?.document.uri.scheme === 'review-test',
        'the other scheme was shown as text',
      );
    });
  });
});
