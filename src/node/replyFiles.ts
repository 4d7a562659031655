import { randomUUID } from 'node:crypto';
import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { Column } from '../core/columns.js';
import { Names } from '../core/names.js';
import { PackedNames } from '../core/packed-names.js';
import type { ReplyStore } from '../core/providers/cache.js';
import { makeFolder } from './makeFolder.js';

/** A file that is full is followed by another, so that old replies go file by file. In bytes. */
const fullFile = 16_000_000;
/** So many files a cache has at least when it is full. */
const fewestFiles = 8;
const extension = '.replies';
const newline = 0x0a;
const space = 0x20;

/** Where the reply of each key stands, in columns: a cache may hold a million. Bytes of a file. */
class ReplyIndex {
  readonly #keys = new PackedNames();
  readonly #fileNames = new Names();
  readonly #files = Column.places();
  readonly #starts = Column.places();
  readonly #lengths = Column.places();

  get(key: string) {
    const row = this.#keys.find(key);
    if (row === undefined) return undefined;
    return {
      file: this.#fileNames.at(this.#files.get(row)),
      start: this.#starts.get(row),
      length: this.#lengths.get(row),
    };
  }

  set(key: string, file: string, start: number, length: number): void {
    const row = this.#keys.add(key);
    this.#files.set(row, this.#fileNames.add(file));
    this.#starts.set(row, start);
    this.#lengths.set(row, length);
  }
}

/**
 * Replies in files of a folder, a line each, readable by their owner alone, as they hold what documents say. Each
 * program appends to a file of its own, and sees what others have written when it looks. Beyond `limit` bytes the
 * oldest files go. What can't be written is not kept, and what can't be read is not there: once one can't be written, no
 * other is tried until the next look. File calls are synchronous:
 * a file of its own for each reply, through promises, took a sixth of the CPU of a run.
 */
export class ReplyFiles implements ReplyStore {
  #index = new ReplyIndex();
  /** How many bytes of each file are in the index. */
  readonly #read = new Map<string, number>();
  #out: { readonly file: string; readonly descriptor: number; bytes: number } | undefined;
  #bytes = 0;
  #failed = false;
  /** Told why replies can't be kept. */
  onFailure: ((error: unknown) => void) | undefined;

  constructor(
    readonly folder: string,
    /** In bytes. */
    public limit: number,
  ) {
    this.look();
  }

  get(key: string): string | undefined {
    const place = this.#index.get(key);
    if (!place) return undefined;
    const { file, start, length } = place;
    return attempt(() => {
      const descriptor = openSync(join(this.folder, file), 'r');
      try {
        const bytes = Buffer.alloc(length);
        return bytes.toString('utf8', 0, readSync(descriptor, bytes, 0, bytes.length, start));
      } finally {
        closeSync(descriptor);
      }
    });
  }

  /** @param value without a line feed, as JSON is written */
  put(key: string, value: string): void {
    if (this.#failed) return;
    const fail = (error: unknown): void => this.#fail(error);
    const out = (this.#out ??= attempt(() => this.#begin(), fail));
    if (!out) return;
    const line = Buffer.from(`${key} ${value}\n`);
    const written = attempt(() => writeSync(out.descriptor, line), fail);
    const start = out.bytes + key.length + 1;
    out.bytes += written ?? 0;
    this.#bytes += written ?? 0;
    this.#read.set(out.file, out.bytes);
    if (written === line.length) this.#index.set(key, out.file, start, out.bytes - 1 - start);
    if (written !== line.length || out.bytes >= Math.min(fullFile, this.limit / fewestFiles)) this.#end();
    if (out.bytes === 0) this.#delete(out.file);
    if (this.#bytes > this.limit) this.#cut();
  }

  /** Takes in what others have written since the last look. */
  look(): void {
    this.#bytes = 0;
    this.#failed = false;
    for (const file of this.#files()) {
      const size = this.#sizeOf(file);
      this.#bytes += size;
      if (size <= (this.#read.get(file) ?? 0)) continue;
      const bytes = attempt(() => readFileSync(join(this.folder, file)));
      if (bytes) this.#read.set(file, this.#take(file, bytes, this.#read.get(file) ?? 0));
    }
  }

  /** Bytes of all replies. */
  size(): number {
    return this.#files().reduce((sum, file) => sum + this.#sizeOf(file), 0);
  }

  /** Deletes all replies. Gives how many bytes they had. */
  clear(): number {
    const bytes = this.size();
    this.#end();
    for (const file of this.#files()) this.#delete(file);
    this.#index = new ReplyIndex();
    return bytes;
  }

  #begin() {
    makeFolder(this.folder, 0o700);
    this.#bytes = this.size(); // others have written too
    // By time, so that names are in the order in which files are to go.
    const file = `${Date.now().toString(36).padStart(9, '0')}-${randomUUID()}${extension}`;
    return { file, descriptor: openSync(join(this.folder, file), 'a', 0o600), bytes: 0 };
  }

  #fail(error: unknown): void {
    this.#failed = true;
    this.onFailure?.(error);
  }

  #end(): void {
    const { descriptor } = this.#out ?? {};
    if (descriptor !== undefined) attempt(() => closeSync(descriptor));
    this.#out = undefined;
  }

  #cut(): void {
    this.#bytes = this.size();
    for (const file of this.#files()) {
      if (this.#bytes <= this.limit) break;
      if (file === this.#out?.file) this.#end();
      this.#bytes -= this.#sizeOf(file);
      this.#delete(file);
    }
  }

  /** Notes where the replies of a file stand, from a byte on. Gives where its last whole line ends. */
  #take(file: string, bytes: Buffer, from: number): number {
    let start = from;
    for (let end; (end = bytes.indexOf(newline, start)) >= 0; start = end + 1) {
      const key = bytes.indexOf(space, start);
      if (key < 0 || key > end) continue;
      this.#index.set(bytes.toString('latin1', start, key), file, key + 1, end - key - 1);
    }
    return start;
  }

  #files(): string[] {
    const names = attempt(() => readdirSync(this.folder)) ?? [];
    return names.filter((name) => name.endsWith(extension)).sort();
  }

  #sizeOf(file: string): number {
    return attempt(() => statSync(join(this.folder, file)).size) ?? 0;
  }

  #delete(file: string): void {
    attempt(() => unlinkSync(join(this.folder, file)));
  }
}

/** What a call to the file system gives; undefined where the system refuses it, with what it says of that told. */
function attempt<T>(call: () => T, onRefusal?: (error: unknown) => void): T | undefined {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    onRefusal?.(error);
    return undefined;
  }
}
