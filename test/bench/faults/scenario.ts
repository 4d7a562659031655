import { spawn, type ChildProcess } from 'node:child_process';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { listSchedule } from '../../fixtures/server/latency.js';
import type { ServerStats } from '../../fixtures/server/request-log.js';
import { tempFolder } from '../../fixtures/temp.js';
import { bundled } from '../generate/bundle.js';
import type { RunReport } from './report.js';

export interface Scenario {
  readonly chunks: number;
  readonly concurrency: number;
  /** As the fault server's command line takes it. */
  readonly latency: string;
  readonly faults: Readonly<Record<string, number>>;
}

export interface Seen extends RunReport {
  readonly server: ServerStats;
  readonly requestsPerChunk: number;
  /** The list schedule of the requests really made, over the makespan seen. */
  readonly efficiency: number;
  /** Chunks that have no result in the file, and results that a chunk has beyond one. */
  readonly lost: number;
  readonly doubled: number;
}

const program = fileURLToPath(new URL('../../fixtures/server/main.ts', import.meta.url));
let bundle: Promise<string> | undefined;

/** Runs Pairsmith against a server with faults, each as a process of its own. */
export async function runScenario(scenario: Scenario): Promise<Seen> {
  const { chunks, concurrency, latency, faults } = scenario;
  bundle ??= bundled(new URL('child.ts', import.meta.url));
  const child = await bundle;
  const list = Object.entries(faults).map(([name, share]) => `${name}=${share}`);
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', program, '--latency', latency, '--faults', list.join(',')],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  try {
    const url = await listening(server);
    const env = { ...process.env, PAIRSMITH_CACHE_FOLDER: join(tempFolder(), 'cache') };
    const args = ['--expose-gc', child, url, String(chunks), String(concurrency)];
    const run = JSON.parse(
      await outputOf(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })),
    ) as RunReport;
    const latencies = (await (await fetch(`${url}/latencies`)).json()) as number[];
    const stats = (await (await fetch(`${url}/stats`)).json()) as ServerStats;
    const seen: Seen = {
      ...run,
      server: stats,
      requestsPerChunk: latencies.length / chunks,
      efficiency: listSchedule(latencies, concurrency) / run.makespan,
      lost: chunks - run.recordedKeys,
      doubled: run.recorded - run.recordedKeys,
    };
    console.log(JSON.stringify({ ...seen, load: loadavg()[0] }));
    return seen;
  } finally {
    server.kill();
  }
}

async function listening(server: ChildProcess): Promise<string> {
  let text = '';
  for await (const data of server.stdout ?? []) {
    text += String(data);
    const url = /listening on (\S+)/.exec(text)?.[1];
    if (url !== undefined) return url;
  }
  throw new Error('the server did not start');
}

async function outputOf(child: ChildProcess): Promise<string> {
  let text = '';
  child.stdout?.on('data', (data: Buffer) => (text += data.toString()));
  await new Promise((done) => child.on('close', done));
  return text;
}
