import { Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { promptScheme } from '../promptText.js';
import type { Services } from '../services.js';

const texts = new Map<string, string>();
let provider: Disposable | undefined;

/** Opens a text that cannot be edited, beside the document, under a name. */
export async function showText(
  { context }: Services,
  name: string,
  text: string,
  ending: 'txt' | 'json' | 'md' = 'txt',
): Promise<void> {
  if (!provider) {
    provider = workspace.registerTextDocumentContentProvider(promptScheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    });
    const closed = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
    context.subscriptions.push(provider, closed);
  }
  // Each time another one: what was opened before stays what it was.
  const uri = Uri.from({ scheme: promptScheme, path: `/${name}.${ending}`, query: String(Date.now()) });
  texts.set(uri.toString(), text);
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}
