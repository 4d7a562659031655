import { opensObject } from './auxiliaries.js';
import { parseClause, parseCore } from './clause.js';
import type { Clause } from './parts.js';
import { isPlural } from './nouns.js';
import { withoutBrackets, type Token } from './tokens.js';
import { isNounish, verbAs } from './verbs.js';
import { finiteAuxiliaries, isAdverb, modals, prepositions } from './words.js';

/** Most verbs of one subject that are told apart. */
const MOST = 4;

/**
 * "A meeting lasts 40 minutes and costs £95" as two clauses with the same subject: each can be asked for. None where
 * the sentence has one verb only, or it is not certain that what follows "and" is another.
 */
export function conjunctsOf(clause: Clause): Clause[] {
  if (clause.base === '' || clause.subject.length > 9) return [];
  const { rest } = clause;
  const found: { readonly at: number; readonly clause: Clause }[] = [];
  let depth = 0;
  for (let i = 0; i < rest.length - 1 && found.length < MOST; i++) {
    const token = rest[i] as Token;
    if (/^[(“]$/.test(token.text)) depth++;
    if (/^[)”]$/.test(token.text)) depth--;
    if (depth !== 0) continue;
    // What follows may go on with the inner clause
    if (/^[;:—–]$/.test(token.text) || INNER.test(token.low)) break;
    if (i === 0) continue;
    const at = verbAfterJoint(rest, i);
    if (at < 0) continue;
    const next = followUp(clause, rest, at);
    if (next) found.push({ at: i, clause: next });
  }
  const [first] = found;
  // A list of nouns has commas too: only "and" shows that the last of them is a verb
  if (!first || !found.some(({ at }) => isJoint(rest, at))) return [];
  return [
    ...(!clause.negated && (first.at >= 2 || clause.copula)
      ? [{ ...clause, rest: rest.slice(0, first.at) }]
      : []),
    ...found.flatMap((each, i) => {
      const length = (found[i + 1]?.at ?? rest.length) - each.at;
      const kept = each.clause.rest.slice(
        0,
        found[i + 1] === undefined
          ? undefined
          : Math.max(0, length - (rest.length - each.at - each.clause.rest.length)),
      );
      return kept.length > 0 && !kept[0]?.mark && !LEANING.test(each.clause.base)
        ? [{ ...each.clause, rest: kept }]
        : [];
    }),
  ];
}

/** Begins a clause within the clause. */
const INNER =
  /^(?:if|when|whenever|unless|while|because|although|though|since|until|before|after|where|that|who|whose|which|whether|how|why|what)$/;

/** What one begins or goes on with is told by the verb before. */
const LEANING = /^(?:begin|start|continue|stop|finish|do|be|go|come|become|remain|stay)$/;

const isJoint = (rest: readonly Token[], at: number): boolean =>
  /^(?:and|but|or)$/.test(rest[at]?.low ?? '') ||
  (rest[at]?.text === ',' && /^(?:and|but|or)$/.test(rest[at + 1]?.low ?? ''));

/** Where the words after a comma or an "and" at `at` begin that could be a verb; or -1. */
function verbAfterJoint(rest: readonly Token[], at: number): number {
  const token = rest[at] as Token;
  const comma = token.text === ',';
  if (!comma && !/^(?:and|but|or)$/.test(token.low)) return -1;
  if (!comma && rest[at - 1]?.text === ',') return -1;
  let from = at + 1;
  if (comma && /^(?:and|but|or)$/.test(rest[from]?.low ?? '')) from++;
  while (isAdverb(rest[from]?.low ?? '') && !finiteAuxiliaries.has(rest[from]?.low ?? '')) from++;
  const verb = rest[from];
  if (!verb || verb.mark || verb.capital) return -1;
  return finiteAuxiliaries.has(verb.low) ||
    verbAs(verb.low, 'third', 'past', 'base', 'past-or-participle', 'participle') !== undefined
    ? from
    : -1;
}

/** The clause that the subject makes with the verb at `at`. */
function followUp(clause: Clause, rest: readonly Token[], at: number): Clause | undefined {
  const verb = rest[at] as Token;
  const tail = rest.slice(at);
  const after = rest[at + 1];
  const subject = withoutBrackets(clause.subject);
  // "gives talks and tours to schools": two nouns
  const before = rest[at - 2];
  if (isNounish(verb.low) && before && isPlural(before.low) && (!after || prepositions.has(after.low)))
    return undefined;
  const { auxiliary } = clause;
  const parsed = (words: readonly Token[]): Clause | undefined => {
    const core = parseCore(words);
    return core && core.subject.length === subject.length && !core.negated
      ? { ...core, front: clause.front, subject: clause.subject }
      : undefined;
  };
  if (finiteAuxiliaries.has(verb.low))
    return agrees(clause, verb.low) ? parsed([...subject, ...tail]) : undefined;
  if (auxiliary !== undefined) {
    if (clause.negated) return undefined;
    const shared =
      (modals.has(auxiliary.low) &&
        !clause.passive &&
        verbAs(verb.low, 'base') !== undefined &&
        !isNounish(verb.low)) ||
      (clause.passive &&
        clause.group.length === 1 &&
        verbAs(verb.low, 'participle', 'past-or-participle') !== undefined &&
        verbAs(verb.low, 'base') === undefined &&
        (after === undefined || prepositions.has(after.low) || isAdverb(after.low)));
    if (shared) return parsed([...subject, auxiliary, ...tail]);
    if (!clause.copula) return undefined;
  }
  const fits =
    clause.tense === 'past'
      ? verbAs(verb.low, 'past', 'past-or-participle') !== undefined
      : clause.plural
        ? verbAs(verb.low, 'base') !== undefined
        : verbAs(verb.low, 'third') !== undefined;
  // "are headache and dry mouth": two nouns
  const plainly = clause.tense === 'past' || !clause.plural || (after !== undefined && opensObject(after));
  return fits && plainly ? parsed([...subject, ...tail]) : undefined;
}

/** "and is thought" goes with one, "and are thought" with many. */
function agrees({ plural }: Clause, auxiliary: string): boolean {
  if (/^(?:is|was|has|does)$/.test(auxiliary)) return !plural;
  return /^(?:are|were|have|do)$/.test(auxiliary) ? plural : true;
}

/** "The trust lets and manages 3,140 homes": two verbs with one object, as one clause that asks for both. */
export function jointVerbs(tokens: readonly Token[]): Clause | undefined {
  const at = tokens.findIndex((token, i) => {
    const before = tokens[i - 1]?.low ?? '';
    const after = tokens[i + 1]?.low ?? '';
    const form = verbAs(after, 'third', 'past')?.form;
    return (
      i > 1 &&
      i < 9 &&
      token.low === 'and' &&
      form !== undefined &&
      verbAs(before, form) !== undefined &&
      /^(?:the|an?|its|their|all|every|\d[\d,]*)$/.test(tokens[i + 2]?.low ?? '')
    );
  });
  if (at < 0) return undefined;
  const clause = parseClause([...tokens.slice(0, at), ...tokens.slice(at + 2)]);
  const second = verbAs(tokens[at + 1]?.low ?? '', 'third', 'past');
  return clause && second && clause.auxiliary === undefined && clause.verb === tokens[at - 1]
    ? {
        ...clause,
        base: `${clause.base} and ${second.base}`,
        group: tokens.slice(at - 1, at + 2),
      }
    : undefined;
}
