import { realpathSync } from 'node:fs';
import { access } from 'node:fs/promises';
import { dirname, relative, resolve, sep } from 'node:path';
import type { Dataset } from '../core/dataset/dataset.js';

/** A file's path as a dataset in `folder` records it: relative, with `/`; never like a URI (`note:1.md`). */
export function recordedPath(folder: string, file: string): string {
  const path = relative(folder, file).split(sep).join('/');
  return isUri(path) ? `./${path}` : path;
}

/** The file that a path leads to over links; the path itself where nothing is there. */
export function withoutLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether a document's path is a URI rather than a file's. A drive has one letter. */
export const isUri = (path: string): boolean => /^[a-z][a-z0-9+.-]+:/i.test(path);

/** Whether a document that a dataset knows is no longer where it was. What is no path of a file (a URI) never is. */
export const isGoneFrom =
  (dataset: Dataset) =>
  async (path: string): Promise<boolean> => {
    if (isUri(path)) return false;
    return access(resolve(dirname(dataset.path), path)).then(
      () => false,
      () => true,
    );
  };
