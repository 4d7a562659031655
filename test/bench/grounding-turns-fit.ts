import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { candidatesFor } from '../../src/core/quality/grounding/align.js';
import { turnKinds, weighTurns, type TurnKind } from '../../src/core/quality/grounding/check-turns.js';
import { clausesOf } from '../../src/core/quality/grounding/clauses.js';
import { analyse, type Text } from '../../src/core/quality/grounding/text.js';
import { toldOf } from '../../src/core/quality/grounding/turns.js';
import { ground, prepareSource, type PreparedSource } from '../../src/core/quality/index.js';
import { seededChanges } from './grounding-seeded.js';
import { readAnswers, readSet, type Triple } from './grounding-set.js';
import { writerOf } from './grounding-writers.js';
import { dot, fit, type Sample } from './logistic.js';

/**
 * Fits the weights by which a turned sentence (a word become its opposite, a denial added or left out) is told from a
 * paraphrase, by logistic regression on the development documents, and shows what they come to for each writer when
 * they and the threshold are fitted on the others alone. `--write` then fits them on all and writes `turn-weights.ts`.
 */

/** What share of the true answers may be flagged by them. */
const allowed = 0.0225;
/** In how many parts it is shared out among the kinds. */
const steps = 20;
/** Kinds of changes that turn a sentence. */
const fitted = new Set(['negation', 'opposite', 'unit']);
const kinds = Object.keys(turnKinds) as TurnKind[];

interface Found extends Sample {
  readonly kind: TurnKind;
  /** The same for what an answer and its changes share. */
  readonly id: string;
}

interface Answer {
  readonly writer: string;
  readonly kind: string;
  /** By other checks. */
  readonly flagged: boolean;
  readonly turns: readonly Found[];
}

const after = 6;

function turnsIn(source: Text, answer: Text, question: Text): Omit<Found, 'changed'>[] {
  return answer.sentences.flatMap((sentence, index) => {
    const candidates = candidatesFor(source, answer, sentence, question);
    const clauses = clausesOf(source, answer, sentence, question, candidates);
    const told = toldOf(source, answer, index, candidates, clauses, question);
    return kinds.flatMap((kind) =>
      turnKinds[kind].find(told).map(({ at, other, traits }) => {
        const written = answer.tokens
          .slice(at, at + (kind === 'added' ? after : 1))
          .map(({ word }) => word.low);
        // A denial that is left out is told by what stands in the answer where it stood.
        const own = kind === 'dropped' ? traits.map((trait) => Math.round(trait)) : written;
        const there =
          kind === 'words' ? source.tokens[other]!.word.low : kind === 'dropped' ? String(other) : '';
        return { kind, traits, id: [kind, there, ...own].join(' ') };
      }),
    );
  });
}

/** Whether other checks than that for turns flag an answer. */
function flaggedElsewhere(source: PreparedSource, completion: string, question: string): boolean {
  const { reasons } = ground({ source, question, completion }).grounding;
  if (reasons.length === 0) return false;
  const [answer, asked] = [analyse(completion), analyse(question)];
  const turned = answer.sentences.flatMap((sentence, index) => {
    const candidates = candidatesFor(source.text, answer, sentence, asked);
    const clauses = clausesOf(source.text, answer, sentence, asked, candidates);
    const { reason } = weighTurns(source.text, answer, index, candidates, clauses, asked);
    return reason === undefined ? [] : [reason];
  });
  const told = new Set(turned.map(({ message }) => message));
  return reasons.some(({ message }) => !told.has(message));
}

function answersOf({ document, source, question, answer, changes }: Triple): Answer[] {
  const ready = prepareSource(source);
  const asked = analyse(question);
  const before = new Set(turnsIn(ready.text, analyse(answer), asked).map(({ id }) => id));
  return [{ kind: 'true', answer }, ...changes].map(({ kind, answer: completion }) => ({
    writer: writerOf(document),
    kind,
    flagged: flaggedElsewhere(ready, completion, question),
    turns: turnsIn(ready.text, analyse(completion), asked).map((turn) => ({
      ...turn,
      changed: fitted.has(kind) && !before.has(turn.id),
    })),
  }));
}

type Weights = Readonly<Record<TurnKind, readonly number[]>>;

/** Of true answers all that was found, of changed ones what the true one does not have. */
function fitAll(answers: readonly Answer[]): Weights {
  const of = (kind: TurnKind): number[] =>
    fit(
      answers
        .flatMap((answer) => answer.turns.filter(({ changed }) => changed || answer.kind === 'true'))
        .filter((turn) => turn.kind === kind),
      turnKinds[kind].traits.length,
    );
  return { words: of('words'), added: of('added'), dropped: of('dropped') };
}

type Sums = Readonly<Record<TurnKind, number>>;

/** What the most suspicious turn of each kind comes to. */
function worst(weights: Weights, { turns }: Answer): Sums {
  const most = (kind: TurnKind): number =>
    Math.max(
      -99,
      ...turns.filter((turn) => turn.kind === kind).map(({ traits }) => dot(weights[kind], traits)),
    );
  return { words: most('words'), added: most('added'), dropped: most('dropped') };
}

const answers = [
  ...readSet('development').map((triple) => ({
    ...triple,
    changes: [...triple.changes, ...seededChanges(triple)],
  })),
  ...readAnswers(),
].flatMap((triple) => answersOf(triple));
const writers = [...new Set(answers.map(({ writer }) => writer))];

/** What the most suspicious turns of each answer come to, by weights fitted on the other writers. */
const unseen = new Map<Answer, Sums>();
for (const writer of writers) {
  const weights = fitAll(answers.filter((answer) => answer.writer !== writer));
  for (const answer of answers) if (answer.writer === writer) unseen.set(answer, worst(weights, answer));
}

const isTold = (answer: Answer, thresholds: Sums): boolean =>
  kinds.some((kind) => unseen.get(answer)![kind] > thresholds[kind]);

/**
 * The sums above which a turn is told, one for each kind, so that the allowed share of the true answers lies above one of
 * them and the most changed ones do. The allowed share is parted among the kinds in `steps`.
 */
function thresholdsOf(part: readonly Answer[]): Sums {
  const open = part.filter(({ flagged }) => !flagged);
  const [plain, changed] = [
    open.filter(({ kind }) => kind === 'true'),
    open.filter(({ kind }) => fitted.has(kind)),
  ];
  const most = Math.round(allowed * part.filter(({ kind }) => kind === 'true').length);
  const sorted = (kind: TurnKind): number[] =>
    plain.map((answer) => unseen.get(answer)![kind]).toSorted((a, b) => b - a);
  const sums = { words: sorted('words'), added: sorted('added'), dropped: sorted('dropped') };
  let best: { readonly caught: number; readonly thresholds: Sums } | undefined;
  for (let a = 0; a <= steps; a++)
    for (let b = 0; a + b <= steps; b++) {
      const at = (count: number): number => Math.floor((most * count) / steps);
      const thresholds = {
        words: sums.words[at(a)] ?? 99,
        added: sums.added[at(b)] ?? 99,
        dropped: sums.dropped[at(steps - a - b)] ?? 99,
      };
      const caught = changed.filter((answer) => isTold(answer, thresholds)).length;
      if (best === undefined || caught > best.caught) best = { caught, thresholds };
    }
  return best!.thresholds;
}

const share = (part: readonly Answer[], holds: (answer: Answer) => boolean): string =>
  part.length === 0
    ? '-'
    : `${((100 * part.filter((each) => holds(each)).length) / part.length).toFixed(1)}%`;

for (const writer of writers) {
  const thresholds = thresholdsOf(answers.filter((answer) => answer.writer !== writer));
  const part = answers.filter((answer) => answer.writer === writer);
  const told = (answer: Answer): boolean => isTold(answer, thresholds);
  const of = (kind: string): string =>
    share(
      part.filter((answer) => answer.kind === kind),
      told,
    );
  console.log(
    `${writer.padEnd(8)} caught alone ${of('negation')} of denials, ${of('opposite')} of opposites; ` +
      `false alarms ${of('true')}`,
  );
}

if (process.argv.includes('--write')) {
  const path = new URL('../../src/core/quality/grounding/turn-weights.ts', import.meta.url).pathname;
  const found = fitAll(answers);
  const worth = Object.fromEntries(
    kinds.map((kind) => [
      kind,
      Object.fromEntries(
        turnKinds[kind].traits.map((trait, k) => [trait, Number(found[kind][k]!.toFixed(2))]),
      ),
    ]),
  );
  const text = `import type { addedTraits } from './added-denials.js';
import type { droppedTraits } from './dropped-denials.js';
import type { wordTraits } from './turned-words.js';

// Made by \`npx tsx test/bench/grounding-turns-fit.ts --write\` from the development documents; not to be changed by hand.

type Worth<T extends readonly string[]> = Readonly<Record<T[number], number>>;

/** From which sum on a turn is told. */
export const thresholds = ${JSON.stringify(thresholdsOf(answers), (_, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(2)) : value))};

/** What each trait of a turn is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: {
  readonly words: Worth<typeof wordTraits>;
  readonly added: Worth<typeof addedTraits>;
  readonly dropped: Worth<typeof droppedTraits>;
} = ${JSON.stringify(worth)};
`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'typescript' }));
}
