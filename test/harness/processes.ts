import { readdir, readFile } from 'node:fs/promises';
import { run } from './cache.js';

interface Process {
  readonly pid: number;
  readonly parent: number;
  /** With its arguments. */
  readonly command: string;
}

/** What a process has started, and what that has, with `word` in the command. */
export async function descendants(ancestor: number, word: string): Promise<number[]> {
  const processes = await (listings[process.platform] ?? listPosix)();
  const family = new Set([ancestor]);
  for (let size = 0; size < family.size;) {
    size = family.size;
    for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
  }
  family.delete(ancestor);
  return processes
    .filter(({ pid, command }) => family.has(pid) && command.includes(word))
    .map(({ pid }) => pid);
}

/** A container of Linux may have no `ps`. */
async function listLinux(): Promise<Process[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  return Promise.all(
    pids.map(async (pid) => {
      const read = (name: string) => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => '');
      const [command, stat] = [await read('cmdline'), await read('stat')];
      // After the name in brackets: state, parent.
      const parent = stat.split(') ').at(-1)?.split(' ')[1];
      return { pid: Number(pid), parent: Number(parent), command };
    }),
  );
}

const listPosix = async (): Promise<Process[]> => parse(await run('ps', ['-axo', 'pid=,ppid=,command=']));

const script =
  'Get-CimInstance Win32_Process | ForEach-Object { "$($_.ProcessId) $($_.ParentProcessId) $($_.CommandLine)" }';

const listings: Partial<Record<NodeJS.Platform, () => Promise<Process[]>>> = {
  linux: listLinux,
  win32: async () => parse(await run('powershell.exe', ['-NoProfile', '-Command', script])),
};

const parse = (text: string): Process[] =>
  [...text.matchAll(/^\s*(\d+) +(\d+) (.*)$/gm)].map(([, pid, parent, command = '']) => ({
    pid: Number(pid),
    parent: Number(parent),
    command,
  }));
