/**
 * 10,000 chunks, 64 at once, with 30 % faults of all kinds; memory next to that of a run of 1,000. Left out is the 429
 * that says, in the server's headers, that nothing is left for anybody: all requests wait for that, as they should.
 */
import { runScenario, type Scenario } from './faults/scenario.js';
import { report } from './report.js';

const chunks = Number(process.env.CHUNKS ?? 10_000);
const base: Omit<Scenario, 'chunks'> = {
  concurrency: 64,
  latency: 'lognormal:300:0.8',
  faults: {
    broken: 0.05,
    truncated: 0.03,
    stump: 0.02,
    refusal: 0.02,
    declined: 0.01,
    huge: 0.002,
    server: 0.03,
    unavailable: 0.01,
    overloaded: 0.01,
    'bad-gateway': 0.01,
    rate: 0.015,
    'rate-after': 0.015,
    'rate-ms': 0.01,
    'rate-date': 0.005,
    reset: 0.015,
    torn: 0.015,
    'cut-off': 0.01,
    garbled: 0.005,
    'stream-error': 0.005,
    'content-type': 0.002,
    empty: 0.005,
    drip: 0.005,
    'hang-headers': 0.0005,
    stall: 0.0005,
  },
};
const small = await runScenario({ ...base, chunks: chunks / 10 });
const seen = await runScenario({ ...base, chunks });
const { summary } = seen;
const ended = summary.done + summary.partial + summary.empty + summary.failed;
report('endurance', 'chunks without a result', seen.lost + chunks - ended, { most: 0 });
report('endurance', 'results beyond one a chunk', seen.doubled, { most: 0 });
report('endurance', 'partial or failed results that do not say why', seen.partialUnsaid + seen.failedUnsaid, {
  most: 0,
});
report('endurance', 'efficiency', seen.efficiency, { least: 0.95 });
report('endurance', 'peak memory over that of a tenth of the chunks', seen.peakMb / small.peakMb, {
  most: 1.2,
});
// What a dataset keeps of each chunk, result and job; their texts stay in the file.
const kbEach = ((seen.heapMb - small.heapMb) * 1024) / (chunks - small.ended);
report('endurance', 'heap for each further chunk, KB,', kbEach, { most: 1.5 });
