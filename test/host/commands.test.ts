import assert from 'node:assert/strict';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as vscode from 'vscode';

const { commands, window, workspace } = vscode;
const { fsPath: folder } = workspace.workspaceFolders?.[0]?.uri as vscode.Uri;
const dataset = join(folder, 'pairsmith/dataset.pairs.jsonl');

interface End {
  readonly how: string;
  readonly summary: { readonly planned: number; readonly pairs: number; readonly notReached: number };
}

const run = (id: string, ...args: unknown[]) =>
  commands.executeCommand<End | undefined>(`pairsmith.${id}`, ...args);

interface DatasetLine {
  readonly type: string;
  readonly path?: string;
  readonly text?: string;
}

const linesOf = (file = dataset) =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as DatasetLine);

async function open(name: string): Promise<vscode.TextEditor> {
  return window.showTextDocument(vscode.Uri.file(join(folder, name)), vscode.ViewColumn.One);
}

describe('generating', () => {
  before(() =>
    workspace.getConfiguration('files').update('autoSave', 'off', vscode.ConfigurationTarget.Global),
  );
  beforeEach(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    rmSync(join(folder, 'pairsmith'), { recursive: true, force: true });
  });

  it('uses the unsaved text of the document in front', async () => {
    const editor = await open('library-faq.md');
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(0, 0), '# Lockers\n\nEvery locker opens with a brass token.\n\n'),
    );
    const ended = await run('generateDocument');
    assert.equal(ended?.how, 'all');
    assert.ok(ended.summary.pairs > 0);
    assert.equal(editor.document.isDirty, true);
    const lines = linesOf();
    assert.ok(lines.some(({ type, text }) => type === 'chunk' && text?.includes('brass token')));
    assert.equal(lines.find(({ type }) => type === 'document')?.path, '../library-faq.md');
    await commands.executeCommand('workbench.action.files.revert');
    assert.ok(existsSync(dataset));
  });
});
