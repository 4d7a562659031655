import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { IgnoreRules } from './ignoreRules.js';

/** As git has it by default (`core.ignoreCase`, `core.precomposeUnicode`): there `BUILD/` and `build/` are one folder. */
const ignoreCase = process.platform === 'win32' || process.platform === 'darwin';

/** The rules of one folder's .gitignore. */
interface Level {
  readonly folder: string;
  readonly rules: IgnoreRules;
}

/** The .gitignore files that hold for a folder, the outermost first. */
export type IgnoreLevels = readonly Level[];

/** Adds the .gitignore of `folder`, if it has one that can be read. */
export async function addIgnoreLevel(levels: IgnoreLevels, folder: string): Promise<IgnoreLevels> {
  let text: string;
  try {
    text = await readFile(path.join(folder, '.gitignore'), 'utf8');
  } catch {
    // None, or not for us to read: then git would not follow it either.
    return levels;
  }
  return [...levels, { folder, rules: new IgnoreRules(text, ignoreCase) }];
}

/**
 * The .gitignore files above `folder`, up to the root of its repository. None outside a repository, and none where
 * they ignore the folder itself: who names a folder wants what is in it.
 */
export async function ignoreLevelsAbove(folder: string): Promise<IgnoreLevels> {
  const above: string[] = [];
  let at = folder;
  while (!(await exists(path.join(at, '.git')))) {
    const parent = path.dirname(at);
    if (parent === at) return [];
    at = parent;
    above.unshift(at);
  }
  let levels: IgnoreLevels = [];
  for (const one of above) levels = await addIgnoreLevel(levels, one);
  return isIgnored(levels, folder, true) ? [] : levels;
}

/** Whether git would ignore the file or folder: the innermost .gitignore that says something about it decides. */
export function isIgnored(levels: IgnoreLevels, target: string, isFolder: boolean): boolean {
  for (const { folder, rules } of levels.toReversed()) {
    const relative = path.relative(folder, target).split(path.sep).join('/');
    const verdict = rules.verdict(relative, isFolder);
    if (verdict !== undefined) return verdict === 'ignored';
  }
  return false;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
