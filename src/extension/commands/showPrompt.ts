import { basename } from 'node:path';
import { l10n, Uri, ViewColumn, window, workspace } from 'vscode';
import type { Disposable } from 'vscode';
import { chunkAt } from '../chunkMarks.js';
import { chunksOf } from '../generation/documentChunks.js';
import { folderOf } from '../generation/location.js';
import { tell, tellProblem } from '../messages.js';
import { promptScheme, promptText } from '../promptText.js';
import type { Services } from '../services.js';
import { prepareRun } from '../settings/prepareRun.js';
import { wireRequest } from '../../node/wireRequest.js';
import { needEditor } from './arguments.js';

const texts = new Map<string, string>();
let provider: Disposable | undefined;

/** Shows the exact request for the chunk at the cursor. Nothing is sent. Resolves with its text. */
export async function showPrompt(services: Services): Promise<string | undefined> {
  const editor = needEditor();
  if (!editor) return undefined;
  const { document, selection } = editor;
  const { uri } = document;
  const prepared = await prepareRun(services, uri, (await folderOf(uri)) ?? '', 'nothing is sent');
  if (!prepared.ok) return tellProblem(prepared.error);
  const { request, settings, baseUrl } = prepared.value;
  const chunked = await chunksOf(services, document, request.chunking);
  if (!chunked.ok) return tellProblem(chunked.error);
  const { text, chunks } = chunked.value;
  const { line, character: column } = selection.active;
  const chunk = chunkAt(chunks, text.map.offsetAt({ line, column }));
  if (!chunk) {
    return tell(l10n.t('{0} has no text to ask about.', basename(uri.path)));
  }
  const { recipe, model, sampling } = request;
  const input = { chunk: chunk.id, text: text.text.slice(chunk.start, chunk.end), heading: chunk.heading };
  const { messages, schema } = recipe.request(input, request.settings);
  const wire = await wireRequest({ ...settings, baseUrl }, { model, messages, sampling, schema, sample: 0 });
  const shown = promptText({ provider: request.provider, model, messages, schema, sampling, wire });
  const number = chunks.indexOf(chunk) + 1;
  await open(services, l10n.t('Chunk {0} of {1}', number, basename(uri.path)), shown);
  return shown;
}

/** Opens a text that cannot be edited, beside the document, under a name. */
async function open({ context }: Services, name: string, text: string): Promise<void> {
  if (!provider) {
    provider = workspace.registerTextDocumentContentProvider(promptScheme, {
      provideTextDocumentContent: (uri) => texts.get(uri.toString()) ?? '',
    });
    const closed = workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
    context.subscriptions.push(provider, closed);
  }
  // Each time another one: what was opened before stays what it was.
  const uri = Uri.from({ scheme: promptScheme, path: `/${name}.txt`, query: String(Date.now()) });
  texts.set(uri.toString(), text);
  await window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
}
