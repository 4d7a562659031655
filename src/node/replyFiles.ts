import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { ReplyStore } from '../core/providers/cache.js';

/** A cache that grew over its limit is cut to this share of it, so that it is not cut at each reply. */
const cutTo = 0.8;
/** A reply that is used is young again, but its file need not be touched at each use: in milliseconds. */
const touchEvery = 24 * 60 * 60 * 1000;

interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly usedAt: number;
}

/**
 * Replies as files of a folder, one each, readable by their owner alone, as they hold what documents say. Several
 * programs may share it: a file is written whole and moved to its place. Beyond `limit` bytes, those that were not
 * used for the longest time go.
 */
export class ReplyFiles implements ReplyStore {
  #bytes: Promise<number> | undefined;
  #cutting: Promise<unknown> | undefined;

  constructor(
    readonly folder: string,
    private readonly limit: number,
  ) {}

  async get(key: string): Promise<string | undefined> {
    const path = this.#path(key);
    try {
      const value = await readFile(path, 'utf8');
      const { mtimeMs } = await stat(path);
      if (Date.now() - mtimeMs > touchEvery) await utimes(path, new Date(), new Date());
      return value;
    } catch {
      return undefined; // not there, or gone since
    }
  }

  async put(key: string, value: string): Promise<void> {
    const path = this.#path(key);
    const part = `${path}.${randomUUID()}.part`;
    try {
      await written(part, value);
      await rename(part, path);
    } catch {
      await rm(part, { force: true }).catch(() => {}); // a cache that can't be written is none
      return;
    }
    this.#bytes = this.#bytes?.then((sum) => sum + Buffer.byteLength(value)) ?? this.size();
    if ((await this.#bytes) > this.limit) await (this.#cutting ??= this.#cut());
  }

  /** Bytes of all replies. */
  async size(): Promise<number> {
    let sum = 0;
    for (const { bytes } of await this.#entries()) sum += bytes;
    return sum;
  }

  /** Deletes all replies. Resolves with how many bytes they had. */
  async clear(): Promise<number> {
    const bytes = await this.size();
    await rm(this.folder, { recursive: true, force: true });
    this.#bytes = undefined;
    return bytes;
  }

  async #cut(): Promise<void> {
    const entries = await this.#entries();
    entries.sort((a, b) => a.usedAt - b.usedAt);
    let left = entries.reduce((sum, { bytes }) => sum + bytes, 0);
    for (const { path, bytes } of entries) {
      if (left <= this.limit * cutTo) break;
      await unlink(path).catch(() => {}); // another program was quicker
      left -= bytes;
    }
    this.#bytes = Promise.resolve(left);
    this.#cutting = undefined;
  }

  async #entries(): Promise<Entry[]> {
    const names = await readdir(this.folder, { recursive: true }).catch(() => []);
    const entries: Entry[] = [];
    for (const name of names) {
      if (!/\.(?:json|part)$/.test(name)) continue;
      const path = join(this.folder, name);
      const info = await stat(path).catch(() => undefined);
      if (info?.isFile() === true) entries.push({ path, bytes: info.size, usedAt: info.mtimeMs });
    }
    return entries;
  }

  /** In 4,096 folders, as some systems grow slow with many files in one. Keys are hashes of letters that names may have. */
  #path(key: string): string {
    return join(this.folder, key.slice(0, 2), `${key}.json`);
  }
}

/** Writes a file that its owner alone can read, and its folder where it is not there: most times it is. */
async function written(path: string, value: string): Promise<void> {
  const write = (): Promise<void> => writeFile(path, value, { mode: 0o600 });
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error) || error.code !== 'ENOENT') throw error;
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await write();
  }
}
