import { realpathSync } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname, posix, resolve, win32 } from 'node:path';
import type { Dataset } from '../core/dataset/dataset.js';

/**
 * A file's path as a dataset in `folder` records it: relative, with `/`; never like a URI (`note:1.md`). The same
 * however it was written where that does not matter: upper and lower case on Windows and macOS, accents on macOS, where
 * editors compose what the disk may have in parts, and the letter of a drive, which VS Code writes small.
 */
export function recordedPath(
  folder: string,
  file: string,
  platform: NodeJS.Platform = process.platform,
  withoutLinksOf: typeof withoutLinks = withoutLinks,
): string {
  const { relative, sep } = platform === 'win32' ? win32 : posix;
  const asWritten = relative(folder, file);
  if (platform !== 'win32' && platform !== 'darwin') return recorded(asWritten);
  const own = asWritten.replace(/^(?:\.\.(?:[\\/]|$))+/, '').length;
  const onDisk = withoutLinksOf(file);
  const isSame = onDisk.length === file.length && onDisk.toLowerCase() === file.toLowerCase();
  const ways = asWritten.slice(0, asWritten.length - own);
  const path = isSame ? ways + onDisk.slice(onDisk.length - own) : asWritten;
  const slashed = path.split(sep).join('/');
  if (platform === 'darwin') return recorded(slashed.normalize('NFC'));
  return recorded(slashed.replace(/^[A-Z]:/, (drive) => drive.toLowerCase()));
}

const recorded = (path: string): string => (isUri(path) ? `./${path}` : path);

/** The file that a path leads to over links; the path itself where nothing is there. */
export function withoutLinks(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** Whether two paths lead to one file: over links, or in upper and lower case where that does not matter. */
export async function isSameFile(a: string, b: string): Promise<boolean> {
  if (withoutLinks(a) === withoutLinks(b)) return true;
  const look = (path: string) => stat(path, { bigint: true }).catch(() => undefined);
  const [one, other] = [await look(a), await look(b)];
  return one !== undefined && one.ino !== 0n && one.ino === other?.ino && one.dev === other.dev;
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
