/** A file to read: its name and its bytes, which can be asked for more than once. */
export interface InputFile {
  readonly name: string;
  open(): AsyncIterable<Uint8Array>;
}

/** A record as it stands in a file: its text, or why it can't be read. Lines count from 1. */
export type RawRecord =
  | { readonly line: number; readonly text: string; readonly ended: boolean; readonly bom: boolean }
  | { readonly line: number; readonly refused: string };

/** The longest record that is read, in bytes: longer ones would not fit a string in the worst case. */
export const longestRecord = 64 * 1024 * 1024;

const newline = 0x0a;
const hasBom = (bytes: Uint8Array): boolean => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;

/** Gathers the bytes of one record; gives up (but keeps counting) past the longest. */
class Gatherer {
  #parts: Uint8Array[] = [];
  #length = 0;

  constructor(private readonly longest: number) {}

  get empty(): boolean {
    return this.#length === 0;
  }

  add(part: Uint8Array): void {
    if (part.length === 0) return;
    this.#length += part.length;
    if (this.#length <= this.longest) this.#parts.push(part);
    else this.#parts = [];
  }

  take(line: number, ended: boolean): RawRecord {
    const length = this.#length;
    const parts = this.#parts;
    this.#parts = [];
    this.#length = 0;
    if (length > this.longest) {
      const limit = Math.floor(this.longest / (1024 * 1024));
      return { line, refused: `The record is longer than ${limit} MB.` };
    }
    const bytes = join(parts, length);
    const bom = line === 1 && hasBom(bytes);
    try {
      return { line, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), ended, bom };
    } catch {
      return { line, refused: notUtf8(bytes) };
    }
  }
}

function notUtf8(bytes: Uint8Array): string {
  const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return utf16 ? 'The file is UTF-16; save it as UTF-8.' : 'The text is not UTF-8.';
}

function join(parts: readonly Uint8Array[], length: number): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** The lines of a file, each decoded on its own, so that one bad line spoils no other. Blank lines are given too. */
export async function* readLines(
  bytes: AsyncIterable<Uint8Array>,
  longest = longestRecord,
): AsyncGenerator<RawRecord> {
  const gathered = new Gatherer(longest);
  let line = 1;
  for await (const part of bytes) {
    let from = 0;
    for (let at = part.indexOf(newline); at >= 0; at = part.indexOf(newline, from)) {
      gathered.add(part.subarray(from, at));
      yield gathered.take(line++, true);
      from = at + 1;
    }
    gathered.add(part.slice(from)); // A copy: the reader may use its buffer again.
  }
  if (!gathered.empty) yield gathered.take(line, false);
}

/**
 * The items of a JSON array, one by one, each with the line it begins on. Only brackets and strings are looked at;
 * what is between the commas is the caller's to parse. An array that is not closed ends with a refusal.
 */
export async function* readItems(
  bytes: AsyncIterable<Uint8Array>,
  longest = longestRecord,
): AsyncGenerator<RawRecord> {
  const gathered = new Gatherer(longest);
  let depth = 0;
  let inString = false;
  let escaped = false;
  let line = 1;
  let itemLine = 0;
  let bom: boolean | undefined;
  for await (const part of bytes) {
    bom ??= part.length > 0 ? hasBom(part) : undefined;
    let from = -1;
    if (itemLine > 0) from = 0;
    for (let at = 0; at < part.length; at++) {
      const byte = part[at] as number;
      if (byte === newline) line++;
      if (inString) {
        if (escaped) escaped = false;
        else if (byte === 0x5c) escaped = true;
        else if (byte === 0x22) inString = false;
        continue;
      }
      const closes = byte === 0x5d || byte === 0x7d;
      if (depth === 1 && (byte === 0x2c || byte === 0x5d)) {
        if (itemLine > 0) {
          gathered.add(part.subarray(from, at));
          const item = gathered.take(itemLine, true);
          yield 'text' in item ? { ...item, bom: bom === true } : item;
          bom = false;
        }
        itemLine = 0;
        from = -1;
      } else if (depth >= 1 && itemLine === 0 && byte > 0x20) {
        itemLine = line;
        from = at;
      }
      if (byte === 0x22) inString = true;
      else if (byte === 0x5b || byte === 0x7b) depth++;
      else if (closes) depth--;
    }
    if (from >= 0) gathered.add(part.slice(from));
  }
  if (depth > 0) yield { line, refused: 'The array is not closed: the file was cut off.' };
}
