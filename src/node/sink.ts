import { createHash, randomBytes } from 'node:crypto';
import * as fs from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FileSink, OpenSink } from '../core/ports.js';
import { makeFolder } from './makeFolder.js';
import { withoutLinks } from './paths.js';
import { syncFolder } from './syncFolder.js';

/** The part of `node:fs/promises` that a sink uses; tests put faults into it. */
export type SinkFiles = Pick<typeof fs, 'open' | 'rename' | 'rm' | 'stat'>;

/** Waits before each further try to rename, in ms: on Windows a virus scanner or an indexer may hold the file. */
const renameWaits = [10, 20, 40, 80, 160, 320, 640];
const heldByAnother = new Set(['EPERM', 'EACCES', 'EBUSY']);

/**
 * Opens files that are written whole or not at all: into a temporary file beside, synced, then renamed. A file that
 * was there hands on its permissions, and a link goes on leading to it. Whatever fails (a full disk, a folder that
 * can't be written), the file that was there stays as it was, the temporary one goes, and the error is thrown with its
 * `code`.
 */
export function createOpenSink(
  files: SinkFiles = fs,
  windows = process.platform === 'win32',
  waits: readonly number[] = renameWaits,
): OpenSink {
  return async (path) => {
    const target = withoutLinks(resolve(path));
    const folder = dirname(target);
    makeFolder(folder);
    const temporary = join(folder, `.${basename(target).slice(0, 80)}.${randomBytes(6).toString('hex')}.tmp`);
    const mode = await files.stat(target).then(
      (stats) => stats.mode & 0o777,
      () => undefined, // a new file
    );
    const handle = await files.open(temporary, 'wx', mode);
    // The umask has taken from it what others may do. Some drives know no permissions.
    if (mode !== undefined) await handle.chmod(mode).catch(() => undefined);
    return new AtomicSink(handle, temporary, target, files, windows ? waits : []);
  };
}

export const openSink: OpenSink = createOpenSink();

class AtomicSink implements FileSink {
  readonly #hash = createHash('sha256');
  #bytes = 0;
  #state: 'open' | 'closed' | 'dropped' = 'open';

  constructor(
    private readonly handle: fs.FileHandle,
    private readonly temporary: string,
    private readonly target: string,
    private readonly files: SinkFiles,
    private readonly waits: readonly number[],
  ) {}

  async write(text: string): Promise<void> {
    if (this.#state !== 'open') throw new Error(`${this.target} is no longer open.`);
    const bytes = Buffer.from(text, 'utf8');
    try {
      for (let done = 0; done < bytes.length;)
        done += (await this.handle.write(bytes, done, bytes.length - done)).bytesWritten;
    } catch (error) {
      await this.abort();
      throw error;
    }
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
  }

  async close(): Promise<{ bytes: number; sha256: string }> {
    if (this.#state !== 'open') throw new Error(`${this.target} is no longer open.`);
    try {
      await this.handle.sync();
      await this.handle.close();
      await this.#rename();
    } catch (error) {
      await this.abort();
      throw error;
    }
    this.#state = 'closed';
    await syncFolder(dirname(this.target));
    return { bytes: this.#bytes, sha256: this.#hash.digest('hex') };
  }

  async abort(): Promise<void> {
    if (this.#state !== 'open') return;
    this.#state = 'dropped';
    // The error that made us give up is the one to tell of, so what fails here is not.
    await this.handle.close().catch(() => undefined);
    await this.files.rm(this.temporary, { force: true }).catch(() => undefined);
  }

  /** Windows says "not permitted" too where somebody has the file open: we may write in its folder, as we just did. */
  async #whyRefused(refusal: unknown): Promise<unknown> {
    const stats = await this.files.stat(this.target).catch(() => undefined);
    if (!stats?.isFile() || (stats.mode & 0o200) === 0) return refusal;
    return Object.assign(new Error(`${this.target} is in use.`, { cause: refusal }), { code: 'EBUSY' });
  }

  async #rename(): Promise<void> {
    for (const wait of [...this.waits, undefined]) {
      try {
        return await this.files.rename(this.temporary, this.target);
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        if (this.waits.length === 0 || !heldByAnother.has(code ?? '')) throw error;
        if (wait === undefined) throw await this.#whyRefused(error);
        await sleep(wait);
      }
    }
  }
}
