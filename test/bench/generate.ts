/**
 * A run of 1,000 chunks, 32 at once, against a fake server with log-normal latency, next to a bare semaphore around
 * the openai SDK that asks the same. Efficiency is the list-scheduling makespan of the latencies over the makespan
 * seen. Both are bundled and run as processes of their own; the server is in this one.
 */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { startFakeServer } from '../fixtures/server/fake-server.js';
import { listSchedule, usualLatency } from '../fixtures/server/latency.js';
import { tempFolder } from '../fixtures/temp.js';
import { bundled } from './generate/bundle.js';
import { concurrency } from './generate/task.js';
import type { Measured } from './generate/task.js';
import { report } from './report.js';

type Seen = Measured & { readonly efficiency: number };

const bundle = await bundled(new URL('generate/child.ts', import.meta.url));
const server = await startFakeServer({ latency: usualLatency });
const measure = async (how: string): Promise<Seen> => {
  const before = server.latencies().length;
  const child = spawn(process.execPath, [bundle, how, server.url], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, PAIRSMITH_CACHE_FOLDER: join(tempFolder(), 'cache') },
  });
  let output = '';
  child.stdout.on('data', (data: Buffer) => (output += data.toString()));
  await new Promise((done) => child.on('close', done));
  const measured = JSON.parse(output) as Measured;
  const latencies = server.latencies().slice(before);
  const efficiency = listSchedule(latencies, concurrency) / measured.makespan;
  console.log(how.padEnd(10), JSON.stringify({ ...measured, requests: latencies.length, efficiency }));
  return { ...measured, efficiency };
};
const rounds: { bare: Seen; ours: Seen }[] = [];
for (let i = 0; i < 3; i++) {
  rounds.push({ bare: await measure('semaphore'), ours: await measure('pairsmith') });
}
await server.close();
type Pick = (round: (typeof rounds)[0]) => number;
const best = (pick: Pick) => Math.max(...rounds.map(pick));
const least = (pick: Pick) => Math.min(...rounds.map(pick));
const [bare, ours] = [best((round) => round.bare.efficiency), best((round) => round.ours.efficiency)];
report(
  'generate',
  'peak memory, MB,',
  least((round) => round.ours.peakMb),
  { most: 150 },
);
report('generate', 'CPU over a bare semaphore', least((r) => r.ours.cpuMs) / least((r) => r.bare.cpuMs), {
  most: 1.5,
});
report(
  'generate',
  `efficiency ${ours.toFixed(4)} less that of a bare semaphore ${bare.toFixed(4)}:`,
  ours - bare,
  { least: -0.005 },
);
