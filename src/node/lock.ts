import { randomUUID } from 'node:crypto';
import { unlinkSync, writeFileSync } from 'node:fs';
import { link, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { makeFolder } from './makeFolder.js';

/** A lock that nobody has touched for so long is broken, in milliseconds. */
const silentAfter = 10_000;
const heartbeat = 2_000;

export interface HeldLock {
  release(): void;
}

/** What somebody else's lock file says. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
}

/**
 * Takes the lock file `path`, waiting up to `patience` ms. The lock names process and host; it is broken only when
 * that process is gone or has been silent for 10 s. Resolves with the holder where the wait was in vain; rejects with
 * the system's error where the lock file can't be written.
 */
export async function takeLock(path: string, patience = 15_000): Promise<HeldLock | LockHolder> {
  const content = JSON.stringify({ pid: process.pid, host: hostname(), token: randomUUID() });
  const deadline = Date.now() + patience;
  for (let pause = 2; ; pause = Math.min(pause * 2, 50)) {
    if (tryLock(path, content)) return held(path);
    const other = await look(path);
    if (other && (isGone(other.holder) || Date.now() - other.touched > silentAfter)) {
      await breakLock(path, other.content);
      continue;
    }
    if (Date.now() > deadline) return other?.holder ?? { pid: 0, host: 'unknown' };
    await sleep(pause * (0.5 + Math.random()));
  }
}

export const isHeld = (lock: HeldLock | LockHolder): lock is HeldLock => 'release' in lock;

/** Synchronous, as each result takes the lock and the way through Node's thread pool costs more than all the rest. */
function tryLock(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (isBusy(error)) return false;
    if (!hasCode(error, 'ENOENT')) throw error;
    makeFolder(dirname(path));
    return tryLock(path, content);
  }
}

function held(path: string): HeldLock {
  const beat = setInterval(() => {
    const now = new Date();
    // A beat that fails costs nothing yet: the next one, or the release, finds out.
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      try {
        unlinkSync(path);
      } catch (error) {
        if (!hasCode(error, 'ENOENT')) throw error;
      }
    },
  };
}

async function look(path: string) {
  try {
    const [content, stats] = await Promise.all([readFile(path, 'utf8'), stat(path)]);
    return { content, holder: parseHolder(content), touched: stats.mtimeMs };
  } catch (error) {
    if (hasCode(error, 'ENOENT') || isBusy(error)) return undefined;
    throw error;
  }
}

function parseHolder(content: string): LockHolder | undefined {
  try {
    const value = JSON.parse(content) as Partial<LockHolder> | null;
    return typeof value?.pid === 'number' && typeof value.host === 'string'
      ? { pid: value.pid, host: value.host }
      : undefined;
  } catch {
    return undefined; // being written, or cut off: its age decides
  }
}

function isGone(holder: LockHolder | undefined): boolean {
  if (!holder || holder.host !== hostname()) return false;
  try {
    process.kill(holder.pid, 0);
    return false;
  } catch (error) {
    return hasCode(error, 'ESRCH');
  }
}

/** Moves the lock aside, and puts it back where it turns out to be a newer one than the one that was judged. */
async function breakLock(path: string, judged: string): Promise<void> {
  const aside = `${path}.stale-${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== judged) await link(aside, path);
  } catch (error) {
    if (!hasCode(error, 'ENOENT') && !hasCode(error, 'EEXIST') && !isBusy(error)) throw error;
  }
  await unlink(aside).catch(() => undefined);
}

/** Windows answers EPERM or EBUSY for a file that is just being deleted. */
const isBusy = (error: unknown): boolean =>
  hasCode(error, 'EEXIST') ||
  (process.platform === 'win32' && (hasCode(error, 'EPERM') || hasCode(error, 'EBUSY')));

/** Whether an error is the system's error of that code. */
export const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
