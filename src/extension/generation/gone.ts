import { dirname, resolve } from 'node:path';
import { Uri } from 'vscode';
import type { Dataset } from '../../core/dataset/dataset.js';
import { isGoneFrom, isUri } from '../../node/paths.js';
import { openDocument } from './inputs.js';

/** Whether a document that a dataset knows is no longer there; a new document, once nobody has it open. */
export function isGoneIn(dataset: Dataset): (path: string) => Promise<boolean> {
  const isGone = isGoneFrom(dataset);
  return (path) => {
    if (isUri(path)) return Promise.resolve(!openDocument(Uri.parse(path)));
    return isGone(path);
  };
}

/** Where a document of a dataset is. */
export const uriOfDocument = (dataset: Dataset, path: string): Uri =>
  isUri(path) ? Uri.parse(path) : Uri.file(resolve(dirname(dataset.path), path));
