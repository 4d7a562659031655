import * as vscode from 'vscode';

/** Called by VS Code when one of our commands, views or editors is first used. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Pairsmith', { log: true });
  context.subscriptions.push(
    log,
    vscode.commands.registerCommand('pairsmith.showLog', () => log.show()),
  );
}
