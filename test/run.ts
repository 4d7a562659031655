/**
 * Runs every suite and ends with one line for all of them: `N passed, N failed`. A check or a build that fails counts
 * as a failure, and so does a suite without a test.
 */
import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';

interface Suite {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it is a mocha run, whose tests are counted; else the whole of it counts as one. */
  readonly counts?: true;
  /** The longest that it may take, in milliseconds, where that is not the usual. */
  readonly patience?: number;
}

const windows = process.platform === 'win32';

/** Not through npx: a kill must reach the process itself. */
const mocha = 'node_modules/mocha/bin/mocha.js';

const tsx = [process.execPath, '--import', 'tsx'] as const;

/** The longest that a suite may take, in milliseconds. */
const usualPatience = 6 * 60_000;

const suites: readonly Suite[] = [
  { title: 'types, lint, format, unused code, import rules', command: ['npm', 'run', '--silent', 'check'] },
  { title: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { title: 'unit', command: [process.execPath, mocha, 'test/unit/**/*.test.ts'], counts: true },
  {
    title: 'editors and browser to test in',
    command: [...tsx, 'test/harness/prepare.ts'],
    patience: 10 * 60_000,
  },
  {
    title: 'review page',
    command: [process.execPath, mocha, '--config', 'test/page/.mocharc.json', 'test/page/*.test.ts'],
    counts: true,
  },
  { title: 'package', command: [process.execPath, mocha, 'test/package/*.test.ts'], counts: true },
  { title: 'kill', command: [process.execPath, mocha, 'test/kill/*.test.ts'], counts: true },
  {
    title: 'in the extension host',
    command: [...tsx, 'test/host/run.ts'],
    counts: true,
    patience: 9 * 60_000,
  },
  {
    title: 'end to end',
    command: [process.execPath, mocha, '--config', 'test/e2e/.mocharc.json', 'test/e2e/**/*.test.ts'],
    counts: true,
    patience: 9 * 60_000,
  },
];

function run({ command, patience = usualPatience }: Suite): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [name, ...args] = command;
    const child = spawn(name, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      // npm is a script there. Node itself must not go through a shell, which would part `C:\Program Files`.
      shell: windows && name === 'npm',
      detached: !windows,
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    // A suite that does not end has failed; the others still get their turn.
    const timer = setTimeout(() => killAll(child), patience);
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      process.stdout.write(data);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code: code ?? 1, output });
    });
  });
}

/** Kills a process and those that it has started. */
function killAll(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (windows) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
  else process.kill(-child.pid, 'SIGKILL');
}

const counted = (output: string, word: string): number =>
  [...output.matchAll(new RegExp(`^\\s+(\\d+) ${word}`, 'gm'))].reduce((sum, [, n]) => sum + Number(n), 0);

let passed = 0;
let failed = 0;
for (const suite of suites) {
  const { title, counts } = suite;
  console.log(`\n# ${title}`);
  const { code, output } = await run(suite);
  const passing = counts ? counted(output, 'passing') : Number(code === 0);
  const failing = counts ? counted(output, 'failing') : Number(code !== 0);
  passed += passing;
  failed += failing;
  if (counts && failing === 0 && (code !== 0 || passing === 0)) {
    console.log(`The suite "${title}" ended with code ${code} after ${passing} tests.`);
    failed++;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
