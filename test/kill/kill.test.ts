import { killRuns } from './harness.js';
import { faulty, plain } from './plans.js';

const seed = Number(process.env.SEED ?? 1);
const tell = (): void => undefined;

describe('a run that is killed', () => {
  it('at 25 random points loses nothing and asks nothing twice', async () => {
    await killRuns(plain({ kills: 25, seed, tell }));
  }).timeout(300_000);

  it('at 5 random points, by a server with faults, comes to the same pairs', async () => {
    await killRuns(faulty({ kills: 5, seed, tell }, 400));
  }).timeout(300_000);
});
