/** Kills runs at random points, 200 times or as often as told: `npm run test:kill -- 50`. SEED picks the points. */
import { killRuns } from './harness.js';

const seed = Number(process.env.SEED ?? Date.now() % 100_000);
console.log(`seed ${seed}`);
const report = await killRuns(Number(process.argv[2] ?? 200), seed, (line) => console.log(line));
console.log(
  `${report.kills} kills in ${report.runs} runs: nothing lost, nothing doubled, ${report.askedAgain} asked again`,
);
