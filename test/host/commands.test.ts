import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import {
  answering,
  command,
  dataset,
  freshStart,
  inFolder,
  linesOf,
  ofType,
  restore,
  settings,
  show,
  until,
  uriOf,
  write,
} from '../fixtures/host.js';

const { commands, window, workspace } = vscode;

const lockers = '# Lockers\n\nEvery locker opens with a brass token. The town bought 40 lockers in 1998.\n\n';

describe('generating', () => {
  beforeEach(freshStart);
  after(restore);

  it('uses the unsaved text of the document in front', async () => {
    const editor = await show(uriOf('library-faq.md'));
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), lockers));
    const ended = await command('generateDocument');
    assert.equal(ended?.how, 'all');
    assert.ok(ended.summary.pairs > 0);
    assert.equal(editor.document.isDirty, true);
    assert.ok(ofType('chunk').some(({ text }) => text?.includes('brass token')));
    assert.equal(ofType('document')[0]?.path, '../library-faq.md');
  });

  it('opens the review beside the document and leaves the cursor where it is', async () => {
    const editor = await show(uriOf('library-faq.md'));
    await command('generateDocument');
    const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
    const review = () => tabs().find(({ input }) => input instanceof vscode.TabInputCustom);
    await until(() => review() !== undefined);
    assert.notEqual(review()?.group.viewColumn, editor.viewColumn);
    assert.equal(window.activeTextEditor?.document, editor.document);
  });

  it('brings a review into view that is hidden behind the document, beside it', async () => {
    await show(uriOf('library-faq.md'));
    await command('generateDocument');
    await commands.executeCommand('workbench.action.closeAllEditors');
    await commands.executeCommand('vscode.openWith', vscode.Uri.file(dataset), 'pairsmith.review', 1);
    const editor = await show(write('docs/behind.md', lockers));
    const shown = () =>
      window.tabGroups.all.find(({ activeTab }) => activeTab?.input instanceof vscode.TabInputCustom);
    assert.equal(shown(), undefined);
    await command('generateDocument');
    await until(() => shown() !== undefined, 'the review');
    assert.equal(shown()?.viewColumn, vscode.ViewColumn.Two);
    assert.equal(window.activeTextEditor?.document, editor.document);
    assert.equal(window.activeTextEditor.viewColumn, vscode.ViewColumn.One);

    // Hidden behind another document, in a column of its own
    const other = { viewColumn: vscode.ViewColumn.Two, preserveFocus: true };
    await window.showTextDocument(uriOf('remote-work-policy.md'), other);
    await until(() => shown() === undefined, 'hiding the review');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '# Keys\n\nThe town sold 30 keys in 1999.\n\n'),
    );
    await command('generateDocument');
    await until(() => shown() !== undefined, 'the review');
    assert.equal(shown()?.viewColumn, vscode.ViewColumn.Two);
    assert.equal(window.tabGroups.all.length, 2);
    assert.equal(window.activeTextEditor?.document, editor.document);
  });

  it('names the one file that could not be read', async () => {
    const files = [uriOf('library-faq.md'), uriOf('docs/missing.md')];
    const seen = answering();
    const ended = await command('generateFile', files[0], files);
    assert.equal(ended?.how, 'all');
    assert.match(seen.join('\n'), /missing\.md/);
  });

  it('takes a document that was never saved, and records it by its URI', async () => {
    const document = await workspace.openTextDocument({ language: 'markdown', content: lockers });
    await window.showTextDocument(document, vscode.ViewColumn.One);
    const ended = await command('generateDocument');
    assert.ok((ended?.summary.pairs ?? 0) > 0);
    assert.equal(ofType('document')[0]?.path, document.uri.toString());
    assert.equal(document.uri.scheme, 'untitled');
  });

  it('keeps the selection’s chunks alone, by their place in a document with other line ends', async () => {
    await settings({ chunkSize: 200, overlap: 0 });
    const sections = ['A bolt costs 3 euros.', 'A nut costs 2 euros.', 'A washer costs 1 euro.'];
    const text = sections.map(
      (line, n) => `# Part ${n}\r\n\r\n${line} ${'It is sold on weekdays. '.repeat(6)}`,
    );
    const uri = write('docs/parts.md', text.join('\r\n\r\n'));
    const editor = await show(uri);
    const line = editor.document
      .getText()
      .split('\r\n')
      .findIndex((one) => one.includes('A nut'));
    editor.selection = new vscode.Selection(line, 2, line, 8);
    const ended = await command('generateSelection');
    assert.equal(ended?.summary.planned, 1);
    const [chunk] = ofType('chunk');
    assert.match(chunk?.text ?? '', /A nut costs/);
    assert.doesNotMatch(chunk?.text ?? '', /bolt|washer/);
  });

  it('says which chunks a selection is in, and offers to review or to ask again what is done', async () => {
    await settings({ chunkSize: 80, overlap: 0 });
    const parts = [
      '# Lockers\n\nThe town bought 40 lockers for the pool in 1998.',
      '# Boats\n\nThe club sold 12 boats to the school in 2004.',
      '# Lamps\n\nThe mayor ordered 30 lamps for the square in 2011.',
    ];
    const editor = await show(write('docs/selected.md', parts.join('\n\n')));
    const select = (from: string, to: string): void => {
      const text = editor.document.getText();
      const { positionAt } = editor.document;
      editor.selection = new vscode.Selection(
        positionAt(text.indexOf(from)),
        positionAt(text.indexOf(to) + to.length),
      );
    };
    select('sold', '12 boats');
    const first = await command('generateSelection');
    assert.match(first?.told ?? '', /pairs? from chunk 2 of 3 in /);
    const made = ofType('result').length;

    const seen = answering();
    assert.equal(await command('generateSelection'), undefined);
    assert.match(seen.join('\n'), /^The selection is in chunk 2 of 3, done already: \d+ pairs?\.$/);
    assert.equal(ofType('result').length, made);

    answering({ press: ['Ask Again'] });
    for (const more of [1, 2]) {
      await command('generateSelection');
      await until(() => ofType('result').length === made + more, 'asking again');
    }
    // With the blanks around it, which are of other chunks
    select('\n\n# Boats', '# Lamps\n\nThe');
    const both = await command('generateSelection');
    assert.match(both?.told ?? '', /pairs? from chunks 2 to 3 of 3 in /);
  });

  it('says under which document the pairs of words stand that two documents say', async () => {
    write('docs/first.md', lockers);
    const copy = write('docs/second.md', lockers);
    const files = [uriOf('docs/first.md'), copy];
    const { told = '' } = (await command('generateFile', files[0], files)) ?? {};
    const where = 'docs/first.md and was asked once: its pairs stand there.';
    assert.match(told, /pairs? from 1 chunk in /);
    assert.ok(told.includes(`1 chunk says the same as one of ${where}`), told);
    const seen = answering();
    await command('generateFile', copy);
    assert.ok(seen.join('\n').includes(`all is done already. 1 chunk says the same as one of ${where}`));
  });

  it('reads folders and several files, with the unsaved text of those that are open', async () => {
    write('docs/a.md', '# A\n\nThe tower was built in 1911. It is 40 metres high.\n');
    const b = write('docs/deep/b.txt', 'The mill was sold in 1950. It has two wheels.\n');
    write('docs/c.csv', 'not,a,document\n');
    const editor = await show(b);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), 'The weir was raised in 1923. '));
    const folderRun = await command('generateFolder', uriOf('docs'));
    assert.equal(folderRun?.how, 'all');
    assert.deepEqual(
      ofType('document')
        .map(({ path }) => path)
        .sort(),
      ['../docs/a.md', '../docs/deep/b.txt'],
    );
    assert.ok(ofType('chunk').some(({ text }) => text?.includes('The weir was raised')));
    const both = [uriOf('library-faq.md'), uriOf('remote-work-policy.md')];
    const filesRun = await command('generateFile', both[0], both);
    assert.equal(filesRun?.how, 'all');
    assert.equal(ofType('document').length, 4);
  });

  it('begins a dataset anew that was deleted while it was open', async () => {
    await show(uriOf('library-faq.md'));
    const first = await command('generateDocument');
    rmSync(dataset);
    const second = await command('generateDocument');
    assert.equal(second?.summary.planned, first?.summary.planned);
    assert.equal(ofType('document').length, 1);
  });

  it('puts the pairs of a document that is in no folder of the window beside it', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'pairsmith-outside-'));
    const file = join(outside, 'note.txt');
    writeFileSync(file, 'The tower was built in 1911. It is 40 metres high.\n');
    const ended = await command('generateFile', vscode.Uri.file(file));
    assert.equal(ended?.how, 'all');
    const own = join(outside, 'pairsmith/dataset.pairs.jsonl');
    assert.equal(ofType('document', own)[0]?.path, '../note.txt');
    await freshStart();
    rmSync(outside, { recursive: true });
  });

  it('names a wrong setting, and offers to open it', async () => {
    await settings({ chunkSize: 7 });
    await show(uriOf('library-faq.md'));
    const seen = answering();
    assert.equal(await command('generateDocument'), undefined);
    assert.deepEqual(seen, ['pairsmith.chunkSize must be a whole number from 50 to 1000000, not 7.']);
  });

  it('refuses documents that are neither files nor new', async () => {
    const seen = answering();
    const elsewhere = vscode.Uri.parse('git:/somewhere/a.md?%7B%7D');
    assert.equal(await command('generateFile', elsewhere), undefined);
    assert.match(seen[0] ?? '', /not open in an editor, and no file on this machine/);
  });

  it('asks five chunks of all parts, then offers the rest', async () => {
    await settings({ chunkSize: 300, overlap: 0 });
    await show(uriOf('heat-pump-manual.md'));
    const seen = answering();
    const ended = await command('tryFive');
    assert.equal(ended?.summary.planned, 5);
    assert.match(seen.join('\n'), /5 chunks of all parts/);
    const rest = await command('resume', vscode.Uri.file(dataset));
    assert.ok((rest?.summary.planned ?? 0) > 5);
    assert.equal(ofType('document').length, 1);
  });

  it('shows and hides the chunks, and the request for the one at the cursor', async () => {
    await settings({ chunkSize: 300, overlap: 50 });
    const editor = await show(uriOf('heat-pump-manual.md'));
    const shown = await command<number>('showChunks');
    assert.ok(shown > 5);
    assert.equal(await command<number>('showChunks'), 0);
    const last = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new vscode.Selection(last, last);
    const prompt = await command<string>('showPrompt');
    const words = editor.document.getText().trim().slice(-40);
    assert.ok(prompt.includes(words), prompt);
    assert.match(prompt, /==== system ====/);
  });

  it('writes the files that it says, and records the splits', async () => {
    await show(uriOf('library-faq.md'));
    await command('generateWorkspace');
    const seen = answering();
    const out = inFolder('out');
    const choice = { format: 'messages', pairs: 'kept', folder: out };
    const report = await command<{ counts: { pairs: number } }>('export', vscode.Uri.file(dataset), choice);
    const rows = ['train', 'validation', 'test'].flatMap((split) =>
      linesOf(inFolder('out', `${split}.jsonl`)),
    );
    assert.equal(rows.length, report.counts.pairs);
    const completions = new Set(
      ofType('result').flatMap(({ pairs = [] }) => pairs.map((pair) => pair.completion)),
    );
    for (const row of rows as unknown as { messages: { role: string; content: string }[] }[]) {
      assert.ok(completions.has(row.messages.at(-1)?.content ?? ''));
    }
    assert.ok(ofType('split').length > 0);
    assert.match(seen.join('\n'), /pairs \(train \d+, validation \d+, test \d+\) are in out\./);
  });

  it('shows what an export comes to before it writes, and copies the command to train', async () => {
    await show(uriOf('library-faq.md'));
    await command('generateDocument');
    const press = ['prompt-completion', 'Accepted and New', 'pairsmith-export', 'Write the Files'];
    const seen = answering({ press: [...press, 'Copy Training Command', 'TRL'] });
    const report = await command<object | undefined>('export', vscode.Uri.file(dataset));
    assert.ok(report);
    const said = seen.join('\n');
    assert.match(said, /- Accepted Alone 0 pairs/);
    assert.match(said, /Export \d+ pairs as prompt-completion\?\n0 reviewed, \d+ that nobody has looked at/);
    await until(() => /The command for TRL is on the clipboard/.test(seen.join('\n')));
  });

  it('converts training files into another shape', async () => {
    const row = { prompt: 'How long is it?', completion: 'It is 410 metres long.' };
    const input = write('out/rows.jsonl', `${JSON.stringify(row)}\n`);
    const out = inFolder('out/rows.alpaca.jsonl');
    answering();
    const report = await command<{ out: number }>('convert', input, { to: 'alpaca', out });
    assert.equal(report.out, 1);
    assert.match(readFileSync(out, 'utf8'), /"instruction": ?"How long is it\?"/);
  });
});
