import type { Dirent, Stats } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { noReader, readerFor } from '../core/documents/index.js';
import { glob, type GlobMatcher } from '../core/glob.js';
import { systemReason } from '../core/system-reason.js';
import { addIgnoreLevel, ignoreLevelsAbove, isIgnored, type IgnoreLevels } from './walkIgnore.js';

export interface WalkOptions {
  /**
   * Globs, with `/`, relative to the folder that was named: `drafts/**`. One without a slash holds at every depth:
   * `*.draft.md`.
   */
  readonly exclude?: readonly string[] | undefined;
  /** Files and folders that Pairsmith itself writes: the dataset, the export folder. */
  readonly outputs?: readonly string[] | undefined;
  /** Larger files are skipped. 100 MB where it is left out. */
  readonly maxBytes?: number | undefined;
}

/**
 * `ignored` by a .gitignore, `excluded` by a glob, `folder` (.git and node_modules), `no-reader` for such a file,
 * `unreadable` (missing, not permitted, a link to nothing), `too-large`, `output` (Pairsmith wrote it), `duplicate`
 * (taken already, under this or another path), `special` (neither file nor folder).
 */
export type SkipReason =
  | 'ignored'
  | 'excluded'
  | 'folder'
  | 'no-reader'
  | 'unreadable'
  | 'too-large'
  | 'output'
  | 'duplicate'
  | 'special';

export interface FoundFile {
  readonly kind: 'file';
  /** Absolute. */
  readonly path: string;
  /** With `/`, starting with the path that was named. For messages. */
  readonly name: string;
  readonly bytes: number;
}

export interface Skipped {
  readonly kind: 'skipped';
  readonly path: string;
  readonly name: string;
  readonly reason: SkipReason;
  /** A sentence for people, which names the file or folder. */
  readonly message: string;
}

export type WalkItem = FoundFile | Skipped;

const defaultMaxBytes = 100_000_000;

/** The shells of Windows leave it to each program. */
const unfilled =
  'nothing is called so, and a pattern is for the shell to fill in: name a folder in its place';

const neverEntered = new Set(['.git', 'node_modules']);

/**
 * The documents among `paths` (files and folders), folders with all that is in them, by name. A file that is named
 * is taken whatever ignores or excludes it, as long as there is a reader for it. Everything that is not taken is
 * said, with the reason; a folder that is not entered is said once. Nothing is thrown for what can't be read.
 */
export async function* walk(paths: readonly string[], options: WalkOptions = {}): AsyncGenerator<WalkItem> {
  const walker = new Walker(options);
  for (const named of paths) yield* walker.named(named);
}

/** A file or folder on the way. */
interface Place {
  /** Absolute, as it was reached. */
  readonly path: string;
  /** Without links, where it is known. */
  readonly real: string;
  readonly name: string;
}

class Walker {
  private readonly seen = new Set<string>();
  private readonly outputs: ReadonlySet<string>;
  private readonly maxBytes: number;
  private readonly excludes: readonly GlobMatcher[];

  constructor({ exclude = [], outputs = [], maxBytes = defaultMaxBytes }: WalkOptions) {
    this.outputs = new Set(outputs.map((output) => path.resolve(output)));
    this.maxBytes = maxBytes;
    this.excludes = exclude
      .map((pattern) => withSlashes(pattern.trim()).replace(/^\.\//, '').replace(/\/+$/, ''))
      .filter((pattern) => pattern !== '')
      .map(excluding);
  }

  async *named(named: string): AsyncGenerator<WalkItem> {
    const absolute = path.resolve(named);
    const name = named
      .split(path.sep)
      .join('/')
      .replace(/(?<=.)\/+$/, '');
    let real: string;
    let stats: Stats;
    try {
      real = await realpath(absolute);
      stats = await stat(absolute);
    } catch (error) {
      const why = /[*?]/.test(name) ? unfilled : systemReason(error);
      yield skipped({ path: absolute, name }, 'unreadable', why);
      return;
    }
    const place = { path: absolute, real, name };
    if (stats.isDirectory()) yield* this.folder(place, absolute, await ignoreLevelsAbove(absolute));
    else yield this.file(place, stats);
  }

  private async *folder(place: Place, root: string, above: IgnoreLevels): AsyncGenerator<WalkItem> {
    if (this.seen.has(place.real)) {
      yield skipped(place, 'duplicate', 'the folder was read already, under another path');
      return;
    }
    this.seen.add(place.real);
    let entries: Dirent[];
    try {
      entries = await readdir(place.path, { withFileTypes: true });
    } catch (error) {
      yield skipped(place, 'unreadable', systemReason(error));
      return;
    }
    const levels = await addIgnoreLevel(above, place.path);
    // By code units: the same on every system, whatever its language.
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) yield* this.entry(place, entry, root, levels);
  }

  private async *entry(
    folder: Place,
    entry: Dirent,
    root: string,
    levels: IgnoreLevels,
  ): AsyncGenerator<WalkItem> {
    const place = {
      path: path.join(folder.path, entry.name),
      real: path.join(folder.real, entry.name),
      name: folder.name === '.' ? entry.name : `${folder.name.replace(/\/$/, '')}/${entry.name}`,
    };
    if (entry.isSymbolicLink()) {
      try {
        place.real = await realpath(place.path);
      } catch (error) {
        yield skipped(place, 'unreadable', systemReason(error));
        return;
      }
    }
    const stats = await this.statsOf(place);
    if ('kind' in stats) {
      yield stats;
      return;
    }
    const refused = this.refusal(place, entry.name, stats.isDirectory(), root, levels);
    if (refused !== undefined) yield refused;
    else if (stats.isDirectory()) yield* this.folder(place, root, levels);
    else yield this.file(place, stats);
  }

  private async statsOf(place: Place): Promise<Stats | Skipped> {
    try {
      return await stat(place.path);
    } catch (error) {
      return skipped(place, 'unreadable', systemReason(error));
    }
  }

  /** Why something in a folder is not taken, whatever it holds. */
  private refusal(
    place: Place,
    base: string,
    isFolder: boolean,
    root: string,
    levels: IgnoreLevels,
  ): Skipped | undefined {
    if (isFolder && neverEntered.has(base))
      return skipped(place, 'folder', `Pairsmith never looks into ${base}`);
    if (this.outputs.has(place.path)) return skipped(place, 'output', 'Pairsmith writes it');
    if (isIgnored(levels, place.path, isFolder)) return skipped(place, 'ignored', 'a .gitignore ignores it');
    const relative = path.relative(root, place.path).split(path.sep).join('/').normalize('NFC');
    if (this.excludes.some((matches) => matches(relative))) {
      return skipped(place, 'excluded', 'an exclude pattern matches it');
    }
    return undefined;
  }

  private file(place: Place, stats: Stats): WalkItem {
    const { path: absolute, real, name } = place;
    if (!stats.isFile()) return skipped(place, 'special', 'it is neither a file nor a folder');
    if (readerFor(name) === undefined) {
      return { kind: 'skipped', path: absolute, name, reason: 'no-reader', message: noReader(name).message };
    }
    if (stats.size > this.maxBytes) {
      return skipped(
        place,
        'too-large',
        `it has ${megabytes(stats.size)}, and the limit is ${megabytes(this.maxBytes)}`,
      );
    }
    if (this.seen.has(real)) return skipped(place, 'duplicate', 'the file was taken already');
    this.seen.add(real);
    return { kind: 'file', path: absolute, name, bytes: stats.size };
  }
}

function skipped(place: Pick<Place, 'path' | 'name'>, reason: SkipReason, why: string): Skipped {
  return {
    kind: 'skipped',
    path: place.path,
    name: place.name,
    reason,
    message: `${place.name}: skipped, as ${why}.`,
  };
}

/**
 * A glob as it may be written on Windows, `drafts\**`, with `/`: not to leave out what somebody wants left out would be
 * worst. `\` before a bracket or brace stays, as names may hold those.
 */
export const withSlashes = (pattern: string, sep: string = path.sep): string =>
  sep === '/' ? pattern : pattern.replace(/\\(?![[\]{}!])/g, '/');

/**
 * One without a slash is of a name alone, at every depth. Accents may be written in one part or in two, as disks of macOS
 * have them.
 */
function excluding(pattern: string): GlobMatcher {
  const matches = glob(pattern.normalize('NFC'));
  return pattern.includes('/') ? matches : (relative) => matches(path.posix.basename(relative));
}

const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
