/**
 * Kills runs at random points, 200 times or as often as told: `npm run test:kill -- 50`. With `faults`, kills a run of
 * 10,000 chunks, or as many as told, against a server with faults: `npm run test:kill -- 20 faults 2000`. SEED picks the
 * points.
 */
import { killRuns } from './harness.js';
import { faulty, plain } from './plans.js';

const [kills, faults, chunks = '10000'] = process.argv.slice(2);
const seed = Number(process.env.SEED ?? Date.now() % 100_000);
const tell = (line: string): void => console.log(line);
console.log(`seed ${seed}`);
const report = await killRuns(
  faults === undefined
    ? plain({ kills: Number(kills ?? 200), seed, tell })
    : faulty({ kills: Number(kills ?? 20), seed, tell }, Number(chunks)),
);
console.log(
  `${report.kills} kills in ${report.runs} runs: nothing lost, nothing doubled, ${report.askedAgain} asked again`,
);
