import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sections } from '../bench/faults/sections.js';
import type { FaultPlan } from '../fixtures/server/faults.js';
import { tempFolder } from '../fixtures/temp.js';
import type { KillPlan } from './harness.js';

type Chosen = Pick<KillPlan, 'kills' | 'seed' | 'tell'>;

/** Three in ten requests go wrong, one way or the other. */
const faults: FaultPlan = {
  seed: 1,
  shares: {
    broken: 0.05,
    truncated: 0.05,
    stump: 0.03,
    refusal: 0.03,
    server: 0.05,
    reset: 0.04,
    torn: 0.03,
    'cut-off': 0.01,
    'rate-after': 0.01,
  },
};

/** The samples, from a server without faults. */
export const plain = (chosen: Chosen): KillPlan => ({
  ...chosen,
  folder: resolve('samples'),
  concurrency: 8,
  medianMs: 15,
});

/** Documents of so many chunks, from a server with faults, so that all kills fall into about one run. */
export function faulty(chosen: Chosen, chunks: number): KillPlan {
  const folder = join(tempFolder(), 'documents');
  mkdirSync(folder);
  for (let first = 0; first < chunks; first += 100) {
    writeFileSync(join(folder, `manual-${first}.md`), sections(first, Math.min(100, chunks - first)));
  }
  return { ...chosen, folder, concurrency: 64, medianMs: 200, faults, perRun: chosen.kills };
}
