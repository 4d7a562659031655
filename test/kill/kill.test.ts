import { killRuns } from './harness.js';

describe('a run that is killed', () => {
  it('at 25 random points loses nothing and asks nothing twice', async () => {
    await killRuns(25, Number(process.env.SEED ?? 1), () => undefined);
  }).timeout(300_000);
});
