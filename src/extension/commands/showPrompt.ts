import { basename } from 'node:path';
import { l10n } from 'vscode';
import { chunkAt } from '../chunkMarks.js';
import { chunksOf } from '../generation/documentChunks.js';
import { folderOf } from '../generation/location.js';
import { tell, tellProblem } from '../messages.js';
import { promptText } from '../promptText.js';
import type { Services } from '../services.js';
import { prepareRun } from '../settings/prepareRun.js';
import { wireRequest } from '../../node/wireRequest.js';
import { needEditor } from './arguments.js';
import { showText } from './showText.js';

/** Shows the exact request for the chunk at the cursor. Nothing is sent. Resolves with its text. */
export async function showPrompt(services: Services): Promise<string | undefined> {
  const editor = needEditor();
  if (!editor) return undefined;
  const { document, selection } = editor;
  const { uri } = document;
  const prepared = await prepareRun(services, uri, (await folderOf(uri)) ?? '', 'nothing is sent');
  if (!prepared.ok) return tellProblem(prepared.error);
  const { request, settings, baseUrl, row } = prepared.value;
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
  const note =
    row.place === 'rules'
      ? l10n.t('Nothing is sent: the rules work on the text itself. This is what a model would be asked.')
      : undefined;
  const shown = promptText({ provider: request.provider, model, note, messages, schema, sampling, wire });
  const number = chunks.indexOf(chunk) + 1;
  const name = l10n.t('Prompt for chunk {0} of {1}', number, basename(uri.path).replace(/\.[^.]*$/, ''));
  await showText(services, name, shown, 'md'); // of which VS Code wraps the lines
  return shown;
}
