import assert from 'node:assert/strict';
import * as vscode from 'vscode';

interface Manifest {
  readonly contributes: { readonly commands: readonly { readonly command: string }[] };
}

const extension = vscode.extensions.getExtension<unknown>('pairsmith.pairsmith');
assert.ok(extension, 'VS Code does not know the extension');
// VS Code gives every view commands of its own.
const ofViews = /^pairsmith\.(?:panel|runs|failures)\./;

// While the tests are loaded: none of them has used a command yet.
const activeAtStart = extension.isActive;

describe('the extension', () => {
  it('starts when one of its commands is first used, not before', async () => {
    assert.equal(activeAtStart, false);
    await vscode.commands.executeCommand('pairsmith.showLog');
    assert.equal(extension.isActive, true);
  });

  it('has just the commands that it names in package.json', async () => {
    await extension.activate();
    const { contributes } = extension.packageJSON as Manifest;
    const named = contributes.commands.map(({ command }) => command).sort();
    const there = (await vscode.commands.getCommands(true))
      .filter((id) => id.startsWith('pairsmith.') && !ofViews.test(id))
      .sort();
    assert.deepEqual(there, named);
  });
});
