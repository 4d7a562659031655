import * as vscode from 'vscode';
import { commands } from './commands/table.js';
import { panelId, reviewType } from './review/names.js';
import { createServices } from './services.js';

/** Called by VS Code when one of our commands, views or editors is first used. What they need is loaded then. */
export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Pairsmith', { log: true });
  const services = createServices(context, log);
  const { registerCustomEditorProvider, registerWebviewViewProvider } = vscode.window;
  context.subscriptions.push(
    log,
    ...commands.map(({ id, load }) =>
      vscode.commands.registerCommand(id, async (...args: unknown[]) => {
        try {
          const run = await load();
          return await run(services, ...args);
        } catch (error) {
          log.error(error instanceof Error ? error : String(error));
          const { showBug } = await import('./messages.js');
          showBug();
          return undefined;
        }
      }),
    ),
    registerCustomEditorProvider(
      reviewType,
      {
        openCustomDocument: async (uri) => (await services.review()).openCustomDocument(uri),
        resolveCustomEditor: async (document, panel) =>
          (await services.review()).resolveCustomEditor(document, panel),
      },
      { supportsMultipleEditorsPerDocument: true },
    ),
    registerWebviewViewProvider(panelId, {
      resolveWebviewView: async (view) => (await services.review()).resolveWebviewView(view),
    }),
  );
  // After a crash of the extension host, editors of ours stand there without anyone behind them.
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  if (tabs.some(({ input }) => input instanceof vscode.TabInputCustom && input.viewType === reviewType)) {
    void services.review().then((review) => review.recoverTabs());
  }
}
