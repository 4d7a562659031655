// The main job on the sample documents: pairs by the built-in generator, then training files. No key, no network.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';

const dataset = 'out/samples.pairs.jsonl';
const folder = 'out/samples';
rmSync('out', { recursive: true, force: true });
const steps = [
  ['generate', 'samples', '--dataset', dataset],
  ['export', dataset, '--format', 'messages', '--out', folder],
];
for (const step of steps) {
  console.error(`\n$ pairsmith ${step.join(' ')}`);
  const { status } = spawnSync(process.execPath, ['dist/cli.js', ...step], { stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
console.error(`\nThe pairs are in ${dataset}, the training files in ${folder}.`);
