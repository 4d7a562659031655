import { existsSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { run, scratch } from './cache.js';

export const root = resolve(import.meta.dirname, '../..');

let staged: Promise<string> | undefined;

/**
 * The extension built into a folder of its own, once a process and deleted with it, so that a build that goes on beside
 * the tests does not pull the files from under them. The folder lies in the repository: what is in it finds
 * node_modules.
 */
export function stageExtension(): Promise<string> {
  return (staged ??= stage());
}

async function stage(): Promise<string> {
  const folder = await scratch('extension');
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  await run(process.execPath, ['esbuild.mjs', '--out', join(folder, 'dist')], { cwd: root });
  for (const name of ['package.json', 'package.nls.json', 'media'])
    if (existsSync(join(root, name))) await cp(join(root, name), join(folder, name), { recursive: true });
  return folder;
}
