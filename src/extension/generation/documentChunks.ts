import { dirname } from 'node:path';
import type { TextDocument } from 'vscode';
import { rechunk } from '../../core/chunks/index.js';
import type { ChunkOptions } from '../../core/chunks/index.js';
import type { DocumentText } from '../../core/documents/index.js';
import { knownDocuments, planDocument } from '../../core/generation/documents.js';
import type { PlannedChunk } from '../../core/generation/documents.js';
import { ok } from '../../core/outcome.js';
import type { Outcome, Problem } from '../../core/outcome.js';
import { nodeHash } from '../../node/ports.js';
import type { Services } from '../services.js';
import { isGoneIn } from './gone.js';
import { readEditor, recordedAs } from './inputs.js';
import { datasetFor } from './location.js';

export interface ChunkedDocument {
  readonly text: DocumentText;
  readonly chunks: readonly PlannedChunk[];
}

/** An open document's chunks just as a run would make them now: what its dataset knows of it is kept. */
export async function chunksOf(
  services: Services,
  document: TextDocument,
  chunking: ChunkOptions,
): Promise<Outcome<ChunkedDocument, Problem>> {
  const read = readEditor(document);
  if (!read.ok) return read;
  const text = read.value;
  const uri = await datasetFor(document.uri);
  const opened = uri && (await (await services.datasets()).open(uri));
  if (!uri || !opened?.ok) {
    const naming = { document: 'new', hash: nodeHash };
    return ok({ text, chunks: rechunk(text.text, text.format, chunking, [], naming) });
  }
  const { dataset } = opened.value;
  const known = knownDocuments(dataset);
  const input = {
    path: recordedAs(document.uri, dirname(uri.fsPath)),
    read: () => Promise.resolve(ok(text)),
  };
  const context = { dataset, known, chunking, hash: nodeHash, isGone: isGoneIn(dataset) };
  const planned = await planDocument(input, context);
  opened.value.dispose();
  return planned.ok ? ok({ text, chunks: [...planned.value.document.chunks] }) : planned;
}
