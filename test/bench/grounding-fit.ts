import { writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { candidatesFor } from '../../src/core/quality/grounding/align.js';
import { weighStrangeWords } from '../../src/core/quality/grounding/check-strange-words.js';
import { clausesOf } from '../../src/core/quality/grounding/clauses.js';
import { alignmentOf } from '../../src/core/quality/grounding/counterparts.js';
import { layOut, type Layout } from '../../src/core/quality/grounding/layout.js';
import { strangeWords, traits } from '../../src/core/quality/grounding/strange-words.js';
import { analyse, type Text } from '../../src/core/quality/grounding/text.js';
import { ground, prepareSource } from '../../src/core/quality/index.js';
import { readAnswers, readSet, type Triple } from './grounding-set.js';
import { writerOf } from './grounding-writers.js';
import { dot, fit, type Sample } from './logistic.js';

/**
 * Fits the weights by which a changed word is told from a paraphrase, by logistic regression on the development
 * documents, and shows what they come to for each writer when they and the threshold are fitted on the others alone.
 * `--write` then fits them on all and writes them to `strange-weights.ts`.
 */

/** What share of the true answers may be flagged by them beyond those that the rules flag. */
const allowed = 0.007;
/** Kinds of changes that put a word in another's place. */
const fitted = new Set(['out', 'within', 'opposite', 'role', 'unit']);

interface Answer {
  readonly writer: string;
  readonly kind: string;
  /** By the rules. */
  readonly flagged: boolean;
  readonly words: readonly Sample[];
}

function layoutsOf(source: Text, answer: Text, question: Text): Layout[] {
  return answer.sentences.flatMap((sentence, index) => {
    const candidates = candidatesFor(source, answer, sentence, question);
    const alignment = alignmentOf(source, answer, index, candidates);
    if (alignment === undefined) return [];
    const clauses = clausesOf(source, answer, sentence, question, candidates);
    return layOut(source, answer, [question], index, candidates, clauses, alignment);
  });
}

/** For each token of a changed answer, whether the true one has it less often up to there. */
function freshIn(before: Text, after: Text): boolean[] {
  const left = new Map<string, number>();
  for (const { word } of before.tokens) left.set(word.low, (left.get(word.low) ?? 0) + 1);
  return after.tokens.map(({ word }) => {
    const count = left.get(word.low) ?? 0;
    left.set(word.low, count - 1);
    return count <= 0;
  });
}

function answersOf({ document, source, question, answer, changes }: Triple): Answer[] {
  const ready = prepareSource(source);
  const asked = analyse(question);
  const before = analyse(answer);
  return [{ kind: 'true', answer }, ...changes].map(({ kind, answer: completion }) => {
    const after = analyse(completion);
    const layouts = layoutsOf(ready.text, after, asked);
    const { reasons } = ground({ source: ready, question, completion }).grounding;
    // Only where the rules find nothing are the weights asked.
    const byWeights = JSON.stringify(layouts.flatMap((each) => weighStrangeWords(each).reason ?? []));
    const fresh = freshIn(before, after);
    return {
      writer: writerOf(document),
      kind,
      flagged: reasons.length > 0 && JSON.stringify(reasons) !== byWeights,
      words: layouts.flatMap((layout) =>
        strangeWords(layout).map((word) => ({
          traits: word.traits,
          changed: fitted.has(kind) && fresh[word.at]!,
        })),
      ),
    };
  });
}

/** Of answers that the rules let pass: the words of true ones, and the changed words of changed ones. */
const forFit = (answers: readonly Answer[]): Sample[] =>
  answers
    .filter(({ flagged }) => !flagged)
    .flatMap(({ kind, words }) => words.filter(({ changed }) => kind === 'true' || changed));

const worst = (weights: readonly number[], { words }: Answer): number =>
  Math.max(-99, ...words.map((word) => dot(weights, word.traits)));

const answers = [...readSet('development'), ...readAnswers()].flatMap((triple) => answersOf(triple));
const writers = [...new Set(answers.map(({ writer }) => writer))];

/** What the most suspicious word of each answer comes to, by weights fitted on the other writers. */
const unseen = new Map<Answer, number>();
for (const writer of writers) {
  const weights = fit(forFit(answers.filter((answer) => answer.writer !== writer)), traits.length);
  for (const answer of answers) if (answer.writer === writer) unseen.set(answer, worst(weights, answer));
}

/** Above which sum the allowed share of the true answers lies. */
function thresholdOf(part: readonly Answer[]): number {
  const plain = part.filter(({ kind }) => kind === 'true');
  const sums = plain.filter(({ flagged }) => !flagged).map((answer) => unseen.get(answer)!);
  return sums.toSorted((a, b) => b - a)[Math.round(allowed * plain.length)] ?? 99;
}

const suspected = new Set<Answer>();
for (const writer of writers) {
  const threshold = thresholdOf(answers.filter((answer) => answer.writer !== writer));
  for (const answer of answers)
    if (answer.writer === writer && unseen.get(answer)! > threshold) suspected.add(answer);
}

const told = (answer: Answer): boolean => answer.flagged || suspected.has(answer);
const byRules = ({ flagged }: Answer): boolean => flagged;
const share = (part: readonly Answer[], holds: (answer: Answer) => boolean): string =>
  part.length === 0
    ? '-'
    : `${((100 * part.filter((each) => holds(each)).length) / part.length).toFixed(1)}%`;

function show(name: string, part: readonly Answer[]): void {
  const plain = part.filter(({ kind }) => kind === 'true');
  const changed = part.filter(({ kind }) => kind !== 'true');
  console.log(
    `${name.padEnd(8)} caught ${share(changed, byRules)} by rules, ${share(changed, told)} with weights; ` +
      `false alarms ${share(plain, byRules)}, ${share(plain, told)}`,
  );
}
for (const writer of writers)
  show(
    writer,
    answers.filter((answer) => answer.writer === writer),
  );
show(
  'others',
  answers.filter(({ writer }) => writer !== 'author'),
);
show('all', answers);
for (const kind of [...new Set(answers.map((answer) => answer.kind))].toSorted())
  show(
    kind,
    answers.filter((answer) => answer.kind === kind),
  );

if (process.argv.includes('--write')) {
  const path = new URL('../../src/core/quality/grounding/strange-weights.ts', import.meta.url).pathname;
  const weights = fit(forFit(answers), traits.length);
  const worth = Object.fromEntries(traits.map((trait, k) => [trait, Number(weights[k]!.toFixed(2))]));
  const text = `import type { traits } from './strange-words.js';

// Made by \`npx tsx test/bench/grounding-fit.ts --write\` from the development documents; not to be changed by hand.

/** From which sum on a word is told. */
export const threshold = ${thresholdOf(answers).toFixed(2)};

/** What each trait of a strange word is worth: above 0 it speaks for a change, below 0 for a paraphrase. */
export const weights: Readonly<Record<(typeof traits)[number], number>> = ${JSON.stringify(worth)};
`;
  writeFileSync(path, await format(text, { ...(await resolveConfig(path)), parser: 'typescript' }));
}
