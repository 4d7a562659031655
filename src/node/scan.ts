import { isUtf8 } from 'node:buffer';
import type { FileHandle } from 'node:fs/promises';

const blockSize = 1 << 20;
/** A longer line is not read into memory: it is reported as `undefined`. */
const longestLine = 64 << 20;
const newline = 10;

/**
 * Calls `each` with every whole line from the byte `from` on: its text without the newline (undefined where it is
 * not UTF-8 or longer than 64 MB) and the byte at which it starts. Resolves with the byte after the last newline and
 * the size that was reached.
 */
export async function scanLines(
  file: FileHandle,
  from: number,
  each: (text: string | undefined, at: number) => void,
): Promise<{ end: number; size: number }> {
  let block = Buffer.allocUnsafe(blockSize);
  let start = from; // where the block's first byte stands in the file: always the start of a line
  let filled = 0;
  let skippedFrom: number | undefined; // where a line that is too long starts
  for (;;) {
    const { bytesRead } = await file.read(block, filled, block.length - filled, start + filled);
    if (bytesRead === 0) return { end: skippedFrom ?? start, size: start + filled };
    const searchFrom = filled;
    filled += bytesRead;
    let lineStart = 0;
    const valid = isUtf8(block.subarray(0, lastNewline(block, searchFrom, filled) + 1));
    for (
      let at = block.indexOf(newline, searchFrom);
      at !== -1 && at < filled;
      at = block.indexOf(newline, at + 1)
    ) {
      if (skippedFrom !== undefined) each(undefined, skippedFrom);
      else each(decode(block, lineStart, at, valid), start + lineStart);
      skippedFrom = undefined;
      lineStart = at + 1;
    }
    start += lineStart;
    block.copyWithin(0, lineStart, filled);
    filled -= lineStart;
    if (filled === block.length) {
      if (block.length >= longestLine) {
        skippedFrom ??= start;
        filled = 0;
        start += block.length;
      } else {
        block = Buffer.concat([block], block.length * 2);
      }
    }
  }
}

function decode(block: Buffer, start: number, end: number, valid: boolean): string | undefined {
  if (!valid && !isUtf8(block.subarray(start, end))) return undefined;
  return block.toString('utf8', start, end);
}

function lastNewline(block: Buffer, from: number, end: number): number {
  const at = block.subarray(from, end).lastIndexOf(newline);
  return at === -1 ? -1 : from + at;
}
