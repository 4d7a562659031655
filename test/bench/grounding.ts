import { ground } from '../../src/core/quality/index.js';
import { seededChanges } from './grounding-seeded.js';
import { readAnswers, readSet, type Triple } from './grounding-set.js';

/**
 * How many changed facts the grounding check catches, and how many true answers it flags: with changes made by a program,
 * and with those that writers made, which are subtler. The rules were written with the development half in view; the
 * held-out part is other documents, and counts. `--show` lists what went wrong on the development half.
 */
const show = process.argv.includes('--show');
const wantedCaught = 0.8;
const wantedAlarms = 0.05;

interface Tally {
  right: number;
  all: number;
}

/** At which shares of flagged true answers the scores alone are looked at. */
const shares = [0.03, 0.05, 0.1];

/** How many changed answers score less than all but a share of the true ones. */
function caughtByScore(plain: readonly number[], changed: readonly number[], allowed: number): string {
  const bound = plain.toSorted((a, b) => a - b)[Math.floor(allowed * plain.length)] ?? 0;
  const caught = changed.filter((score) => score < bound).length;
  return `${percent({ right: caught, all: changed.length })} at ${100 * allowed}%`;
}

const ratio = ({ right, all }: Tally): number => (all === 0 ? 0 : right / all);
const percent = (tally: Tally): string =>
  `${(100 * ratio(tally)).toFixed(1)}% (${tally.right} of ${tally.all})`;

function measure(
  name: string,
  triples: readonly Triple[],
  verbose: boolean,
): { caught: Tally; alarms: Tally } {
  const caught: Tally = { right: 0, all: 0 };
  const alarms: Tally = { right: 0, all: 0 };
  const kinds = new Map<string, Tally>();
  const plain: number[] = [];
  const changed: number[] = [];
  for (const { document, source, question, answer, changes } of triples) {
    const { grounding } = ground({ source, question, completion: answer });
    alarms.all++;
    plain.push(grounding.score);
    if (grounding.verdict !== 'supported') {
      alarms.right++;
      if (verbose)
        console.log(
          `  alarm  ${document}: ${question} / ${answer}\n         ${JSON.stringify(grounding.reasons)}`,
        );
    }
    for (const change of changes) {
      const kind = kinds.get(change.kind) ?? { right: 0, all: 0 };
      kinds.set(change.kind, kind);
      kind.all++;
      caught.all++;
      const { verdict, score } = ground({ source, question, completion: change.answer }).grounding;
      changed.push(score);
      if (verdict !== 'supported') {
        kind.right++;
        caught.right++;
      } else if (verbose) console.log(`  missed ${document} ${change.kind}: ${question} / ${change.answer}`);
    }
  }
  console.log(`${name}: ${triples.length} true answers`);
  for (const [kind, tally] of [...kinds].toSorted())
    console.log(`  caught ${kind.padEnd(9)} ${percent(tally)}`);
  console.log(`  caught all       ${percent(caught)}`);
  console.log(`  false alarms     ${percent(alarms)}`);
  console.log(`  by score         ${shares.map((share) => caughtByScore(plain, changed, share)).join(', ')}`);
  return { caught, alarms };
}

// Until new documents are held out, the ratio is that of the development half, which says less.
const heldOut = process.argv.includes('--development') ? [] : readSet('held-out');
const parts = [
  ['development', [...readSet('development'), ...readAnswers()]] as const,
  ['held-out', heldOut] as const,
].filter(([, triples]) => triples.length > 0);
const results: string[] = [];
for (const [n, [part, triples]] of parts.entries()) {
  const seeded = triples.map((triple) => ({
    ...triple,
    changes: triple.changes.length === 0 ? [] : seededChanges(triple),
  }));
  for (const [by, set] of [
    ['by a program', seeded],
    ['by writers', triples],
  ] as const) {
    const { caught, alarms } = measure(`${part}, changed ${by}`, set, show && part === 'development');
    if (n < parts.length - 1) continue;
    const figures = `bench grounding: ${part}, changed ${by}, caught ${ratio(caught).toFixed(3)} at ${ratio(alarms).toFixed(3)} false alarms`;
    if (by === 'by writers') {
      results.unshift(`${figures} (subtler; no bound)`);
      continue;
    }
    const good = ratio(caught) >= wantedCaught && ratio(alarms) <= wantedAlarms;
    results.push(`${figures} (wanted >= ${wantedCaught} at <= ${wantedAlarms}) ${good ? 'ok' : 'MISSED'}`);
    if (!good) process.exitCode = 1;
  }
}
for (const line of results) console.log(line);
