/**
 * 1,249 chunks, 32 at once, against a server of log-normal latency with a tenth of broken replies, 2.5 % status 500 and
 * 2.5 % status 429: what other tools lost or stalled on.
 */
import { runScenario } from './faults/scenario.js';
import { report } from './report.js';

const third = 0.1 / 3;
const chunks = Number(process.env.CHUNKS ?? 1249);
const seen = await runScenario({
  chunks,
  concurrency: 32,
  latency: 'lognormal:400:0.8',
  faults: { broken: third, truncated: third, refusal: third, server: 0.025, 'rate-after': 0.025 },
});
const { summary, server } = seen;
const ended = summary.done + summary.partial + summary.empty + summary.failed;
report('faults', 'chunks without a result', seen.lost + chunks - ended, { most: 0 });
report('faults', 'results beyond one a chunk', seen.doubled, { most: 0 });
report('faults', 'partial or failed results that do not say why', seen.partialUnsaid + seen.failedUnsaid, {
  most: 0,
});
report('faults', 'failures that are no refusal', summary.failed - (summary.failures['refused'] ?? 0), {
  most: 0,
});
report('faults', `requests a chunk (${server.faults['refusal'] ?? 0} refused)`, seen.requestsPerChunk, {
  most: 1.2,
});
report('faults', 'efficiency', seen.efficiency, { least: 0.95 });
