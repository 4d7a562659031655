import { existsSync, rmSync } from 'node:fs';
import { cp, mkdir, readFile, symlink } from 'node:fs/promises';
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

/**
 * Puts the built extension among the installed ones, with no archive in between. An extension under development would
 * do, but the flag that newer servers want for it (see server.ts) keeps notifications from the screen.
 */
export async function installFolder(extension: string, extensions: string): Promise<void> {
  const { publisher, name, version } = JSON.parse(
    await readFile(join(extension, 'package.json'), 'utf8'),
  ) as Record<string, string>;
  await mkdir(extensions, { recursive: true });
  await symlink(extension, join(extensions, `${publisher}.${name}-${version}`), 'junction');
}
