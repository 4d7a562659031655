import { glob, type GlobMatcher } from '../core/glob.js';

interface Rule {
  readonly matches: GlobMatcher;
  /** It lets in again what a rule before it ignores. */
  readonly negated: boolean;
  readonly foldersOnly: boolean;
  /** It holds for a name at every depth; else for the path from the folder of its file. */
  readonly ofName: boolean;
}

/**
 * The rules of a .gitignore as git reads them (https://git-scm.com/docs/gitignore), matched in linear time: the file may
 * be anybody's.
 */
export class IgnoreRules {
  readonly #rules: readonly Rule[];

  /** @param ignoreCase whether `BUILD/` and `build/` are one folder, and `ü` in one part or two one letter */
  constructor(
    text: string,
    private readonly ignoreCase: boolean,
  ) {
    this.#rules = text
      .replace(/^\ufeff/, '')
      .split('\n')
      .map((line) => ruleOf(this.#cased(line)))
      .filter((rule) => rule !== undefined);
  }

  /**
   * What the last rule says that names this file or folder, which may stand in one that is ignored.
   * @param path with `/`, from the folder of the .gitignore
   */
  verdict(path: string, isFolder: boolean): 'ignored' | 'kept' | undefined {
    const target = this.#cased(path);
    const name = target.slice(target.lastIndexOf('/') + 1);
    const last = this.#rules.findLast(
      ({ matches, foldersOnly, ofName }) => (isFolder || !foldersOnly) && matches(ofName ? name : target),
    );
    return last && (last.negated ? 'kept' : 'ignored');
  }

  #cased(text: string): string {
    return this.ignoreCase ? text.normalize('NFC').toLowerCase() : text;
  }
}

function ruleOf(line: string): Rule | undefined {
  let pattern = withoutSpacesAfter(line.endsWith('\r') ? line.slice(0, -1) : line);
  if (pattern.startsWith('#')) return undefined;
  const negated = pattern.startsWith('!');
  if (negated) pattern = pattern.slice(1);
  const foldersOnly = pattern.endsWith('/');
  if (foldersOnly) pattern = pattern.slice(0, -1);
  if (pattern === '') return undefined;
  const ofName = !pattern.includes('/');
  if (pattern.startsWith('/')) pattern = pattern.slice(1);
  // All that is in a folder, not the folder itself.
  if (pattern.endsWith('/**')) pattern += '/*';
  // Characters that are of globs alone.
  const own = pattern.replace(/\\.|[{}]|^[!.]/gs, (found) => (found.length > 1 ? found : `\\${found}`));
  return { matches: glob(own), negated, foldersOnly, ofName };
}

/** Spaces at the end do not count, but for one behind a backslash. */
function withoutSpacesAfter(line: string): string {
  let end = line.length;
  while (line[end - 1] === ' ') end--;
  let slashes = end;
  while (line[slashes - 1] === '\\') slashes--;
  return (end - slashes) % 2 === 1 && end < line.length ? line.slice(0, end + 1) : line.slice(0, end);
}
