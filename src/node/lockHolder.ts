import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** What a lock file says of who made it. */
export interface LockHolder {
  readonly pid: number;
  readonly host: string;
  /** Where the process id counts; not there: nobody else can tell whether the process lives. */
  readonly space?: string;
}

/** This process. */
export const self = (): LockHolder => ({
  pid: process.pid,
  host: hostname(),
  space: (space ??= findSpace()),
});

let space: string | undefined;

/**
 * Names the processes that share their ids. The host's name does not: WSL has that of its Windows, containers may have
 * their machine's, and many machines are called alike.
 */
function findSpace(): string {
  if (process.platform !== 'linux') return process.platform;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim();
    return `${boot} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return process.platform;
  }
}

/** Undefined: the text is being written, or was cut off. */
export function parseHolder(text: string): LockHolder | undefined {
  try {
    const value = JSON.parse(text) as Partial<LockHolder> | null;
    if (typeof value?.pid !== 'number' || typeof value.host !== 'string') return undefined;
    return {
      pid: value.pid,
      host: value.host,
      ...(typeof value.space === 'string' && { space: value.space }),
    };
  } catch {
    return undefined;
  }
}

/** Whether a process has ended for sure. */
export function isGone({ pid, host, space: where }: LockHolder): boolean {
  const own = self();
  if (host !== own.host || where !== own.space) return false;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
