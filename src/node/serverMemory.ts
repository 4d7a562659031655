import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { serverFactsShape } from '../core/providers/memory.js';
import type { ServerMemory } from '../core/providers/memory.js';
import { makeFolder } from './makeFolder.js';

/** A server that has been updated may do more: what is older than this, in milliseconds, is found out anew. */
const longest = 30 * 24 * 60 * 60 * 1000;
const most = 500;

const entryShape = z.object({ url: z.string(), model: z.string(), at: z.number(), facts: serverFactsShape });
type Entry = z.infer<typeof entryShape>;

/**
 * Remembers servers in `servers.json` of a folder, whole or not at all, for every program of the user. It is a help
 * alone: a file that is missing or damaged remembers nothing, and one that can't be written goes without.
 */
export function serverMemory(folder: string, now: () => number = Date.now): ServerMemory {
  const file = join(folder, 'servers.json');
  let known: Promise<Entry[]> | undefined;
  let writing: Promise<void> = Promise.resolve();
  const isFor = (url: string, model: string) => (entry: Entry) => entry.url === url && entry.model === model;
  return {
    async get(url, model) {
      return (await (known ??= read(file, now()))).find(isFor(url, model))?.facts;
    },
    set(url, model, facts) {
      writing = writing.then(async () => {
        const is = isFor(url, model);
        const others = (await read(file, now())).filter((entry) => !is(entry));
        const entries = [{ url, model, at: now(), facts }, ...others].slice(0, most);
        known = Promise.resolve(entries);
        await write(folder, file, entries);
      });
      return writing;
    },
  };
}

async function read(file: string, now: number): Promise<Entry[]> {
  try {
    const list = z.array(z.unknown()).parse(JSON.parse(await readFile(file, 'utf8')));
    const entries = list.map((one) => entryShape.safeParse(one).data);
    return entries.filter((entry) => entry !== undefined && Math.abs(now - entry.at) < longest) as Entry[];
  } catch {
    return [];
  }
}

async function write(folder: string, file: string, entries: readonly Entry[]): Promise<void> {
  const temporary = `${file}.${randomBytes(6).toString('hex')}.tmp`;
  try {
    makeFolder(folder);
    await writeFile(temporary, JSON.stringify(entries), { mode: 0o600 });
    await rename(temporary, file);
  } catch {
    // It will be found out again.
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
