import { spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** Editors and browsers live here, each in a folder named by its version and the platform. */
export const cacheRoot = resolve(import.meta.dirname, '../../.vscode-test');

/**
 * The folder `name` of the cache; `fill` fills it the first time. It is filled under another name and then renamed,
 * so that a folder which is there is whole, and of two runs at once the first to end counts.
 */
export async function cached(name: string, fill: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(cacheRoot, `${name}-${process.platform}-${process.arch}`);
  if (await exists(folder)) return folder;
  const partial = await scratch(name);
  try {
    await fill(partial);
    await moveFolder(partial, folder);
  } catch (error) {
    await rm(partial, { recursive: true, force: true });
    if (!(await exists(folder))) throw error;
  }
  return folder;
}

/** On Windows a virus scanner looks at new files for a while, and lets no folder above them be renamed. */
async function moveFolder(from: string, to: string): Promise<void> {
  const waits = process.platform === 'win32' ? [100, 300, 1_000, 3_000, 10_000] : [];
  for (const wait of [...waits, undefined]) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (wait === undefined || (await exists(to))) throw error;
      await new Promise((resume) => setTimeout(resume, wait));
    }
  }
}

let made = 0;

/** A folder for this process alone. What earlier processes left, as they were killed, is removed. */
export async function scratch(name: string): Promise<string> {
  await mkdir(cacheRoot, { recursive: true });
  for (const entry of await readdir(cacheRoot)) {
    const pid = /\.scratch-(\d+)-/.exec(entry)?.[1];
    if (pid === undefined || alive(Number(pid))) continue;
    // Another run may be at it as well, or an npm that outlived its parent still writes: then the next run removes it.
    await rm(join(cacheRoot, entry), { recursive: true, force: true }).catch(() => undefined);
  }
  const folder = join(cacheRoot, `${name}.scratch-${process.pid}-${++made}`);
  await mkdir(folder);
  return folder;
}

export const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * Installs packages into a folder, from the registry that the user's npm is set to. No install scripts: they would
 * compile, or download from elsewhere.
 */
export async function npmInstall(
  folder: string,
  args: readonly string[],
  path = process.env['PATH'],
): Promise<void> {
  // By `.`, as a shell starts npm on Windows, and would part a path at its spaces.
  await run('npm', ['install', ...npmFlags, '--prefix', '.', ...args], {
    cwd: folder,
    env: { ...process.env, PATH: path },
  });
}

// A package that says it wants a newer Node is run with that, not with this one.
const npmFlags = [
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--no-package-lock',
  '--no-engine-strict',
  '--loglevel=error',
];

interface RunOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
}

/** Runs a program to its end; resolves with what it printed, rejects with that where its exit code is not 0. */
export function run(program: string, args: readonly string[], options: RunOptions = {}): Promise<string> {
  return new Promise((done, fail) => {
    const shell = process.platform === 'win32' && program === 'npm';
    const child = spawn(program, args, { ...options, shell, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (data: Buffer): void => void (output += data.toString());
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', fail);
    child.on('close', (code) => {
      if (code === 0) done(output);
      else fail(new Error(`${program} ${args.join(' ')} ended with code ${code}:\n${output}`));
    });
  });
}
