import { homedir } from 'node:os';
import { join, parse } from 'node:path';

export const cacheFolderVariable = 'PAIRSMITH_CACHE_FOLDER';

/**
 * The folder for what can be had again, which editor and command line share: `PAIRSMITH_CACHE_FOLDER`, else where
 * each system keeps such (XDG Base Directory Specification; Apple's File System Programming Guide; Windows'
 * LOCALAPPDATA).
 */
export function cacheFolder(environment: Readonly<Record<string, string | undefined>>): string {
  const own = environment[cacheFolderVariable];
  if (own) return own;
  if (process.platform === 'win32') {
    return join(environment['LOCALAPPDATA'] || join(home(), 'AppData', 'Local'), 'Pairsmith', 'Cache');
  }
  if (process.platform === 'darwin') return join(home(), 'Library', 'Caches', 'Pairsmith');
  return join(environment['XDG_CACHE_HOME'] || join(home(), '.cache'), 'pairsmith');
}

/** The user's own folder; the root where the system knows none, as of a user of a container that has but a number. */
function home(): string {
  try {
    return homedir();
  } catch {
    return parse(process.cwd()).root;
  }
}
