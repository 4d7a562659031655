import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import { converse, partnerKeys } from './converse.js';
import { framesOf, type Frame, type Role } from './frames.js';
import { sameName, type Name } from './names.js';
import { inCompound, textOf, type Text } from './text.js';

/** Whether two roles are opposed: done by and done to, from and to. */
function opposed(a: Role, b: Role): boolean {
  if (a === b) return false;
  if (a === 'agent' || b === 'agent') return true;
  return (a === 'from' && b === 'to') || (a === 'to' && b === 'from');
}

interface Crossing {
  readonly first: number;
  readonly second: number;
  /** Both have changed roles, and the verb is in the voice that the source has it in. */
  readonly plain: boolean;
}

/** How a frame of the answer lies on one of the source: two words crossed, at least one straight, or neither. */
function compare(frame: Frame, other: Frame, source: Text): Crossing | 'straight' | undefined {
  let straight = 0;
  const turned: number[] = [];
  for (const [key, { role, at }] of frame.parts) {
    const there = other.parts.get(key);
    if (there === undefined) continue;
    if (opposed(role, there.role)) turned.push(at);
    // Where something goes to or comes from says nothing of who does it.
    else if (role === there.role && (role === 'agent' || role === 'other')) straight++;
  }
  if (turned.length >= 2)
    return { first: turned[0]!, second: turned[1]!, plain: frame.passive === other.passive };
  if (straight > 0) return 'straight';
  // "Edward lent the merchants" for "the merchants lent him": one of the two is a pronoun in the source.
  const [only] = turned;
  if (only === undefined) return undefined;
  // "Trackwork had written to the farmer" for "he had written to Trackwork": the one who does it is a pronoun.
  {
    const mineOnly = [...frame.parts.values()].find(({ at }) => at === only)!;
    const byPronoun = /^(?:he|she|they|we|i)$/.test(source.tokens[other.subject]?.word.low ?? '');
    if (mineOnly.role === 'agent' && byPronoun) {
      const another = [...frame.parts.values()].find(({ at, role }) => at !== only && role !== 'agent');
      if (another !== undefined) return { first: only, second: another.at, plain: false };
    }
  }
  for (const [key, { role, at }] of frame.parts) {
    if (role === 'agent' && at !== only && !other.parts.has(key))
      return { first: at, second: only, plain: false };
  }
  return undefined;
}

/** Two words whose roles are the other way round in every frame of the source that has both. */
function crossingOf(
  frame: Frame,
  others: readonly Frame[],
  answer: Text,
  source: Text,
): Crossing | undefined {
  const mine = answer.tokens[frame.verb]!;
  let crossing: Crossing | undefined;
  for (const other of others) {
    const theirs = source.tokens[other.verb]!;
    const told = converse(answer, frame, source, other);
    if (told !== undefined) crossing ??= { ...told, plain: false };
    if (theirs.key !== mine.key) continue;
    // "A is faster than B" is "B is slower than A".
    const turned = mine.word.sign * theirs.word.sign === -1;
    const found = compare(frame, other, source);
    if (found === undefined || turned) continue;
    if (found === 'straight') return undefined;
    crossing ??= found;
  }
  return crossing;
}

const nameAt = (text: Text, at: number): Name | undefined =>
  text.names.find(
    (name) => name.from <= at && at < name.to && (name.kind === 'actor' || name.kind === 'proper'),
  );

/** Whether a word stands for someone who does things: a person, an office, a name. */
const isSomeone = (text: Text, at: number): boolean =>
  text.tokens[at]!.word.actor || nameAt(text, at) !== undefined;

/** Whether two words may be taken for one another: two that do things, or what stands alike in two like clauses. */
const mistakable = (answer: Text, { first, second, plain }: Crossing): boolean =>
  plain || (isSomeone(answer, first) && isSomeone(answer, second));

/** The names that do what a frame says; undefined where someone does it who is not named. */
function agentsOf(text: Text, frame: Frame, source: Text): Name[] | undefined {
  const names: Name[] = [];
  for (const { role, at } of frame.parts.values()) {
    if (role !== 'agent') continue;
    const name = nameAt(text, at);
    if (name === undefined) return undefined;
    if (!name.certain && !source.sureNames.has(name.parts.at(-1)!)) return undefined;
    names.push(name);
  }
  return names.length === 0 ? undefined : names;
}

/** Who does it in the source, where that is someone else than in the answer in every frame of that verb. */
function otherAgent(
  frame: Frame,
  others: readonly Frame[],
  answer: Text,
  source: Text,
): { mine: Name; theirs: Name } | undefined {
  const mine = agentsOf(answer, frame, source);
  if (mine === undefined) return undefined;
  let theirs: Name | undefined;
  for (const other of others) {
    if (
      source.tokens[other.verb]!.text !== answer.tokens[frame.verb]!.text &&
      source.tokens[other.verb]!.key !== answer.tokens[frame.verb]!.key
    )
      continue;
    const agents = agentsOf(source, other, source);
    if (agents === undefined) return undefined;
    if (agents.some((each) => mine.some((own) => own.kind !== each.kind || sameName(own, each))))
      return undefined;
    theirs ??= agents[0]!;
  }
  return theirs === undefined ? undefined : { mine: mine[0]!, theirs };
}

/** How many words may describe a noun before it. */
const mostModifiers = 2;

/** "the 10,000 crowns of the state prize", for a prize of so many crowns: nothing but "of" leads from one to the other. */
function isOf({ tokens, factAt }: Text, from: number, to: number): boolean {
  const between = tokens.slice(from + 1, to);
  const leads = between.findIndex(({ word }) => word.low === 'of');
  return (
    leads === 0 &&
    between.slice(0, -mostModifiers).every(({ word }, i) => word.stop || factAt[from + 1 + i]! >= 0)
  );
}

/**
 * "James Barker", "Wal-Mart": two words beside each other, which are one thing; or "a judge whom the court appoints",
 * which turns the order of its words.
 */
function inOrder(answer: Text, { first, second }: Crossing): boolean {
  const [from, to] = first < second ? [first, second] : [second, first];
  return (
    inCompound(answer, from) ||
    inCompound(answer, to) ||
    to - from === 1 ||
    isOf(answer, from, to) ||
    answer.tokens.slice(from, to).some(({ word }) => /^(?:whom|nor)$/.test(word.low)) ||
    answer.names.some((name) => name.from <= from && to < name.to) ||
    (to - from === 2 && answer.tokens[from + 1]!.text === '-')
  );
}

/** A sentence of the source says it again if it covers this share of what the best one does. */
const closeToBest = 0.6;

/** Swapped or wrong roles in one sentence of the answer: "A pays B" where the source says "B pays A". */
export function checkRoles(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
): Reason[] {
  const [top] = candidates;
  const frames = framesOf(answer, index);
  if (top === undefined || frames.length === 0) return [];
  const verbs = new Set(
    frames.flatMap(({ verb }) => [answer.tokens[verb]!.key, ...partnerKeys(answer, verb)]),
  );
  const close = candidates.filter(({ cover }) => cover >= top.cover * closeToBest);
  const others = close.flatMap((candidate) => framesOf(source, candidate.sentence, verbs));
  for (const frame of frames) {
    const { tokens } = answer;
    const verb = tokens[frame.verb]!.text;
    const crossing = crossingOf(frame, others, answer, source);
    if (crossing !== undefined && mistakable(answer, crossing) && !inOrder(answer, crossing)) {
      const [a, b] = [tokens[crossing.first]!, tokens[crossing.second]!];
      return [
        {
          code: 'role',
          message: `swaps "${a.text}" and "${b.text}": in the source they stand the other way round to "${verb}"`,
          at: [Math.min(a.start, b.start), Math.max(a.end, b.end)],
        },
      ];
    }
    const agent = otherAgent(frame, others, answer, source);
    if (agent !== undefined) {
      const [mine, theirs] = [
        textOf(answer, agent.mine.from, agent.mine.to),
        textOf(source, agent.theirs.from, agent.theirs.to),
      ];
      return [
        {
          code: 'role',
          message: `says that ${mine} did it ("${verb}"), the source says ${theirs}`,
          at: [tokens[agent.mine.from]!.start, tokens[agent.mine.to - 1]!.end],
        },
      ];
    }
  }
  return [];
}
