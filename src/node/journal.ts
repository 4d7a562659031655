import * as fs from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { BadLine, Journal, JournalProblem, ReadReport } from '../core/dataset/journal.js';
import type { Line } from '../core/dataset/lines.js';
import { formatLine, parseLine } from '../core/dataset/parse.js';
import type { LineProblem } from '../core/dataset/parse.js';
import type { Place } from '../core/dataset/table.js';
import type { Outcome } from '../core/outcome.js';
import { fail, ok } from '../core/outcome.js';
import { keepBadLines } from './badLines.js';
import { hasCode, isHeld, takeLock } from './lock.js';
import { scanLines } from './scan.js';
import { withoutLinks } from './paths.js';
import { openSink } from './sink.js';
import { syncFolder } from './syncFolder.js';
import { systemReason } from '../core/system-reason.js';

/** So many bad lines are kept with their problem; beyond that they are only counted. */
const badLinesKept = 1_000;
/** So many bytes before the end of what was read are remembered, to see whether the file is still the same. */
const tailLength = 64;
const newline = 10;

interface FileIdentity {
  readonly dev: number;
  readonly ino: number;
}

interface Waiting {
  readonly lines: readonly Line[];
  readonly settle: (result: Outcome<readonly Place[] | undefined, JournalProblem>) => void;
}

/** A dataset's file on disk. Made when the first line is appended. */
export class JournalFile implements Journal {
  readonly path: string;
  #identity: FileIdentity | undefined;
  #end = 0;
  #tail: Buffer = Buffer.alloc(0);
  #lineCount = 0;
  #badCount = 0;
  #bad: BadLine[] = [];
  #waiting: Waiting[] = [];
  /** Reads and appends of this process take turns: both move the end. */
  #turn: Promise<unknown> = Promise.resolve();
  #reading: Promise<FileHandle> | undefined;

  constructor(path: string) {
    this.path = path;
  }

  read(each: (line: Line, at: Place) => void): Promise<Outcome<ReadReport, JournalProblem>> {
    return this.#takeTurn(() => this.#readNow(each));
  }

  async #readNow(each: (line: Line, at: Place) => void): Promise<Outcome<ReadReport, JournalProblem>> {
    let file: FileHandle;
    try {
      file = await open(this.path, 'r');
    } catch (error) {
      return fail(this.#problem(error, 'read'));
    }
    try {
      if (!this.#isSame(file.fd, await file.stat())) return fail(this.#replaced());
      const { end, size } = await scanLines(file, this.#end, (text, at) => this.#take(text, at, each));
      await this.#remember(file, end);
      const bad = [...this.#bad];
      return ok({ lines: this.#lineCount, badCount: this.#badCount, bad, pendingBytes: size - end });
    } catch (error) {
      return fail(this.#problem(error, 'read'));
    } finally {
      await file.close();
    }
  }

  /** In its turn: a read that is under way would else move the end again. */
  rewind(): void {
    void this.#takeTurn(async () => {
      this.#identity = undefined;
      this.#end = 0;
      this.#tail = Buffer.alloc(0);
      this.#lineCount = 0;
      this.#badCount = 0;
      this.#bad = [];
      await this.close();
    });
  }

  append(lines: readonly Line[]): Promise<Outcome<readonly Place[] | undefined, JournalProblem>> {
    return new Promise((settle) => {
      this.#waiting.push({ lines, settle });
      if (this.#waiting.length === 1) void this.#takeTurn(() => this.#appendWaiting());
    });
  }

  async lineAt(at: Place): Promise<Line> {
    this.#reading ??= open(this.path, 'r');
    const parsed = parseLine(await readLine(await this.#reading, at));
    if (!parsed.ok) throw new Error(`${this.path}: no line at byte ${at}: ${parsed.error.message}`);
    return parsed.value;
  }

  async close(): Promise<void> {
    const file = this.#reading;
    this.#reading = undefined;
    await (await file?.catch(() => undefined))?.close();
  }

  async #takeTurn<T>(job: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(job);
    this.#turn = turn.catch(() => undefined); // the one who asked gets the error; the next one has its turn all the same
    return turn;
  }

  /** Appends all that came in while others had their turn in one write: one sync serves many results. */
  async #appendWaiting(): Promise<void> {
    const batch = this.#waiting;
    this.#waiting = [];
    const result = await this.#appendNow(batch.flatMap((waiting) => waiting.lines));
    let from = 0;
    for (const { lines, settle } of batch) {
      const to = from + lines.length;
      settle(result.ok ? ok(result.value?.slice(from, to)) : result);
      from = to;
    }
  }

  rewrite(
    lines: () => AsyncIterable<Line>,
  ): Promise<Outcome<'behind' | { readonly badLinesIn: string | undefined }, JournalProblem>> {
    return this.#takeTurn(() => this.#locking(() => this.#rewriteLocked(lines)));
  }

  async #rewriteLocked(
    lines: () => AsyncIterable<Line>,
  ): Promise<Outcome<'behind' | { readonly badLinesIn: string | undefined }, JournalProblem>> {
    const file = await open(this.path, 'r');
    let badLinesIn: string | undefined;
    try {
      if (!this.#isSame(file.fd, await file.stat())) return fail(this.#replaced());
      const { size } = await file.stat();
      const unread = Buffer.alloc(size - this.#end);
      await file.read(unread, 0, unread.length, this.#end);
      if (unread.includes(newline)) return ok('behind');
      const aside = `${this.path}.unreadable`;
      if (await keepBadLines(file, aside)) badLinesIn = aside;
    } finally {
      await file.close();
    }
    const sink = await openSink(this.path);
    try {
      for await (const line of lines()) await sink.write(formatLine(line));
    } catch (error) {
      await sink.abort();
      throw error;
    }
    await this.close(); // Windows does not replace a file that somebody reads
    await sink.close();
    return ok({ badLinesIn });
  }

  #appendNow(lines: readonly Line[]): Promise<Outcome<readonly Place[] | undefined, JournalProblem>> {
    return this.#locking(() => this.#appendLocked(lines));
  }

  /** Does something with the lock held, and makes a problem of the system's errors. */
  async #locking<T>(job: () => Promise<Outcome<T, JournalProblem>>): Promise<Outcome<T, JournalProblem>> {
    try {
      // Beside the file itself: whoever comes over a link has to meet the others.
      const lock = await takeLock(`${withoutLinks(this.path)}.lock`);
      if (!isHeld(lock)) return fail(this.#locked(lock.pid, lock.host));
      try {
        return await job();
      } finally {
        lock.release();
      }
    } catch (error) {
      return fail(this.#problem(error, 'write to'));
    }
  }

  /**
   * Everything but the sync is done with synchronous calls: each takes some microseconds, where the way through
   * Node's thread pool costs twenty times that in CPU time, for every result.
   */
  async #appendLocked(
    lines: readonly Line[],
  ): Promise<Outcome<readonly Place[] | undefined, JournalProblem>> {
    const isNew = this.#identity === undefined && this.#end === 0;
    const file = await openForAppend(this.path, isNew);
    if (file === undefined) return fail(this.#replaced());
    try {
      const stats = fs.fstatSync(file);
      if (!this.#isSame(file, stats)) return fail(this.#replaced());
      const { size } = stats;
      const texts = lines.map((line) => Buffer.from(formatLine(line)));
      const alone = size === this.#end;
      const torn = !alone && lastByte(file, size) !== newline;
      const buffer = Buffer.concat(torn ? [Buffer.from('\n'), ...texts] : texts);
      await writeWhole(file, buffer, size);
      if (!alone) return ok(undefined);
      const places: Place[] = [];
      let at = size;
      for (const text of texts) {
        places.push(at);
        at += text.length;
      }
      if (size === 0) await syncFolder(dirname(this.path));
      this.#lineCount += lines.length;
      this.#identity ??= identityOf(stats);
      this.#end = at;
      this.#tail = Buffer.from(buffer.subarray(-tailLength));
      return ok(places);
    } finally {
      fs.closeSync(file);
    }
  }

  #take(text: string | undefined, at: number, each: (line: Line, at: Place) => void): void {
    this.#lineCount++;
    if (text === '' || text === '\r') return;
    const parsed = text === undefined ? fail(notText) : parseLine(text);
    if (parsed.ok) return each(parsed.value, at);
    this.#badCount++;
    if (this.#bad.length < badLinesKept) this.#bad.push({ number: this.#lineCount, problem: parsed.error });
  }

  /** Whether the open file begins with what was read, as far as can be told without reading it again. */
  #isSame(file: number, { dev, ino, size }: fs.Stats): boolean {
    if (!this.#identity) return true;
    if (dev !== this.#identity.dev || ino !== this.#identity.ino || size < this.#end) return false;
    const tail = Buffer.alloc(this.#tail.length);
    fs.readSync(file, tail, 0, tail.length, this.#end - tail.length);
    return tail.equals(this.#tail);
  }

  async #remember(file: FileHandle, end: number): Promise<void> {
    this.#identity = identityOf(await file.stat());
    this.#end = end;
    const length = Math.min(tailLength, end);
    this.#tail = Buffer.alloc(length);
    await file.read(this.#tail, 0, length, end - length);
  }

  #replaced(): JournalProblem {
    return {
      code: 'replaced',
      message: `${this.path} is no longer the file that was read: it was deleted, or replaced (by git, say).`,
    };
  }

  #locked(pid: number, host: string): JournalProblem {
    return {
      code: 'locked',
      message: `${this.path} is locked by process ${pid} on ${host}. Wait until that is done, or end it.`,
    };
  }

  #problem(error: unknown, doing: string): JournalProblem {
    const message = `Could not ${doing} ${this.path}: ${systemReason(error)}.`;
    if (hasCode(error, 'ENOENT')) return { code: 'missing', message };
    if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT') || hasCode(error, 'EFBIG')) {
      return { code: 'disk-full', message: `${message} Free some space and go on with the same command.` };
    }
    if (['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(error, code))) {
      return { code: 'read-only', message: `${message} Make the file and its folder writable.` };
    }
    return { code: 'io', message };
  }
}

const notText: LineProblem = { code: 'torn', message: 'Not UTF-8 text, or longer than 64 MB.' };

const identityOf = ({ dev, ino }: FileIdentity): FileIdentity => ({ dev, ino });

/** Waits before each further try to open a file that another program has for itself, in ms: as Windows lets one. */
const busyWaits = [10, 20, 40, 80, 160, 320, 640];

/** Opens the file, which must be there unless it is to be new. */
async function openForAppend(
  path: string,
  isNew: boolean,
  [wait, ...waits] = busyWaits,
): Promise<number | undefined> {
  try {
    return fs.openSync(path, isNew ? 'a+' : 'r+');
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return undefined;
    if (wait === undefined || !hasCode(error, 'EBUSY')) throw error;
  }
  await sleep(wait);
  return openForAppend(path, isNew, waits);
}

function lastByte(file: number, size: number): number | undefined {
  const byte = Buffer.alloc(1);
  return size > 0 && fs.readSync(file, byte, 0, 1, size - 1) > 0 ? byte[0] : newline;
}

const datasync = promisify(fs.fdatasync);

/** Writes all of it and syncs, or takes back what was written. */
async function writeWhole(file: number, buffer: Buffer, at: number): Promise<void> {
  try {
    for (let done = 0; done < buffer.length;) {
      done += fs.writeSync(file, buffer, done, buffer.length - done, at + done);
    }
    await datasync(file);
  } catch (error) {
    takeBack(file, at);
    throw error;
  }
}

function takeBack(file: number, size: number): void {
  try {
    fs.ftruncateSync(file, size);
  } catch {
    // Where even this fails, the torn line is ended by the next append and reported by the next read.
  }
}

async function readLine(file: FileHandle, at: number): Promise<string> {
  let buffer = Buffer.allocUnsafe(8_192);
  for (let filled = 0; ;) {
    const { bytesRead } = await file.read(buffer, filled, buffer.length - filled, at + filled);
    const end = buffer.subarray(0, filled + bytesRead).indexOf(newline, filled);
    if (end !== -1) return buffer.toString('utf8', 0, end);
    filled += bytesRead;
    if (bytesRead === 0) return buffer.toString('utf8', 0, filled);
    if (filled === buffer.length) buffer = Buffer.concat([buffer], buffer.length * 2);
  }
}
