import { appendFile } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { parseLine } from '../core/dataset/parse.js';
import { scanLines } from './scan.js';

/**
 * Appends what can't be read of a dataset, byte for byte, to a file of its own: nothing that somebody wrote is thrown
 * away. Resolves with whether there was anything.
 */
export async function keepBadLines(file: FileHandle, path: string): Promise<boolean> {
  const bad: { from: number; to: number }[] = [];
  let open: { from: number; to: number } | undefined;
  const { end, size } = await scanLines(file, 0, (text, at) => {
    if (open) open.to = at;
    open = undefined;
    if (text?.trim() === '' || (text !== undefined && parseLine(text).ok)) return;
    bad.push((open = { from: at, to: at }));
  });
  if (open) open.to = end;
  if (size > end) bad.push({ from: end, to: size });
  for (const { from, to } of bad) {
    const { buffer } = await file.read(Buffer.alloc(to - from), 0, to - from, from);
    await appendFile(path, buffer.at(-1) === 10 ? buffer : Buffer.concat([buffer, Buffer.from('\n')]), {
      flush: true,
    });
  }
  return bad.length > 0;
}
