/**
 * Runs every suite and ends with one line for all of them: `N passed, N failed`. A check or a build that fails counts
 * as a failure, and so does a suite without a test.
 */
import { spawn } from 'node:child_process';

interface Suite {
  readonly title: string;
  readonly command: readonly [string, ...string[]];
  /** Whether it is a mocha run, whose tests are counted; else the whole of it counts as one. */
  readonly mocha?: true;
}

const suites: readonly Suite[] = [
  { title: 'types, lint, format, unused code, import rules', command: ['npm', 'run', '--silent', 'check'] },
  { title: 'build', command: ['npm', 'run', '--silent', 'build'] },
  { title: 'unit', command: ['npx', 'mocha', 'test/unit/**/*.test.ts'], mocha: true },
  { title: 'package', command: ['npx', 'mocha', 'test/package/*.test.ts'], mocha: true },
  { title: 'kill', command: ['npx', 'mocha', 'test/kill/*.test.ts'], mocha: true },
];

function run(command: readonly [string, ...string[]]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const [name, ...args] = command;
    const child = spawn(name, args, {
      stdio: ['ignore', 'pipe', 'inherit'],
      shell: process.platform === 'win32',
      env: { ...process.env, FORCE_COLOR: '0' },
    });
    let output = '';
    child.stdout.on('data', (data: Buffer) => {
      output += data.toString();
      process.stdout.write(data);
    });
    child.on('error', (error) => resolve({ code: 1, output: `${output}\n${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

const counted = (output: string, word: string): number =>
  [...output.matchAll(new RegExp(`^\\s+(\\d+) ${word}`, 'gm'))].reduce((sum, [, n]) => sum + Number(n), 0);

let passed = 0;
let failed = 0;
for (const { title, command, mocha } of suites) {
  console.log(`\n# ${title}`);
  const { code, output } = await run(command);
  const passing = mocha ? counted(output, 'passing') : Number(code === 0);
  const failing = mocha ? counted(output, 'failing') : Number(code !== 0);
  passed += passing;
  failed += failing;
  if (mocha && failing === 0 && (code !== 0 || passing === 0)) {
    console.log(`The suite "${title}" ended with code ${code} after ${passing} tests.`);
    failed++;
  }
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
