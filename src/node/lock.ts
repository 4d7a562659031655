import { randomUUID } from 'node:crypto';
import * as fs from 'node:fs';
import { readFile, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isGone, parseHolder, self } from './lockHolder.js';
import type { LockHolder } from './lockHolder.js';
import { makeFolder } from './makeFolder.js';

const heartbeat = 2_000;
/** Waits before each further try to delete a lock of ours, in ms: together far less than makes it count as silent. */
const releaseWaits = [10, 20, 40, 80, 160, 320, 640];

export interface HeldLock {
  release(): void;
}

interface LockOptions {
  /** The part of `node:fs` that makes and deletes lock files; tests put faults into it. */
  readonly files?: Pick<typeof fs, 'writeFileSync' | 'unlinkSync'>;
  readonly windows?: boolean;
  /** A lock that nobody has touched for so long is broken, in ms. */
  readonly silentAfter?: number;
  /** A folder that takes no file for so long will not, in ms, though there is no lock in it. */
  readonly refusedAfter?: number;
}

type TakeLock = (path: string, patience?: number) => Promise<HeldLock | LockHolder>;

export function createTakeLock({
  files = fs,
  windows = process.platform === 'win32',
  silentAfter = 10_000,
  refusedAfter = 2_000,
}: LockOptions = {}): TakeLock {
  /** Windows answers so for a file that is just being deleted, or that a virus scanner looks at. */
  const isBusy = (error: unknown): error is Error =>
    hasCode(error, 'EEXIST') ||
    (windows && ['EPERM', 'EBUSY', 'EACCES'].some((code) => hasCode(error, code)));

  /**
   * Why the lock is not ours; undefined: it is. Synchronous, as each result takes the lock and the way through Node's
   * thread pool costs more than all the rest.
   */
  function tryLock(path: string, content: string, isFolderThere = false): Error | undefined {
    try {
      files.writeFileSync(path, content, { flag: 'wx' });
      return undefined;
    } catch (error) {
      if (isBusy(error)) return error;
      // What is made and can't be filled, on a full disk say, is nobody's lock.
      if (error instanceof Error && 'syscall' in error && error.syscall === 'write') release(path);
      if (isFolderThere || !hasCode(error, 'ENOENT')) throw error;
      makeFolder(dirname(path));
      return tryLock(path, content, true);
    }
  }

  function release(path: string): void {
    try {
      files.unlinkSync(path);
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return;
      if (!isBusy(error)) throw error;
      // What was to be done is done. Where the last try fails too, the lock is silent from now on, and is broken.
      void releaseLater(path);
    }
  }

  async function releaseLater(path: string): Promise<void> {
    for (const wait of releaseWaits) {
      await sleep(wait);
      try {
        return files.unlinkSync(path);
      } catch (error) {
        if (!isBusy(error)) return;
      }
    }
  }

  async function look(path: string): Promise<Look | 'none' | 'busy'> {
    try {
      const [content, stats] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
      return { content, holder: parseHolder(content), touched: stats.mtimeMs };
    } catch (error) {
      if (hasCode(error, 'ENOENT')) return 'none';
      if (isBusy(error)) return 'busy';
      throw error;
    }
  }

  /** Moves the lock aside, and puts it back where it turns out to be a newer one than the one that was judged. */
  async function breakLock(path: string, judged: string): Promise<void> {
    const aside = `${path}.stale-${randomUUID()}`;
    try {
      await rename(path, aside);
      const content = await readFile(aside, 'utf8');
      if (content !== judged) await writeFile(path, content, { flag: 'wx' });
    } catch (error) {
      if (!hasCode(error, 'ENOENT') && !isBusy(error)) throw error;
    }
    await unlink(aside).catch(() => undefined);
  }

  return async (path, patience = 15_000) => {
    const content = JSON.stringify({ ...self(), token: randomUUID() });
    const started = performance.now();
    /** The lock as it was first seen. By our own clock: that of a network drive, or of Windows for WSL, may be off. */
    let watched: { readonly seen: Look; readonly since: number } | undefined;
    let refusedSince: number | undefined;
    for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
      const refusal = tryLock(path, content);
      if (refusal === undefined) return held(() => release(path), path);
      const other = await look(path);
      const now = performance.now();
      const isRefused = other === 'none' && !hasCode(refusal, 'EEXIST');
      refusedSince = isRefused ? (refusedSince ?? now) : undefined;
      if (refusedSince !== undefined && now - refusedSince > refusedAfter) throw refusal;
      if (typeof other === 'object') {
        if (watched?.seen.content !== other.content || watched.seen.touched !== other.touched)
          watched = { seen: other, since: now };
        if ((other.holder && isGone(other.holder)) || now - watched.since > silentAfter) {
          await breakLock(path, other.content);
          continue;
        }
      }
      if (now - started > patience) {
        if (!hasCode(refusal, 'EEXIST')) throw refusal;
        return watched?.seen.holder ?? { pid: 0, host: 'unknown' };
      }
      await sleep(pause * (0.5 + Math.random()));
    }
  };
}

/**
 * Takes the lock file `path`, waiting up to `patience` ms. The lock names its process; it is broken only when that is
 * gone or has been silent for 10 s. Resolves with the holder where the wait was in vain; rejects with the system's error
 * where the lock file can't be written.
 */
export const takeLock = createTakeLock();

export const isHeld = (lock: HeldLock | LockHolder): lock is HeldLock => 'release' in lock;

interface Look {
  readonly content: string;
  readonly holder: LockHolder | undefined;
  /** The file's time, in ms: only whether it changes counts. */
  readonly touched: number;
}

function held(release: () => void, path: string): HeldLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A beat that fails costs nothing yet: the next one, or the release, finds out.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      release();
    },
  };
}

/** Whether an error is the system's error of that code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
