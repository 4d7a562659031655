/** Runs every benchmark of this folder, or those named, and prints their verdicts again at the end. */
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const folder = fileURLToPath(new URL('.', import.meta.url));
const helpers = new Set(['all', 'report', 'grounding-set', 'grounding-writers', 'grounding-fit']);
const every = readdirSync(folder)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -3))
  .filter((name) => !helpers.has(name));
const wanted = process.argv.length > 2 ? process.argv.slice(2) : every;

const verdicts: string[] = [];
for (const name of wanted) {
  console.log(`\n# ${name}`);
  const child = spawn(process.execPath, ['--import', 'tsx', `${folder}${name}.ts`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    process.stdout.write(data);
  });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const lines = output.split('\n').filter((line) => line.startsWith('bench '));
  verdicts.push(...lines);
  if (code !== 0) process.exitCode = 1;
  if (lines.length === 0) {
    verdicts.push(`bench ${name}: printed no verdict, ended with ${code}`);
    process.exitCode = 1;
  }
}
console.log(`\n${verdicts.join('\n')}`);
