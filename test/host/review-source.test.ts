import assert from 'node:assert/strict';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import * as vscode from 'vscode';
import { policy } from '../fixtures/review.js';
import { makeDataset, reviewHere, until } from './fixtures/review.js';

const { window, workspace, commands, ViewColumn } = vscode;

const textOf = (document: vscode.TextDocument, ranges: readonly vscode.Range[]) =>
  ranges.map((range) => document.getText(range));

/** Puts one text in the place of another, as a person would by typing. */
async function replace(editor: vscode.TextEditor, old: string, now: string): Promise<void> {
  const at = editor.document.getText().indexOf(old);
  const { positionAt } = editor.document;
  const range = new vscode.Range(positionAt(at), positionAt(at + old.length));
  assert.ok(await editor.edit((edit) => edit.replace(range, now)));
}

describe('the documents of a review', () => {
  let here: ReturnType<typeof reviewHere>;
  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    here = reviewHere();
  });
  afterEach(async () => {
    here.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  const marks = () => here.review.marked.flatMap(({ spans }) => spans.map(({ range }) => range));
  const show = (pair: string, focus = false) => ({ type: 'show', pair, source: 0, focus }) as const;

  const isInView = (name: string) =>
    window.visibleTextEditors.some(({ document }) => document.uri.path.endsWith(`/${name}`));

  it('are opened where documents are, with the evidence marked, and without taking the focus', async () => {
    const { uri, uriOf } = await makeDataset({ 'policy.md': policy, 'zoo.md': 'Another document.\n' });
    await window.showTextDocument(uriOf('zoo.md'), { viewColumn: ViewColumn.One });
    await window.showTextDocument(uriOf('zoo.md'), { viewColumn: ViewColumn.Two });
    const page = await here.editor(uri, ViewColumn.Two);
    const [, second] = await page.rows();
    page.send(show(second!.id));
    const [range] = await until(() => (marks().length > 0 ? marks() : undefined), 'the evidence was marked');
    const editor = await until(
      () => window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('policy.md')),
      'the document was open',
    );
    assert.equal(editor.viewColumn, ViewColumn.One);
    assert.equal(
      editor.document.getText(range),
      'The head of finance approves every exception to the policy.',
    );
  });

  it('stay behind what is typed in in their place', async () => {
    const { uri, uriOf } = await makeDataset({ 'policy.md': policy, 'zoo.md': 'Another document.\n' });
    const page = await here.editor(uri, ViewColumn.Two);
    const [first] = await page.rows();
    await window.showTextDocument(uriOf('zoo.md'), { viewColumn: ViewColumn.One });
    page.send(show(first!.id));
    await until(() => marks().length > 0, 'the evidence was to be marked');
    assert.equal(isInView('policy.md'), false);
    assert.equal(isInView('zoo.md'), true);
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    assert.equal(marks().length, 1);
  });

  it('are not opened by a page that nobody is in', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    Object.assign(page.panel, { active: false });
    page.send(show(first!.id));
    await until(() => marks().length > 0, 'the evidence was to be marked');
    assert.equal(isInView('policy.md'), false);
  });

  it('are gone to when that is asked for', async () => {
    const { uri, uriOf } = await makeDataset();
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    const page = await here.editor(uri);
    const rows = await page.rows();
    page.send(show(rows[2]!.id, true));
    await until(() => marks().length > 0, 'the evidence was marked');
    const start = marks()[0]!.start;
    await until(() => window.activeTextEditor?.selection.start.isEqual(start), 'the cursor was there');
  });

  it('are marked rightly with \\r\\n at the ends of lines and a byte order mark', async () => {
    const { uri, uriOf } = await makeDataset();
    writeFileSync(uriOf('policy.md').fsPath, `\ufeff${policy.replaceAll('\n', '\r\n')}`);
    const editor = await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    assert.equal(editor.document.eol, vscode.EndOfLine.CRLF);
    const page = await here.editor(uri);
    const rows = await page.rows();
    page.send(show(rows[2]!.id));
    await until(() => marks().length > 0, 'the evidence was marked');
    assert.deepEqual(textOf(editor.document, marks()), [
      'Personal records are kept for seven years after the contract has ended.',
    ]);
    assert.deepEqual(
      (await page.pairs()).map(({ stale }) => stale),
      [false, false, false],
    );
  });

  it('of calls in a rush show the last one', async () => {
    const { uri } = await makeDataset();
    const page = await here.editor(uri);
    const rows = await page.rows();
    for (const { id } of rows) page.send(show(id));
    const editor = await until(
      () => window.visibleTextEditors.find(({ document }) => document.uri.path.endsWith('policy.md')),
      'the document was open',
    );
    await until(
      () => textOf(editor.document, marks()).join().startsWith('Personal records'),
      'the last one was shown',
    );
  });

  it('make pairs stale while they are typed in, and fresh again when that is undone', async () => {
    const { uri, uriOf, lines } = await makeDataset();
    const editor = await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    const page = await here.editor(uri);
    const [first] = await page.rows();
    const written = lines().length;
    page.send(show(first!.id));
    await until(() => marks().length > 0, 'the evidence was marked');
    await replace(editor, 'May 2023', 'March 2024');
    await page.next('view', ({ counts }) => counts.stale === 1);
    assert.deepEqual(
      (await page.pairs()).map(({ stale }) => stale),
      [true, false, false],
    );
    const [source] = (await page.pair(first!.id)).sources;
    assert.equal(source?.now, 'The policy was last reviewed by the board in March 2024.');
    await until(() => here.review.marked[0]?.changed.length === 1, 'the passage was marked');
    assert.deepEqual(textOf(editor.document, [here.review.marked[0]!.changed[0]!.range]), [source.now]);
    const from = page.sent.length;
    await commands.executeCommand('undo');
    await page.next('view', ({ counts }) => counts.stale === 0, from);
    await until(() => marks().length === 1, 'the evidence was marked again');
    assert.equal(lines().length, written);
  });

  it('can be taken as they are now for a stale pair, and are marked so', async () => {
    const { uri, uriOf, lines } = await makeDataset();
    const editor = await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    const page = await here.editor(uri);
    const [first] = await page.rows();
    page.send(show(first!.id));
    await replace(editor, 'May 2023', 'March 2024');
    await until(() => here.review.marked[0]?.changed.length === 1, 'the passage was marked');
    page.send({ type: 'command', command: 'keepStale', id: first!.id });
    await until(() => marks().length === 1, 'the new evidence was marked');
    assert.deepEqual(textOf(editor.document, marks()), [
      'The policy was last reviewed by the board in March 2024.',
    ]);
    assert.deepEqual(
      lines()
        .slice(-3)
        .map(({ type }) => type),
      ['document', 'chunk', 'edit'],
    );
    assert.equal(editor.document.isDirty, true);
    await page.act({ type: 'undo' });
    await until(() => here.review.marked[0]?.changed.length === 1, 'the passage was marked again');
    await commands.executeCommand('workbench.action.files.revert');
  });

  it('keep their marks on the words when text comes before them', async () => {
    const { uri, uriOf } = await makeDataset();
    const editor = await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One });
    const page = await here.editor(uri);
    const rows = await page.rows();
    page.send(show(rows[1]!.id));
    await until(() => marks().length > 0, 'the evidence was marked');
    const before = marks()[0]!;
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'A line.\n\nAnother.\n\n'));
    await until(() => marks()[0]!.start.line === before.start.line + 4, 'the marks had moved');
    assert.match(textOf(editor.document, marks()).join(), /^The head of finance/);
  });

  it('that change on disk make pairs stale too', async () => {
    const { uri, uriOf } = await makeDataset();
    const page = await here.editor(uri);
    await page.rows();
    writeFileSync(uriOf('policy.md').fsPath, policy.replace('head of finance', 'head of security'));
    await page.next('view', ({ counts }) => counts.stale === 1);
  });

  it('that are deleted make their pairs stale, until they are back', async () => {
    const { uri, uriOf } = await makeDataset();
    const page = await here.editor(uri);
    const [first] = await page.rows();
    // The watcher of files takes its time to begin: once it tells of a change, it tells of the rest.
    writeFileSync(uriOf('policy.md').fsPath, policy.replace('May 2023', 'June 2021'));
    await page.next('view', ({ counts }) => counts.stale === 1);
    rmSync(uriOf('policy.md').fsPath);
    await page.next('view', ({ counts }) => counts.stale === 3);
    const [source] = (await page.pair(first!.id)).sources;
    assert.equal(source?.problem, 'There is no file policy.md any more.');
    const from = page.sent.length;
    writeFileSync(uriOf('policy.md').fsPath, policy);
    await page.next('view', ({ counts }) => counts.stale === 0, from);
  });

  it('that can’t be read are named as the workspace names them', async () => {
    const { uri, uriOf, folder } = await makeDataset();
    rmSync(uriOf('policy.md').fsPath);
    mkdirSync(uriOf('policy.md').fsPath);
    const page = await here.editor(uri);
    const [first] = await page.rows();
    const [source] = (await page.pair(first!.id)).sources;
    assert.equal(source?.problem, `Could not read ${basename(folder)}/policy.md: it is a folder.`);
  });

  it('that were never saved work as others do', async () => {
    const document = await workspace.openTextDocument({ content: policy, language: 'markdown' });
    const editor = await window.showTextDocument(document, { viewColumn: ViewColumn.One });
    const name = document.uri.toString();
    const { uri } = await makeDataset({ [name]: policy });
    const page = await here.editor(uri);
    const [first] = await page.rows();
    assert.equal(first?.document, name);
    page.send(show(first.id));
    await until(() => marks().length > 0, 'the evidence was marked');
    assert.match(textOf(document, marks()).join(), /^The policy was last reviewed/);
    await replace(editor, 'May 2023', 'June 2021');
    await page.next('view', ({ counts }) => counts.stale === 1);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  it('are followed by the side panel, which keeps the last one', async () => {
    const made = await makeDataset({
      'policy.md': policy,
      'other.md': '# Doors\n\nThe doors are locked at nine each evening by the porter.',
    });
    here.dispose();
    here = reviewHere((document) => (document.path.includes(made.folder) ? made.uri : undefined));
    await window.showTextDocument(made.uriOf('policy.md'), { viewColumn: ViewColumn.One });
    const panel = await here.panel();
    await panel.next('view', ({ filter }) => filter.documents[0] === 'policy.md');
    assert.equal(panel.last('init')?.place, 'panel');
    assert.equal((await panel.rows()).length, 3);
    await window.showTextDocument(made.uriOf('other.md'), { viewColumn: ViewColumn.One });
    const view = await panel.next('view', ({ filter }) => filter.documents[0] === 'other.md');
    assert.equal(view.total, 1);
    assert.deepEqual([view.counts.pairs, view.whole?.pairs], [1, 4]);
    await commands.executeCommand('workbench.action.closeAllEditors');
    assert.equal(panel.last('view')?.filter.documents[0], 'other.md');
    const untitled = await workspace.openTextDocument({ content: 'Nothing yet.' });
    const from = panel.sent.length;
    await window.showTextDocument(untitled, { viewColumn: ViewColumn.One });
    const { problem } = await panel.next('file', (message) => message.problem?.code === 'no-dataset', from);
    assert.deepEqual(problem?.actions, ['generate']);
    panel.close();
  });

  it('stay marked in an editor that was hidden for a while', async () => {
    const { uri, uriOf } = await makeDataset({ 'policy.md': policy, 'other.md': 'Another.\n' });
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One, preview: false });
    const page = await here.editor(uri);
    const rows = await page.rows();
    page.send(show(rows[0]!.id));
    await until(() => marks().length > 0, 'the evidence was marked');
    await window.showTextDocument(uriOf('other.md'), { viewColumn: ViewColumn.One, preview: false });
    await window.showTextDocument(uriOf('policy.md'), { viewColumn: ViewColumn.One, preview: false });
    assert.equal(marks().length, 1);
    page.close();
    assert.equal(marks().length, 0);
  });
});
