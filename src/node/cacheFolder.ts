import { homedir } from 'node:os';
import { join } from 'node:path';

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
    return join(environment['LOCALAPPDATA'] || join(homedir(), 'AppData', 'Local'), 'Pairsmith', 'Cache');
  }
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches', 'Pairsmith');
  return join(environment['XDG_CACHE_HOME'] || join(homedir(), '.cache'), 'pairsmith');
}
