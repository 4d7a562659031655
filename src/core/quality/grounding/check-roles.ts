import type { Reason } from '../../dataset/model.js';
import type { Candidate } from './align.js';
import type { Sentence } from './sentences.js';
import type { Text } from './text.js';
import type { Token } from './tokens.js';

/** Where a word stands towards the verb: who does it, whom or what it is done to, where it comes from or goes to. */
type Role = 'agent' | 'other' | 'from' | 'to';

interface Frame {
  readonly verb: number;
  /** By the key of the word; a word that stands in two roles has none. */
  readonly roles: ReadonlyMap<string, { readonly role: Role; readonly at: number }>;
}

const be = /^(?:am|is|are|was|were|be|been|being|get|gets|got)$/;
const auxiliary =
  /^(?:am|is|are|was|were|be|been|being|has|have|had|do|does|did|can|could|may|might|must|shall|should|will|would|to|cannot)$/;
const determiner =
  /^(?:the|a|an|this|that|these|those|its|their|his|her|our|your|my|any|each|every|some|no|of|in|on|at|for|with|by|from|into|than)$/;
const clauseEnd = /^(?:[;:()—–]|but|while|whereas|because|although|when|if|unless|which|who|that|where)$/;
const participle = /(?:ed|en|wn|ht|ld|id|de|nt|ung|pt|st|lt|ut|et|ade|ought|aught|old)$/;

/** Whether token `i` may be the verb of its clause: after an auxiliary, or an inflected form after a noun. */
function isVerb(tokens: readonly Token[], i: number, from: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== 'word' || token.word.stop || (token.capital && i > from)) return false;
  let before = tokens[i - 1];
  if (i - 1 < from || before === undefined) return false;
  if (
    before.word.low.endsWith('ly') ||
    before.word.negator ||
    /^(?:also|then|first|always|only)$/.test(before.word.low)
  )
    before = tokens[i - 2];
  if (before === undefined) return false;
  if (auxiliary.test(before.word.low)) return true;
  if (before.kind !== 'word' || determiner.test(before.word.low)) return false;
  return /(?:ed|s|es)$/.test(token.word.low) || irregularPast.test(token.word.low);
}

const irregularPast =
  /^(?:paid|made|gave|took|sold|bought|brought|built|began|broke|chose|drew|drove|led|left|lent|lost|met|ran|said|sent|shot|spoke|stole|taught|told|threw|won|wrote|beat|hit|cut|put|set|held|kept|found|got|became|saw|knew|fought|caught|struck|overtook|withdrew|wed)$/;

/** The head words before `verb`: the last of each run of content words, unless a preposition makes it an aside. */
function headsBetween(
  tokens: readonly Token[],
  from: number,
  to: number,
  roleOf: (preposition: string | undefined, nth: number) => Role | undefined,
  into: Map<string, { role: Role; at: number }>,
): void {
  let preposition: string | undefined;
  let nth = 0;
  for (let i = from; i < to; i++) {
    const token = tokens[i]!;
    if (token.kind === 'mark') {
      if (token.text === ',') preposition = undefined;
      continue;
    }
    if (token.kind === 'number') continue;
    if (token.word.stop) {
      if (
        /^(?:by|to|from|of|in|on|at|for|with|within|under|over|after|before|during|against|into|through|about|between|than|as|without|until|since|via|per)$/.test(
          token.word.low,
        )
      ) {
        preposition = token.word.low;
      } else if (token.word.low === 'and' || token.word.low === 'or') {
        // goes on in the same role
      }
      continue;
    }
    const next = tokens[i + 1];
    const last = next === undefined || i + 1 >= to || next.kind !== 'word' || next.word.stop;
    const proper = token.capital;
    if (!last && !proper) continue;
    const role = roleOf(preposition, nth);
    if (role !== undefined) {
      const key = `${token.key}${token.word.sign}`;
      const seen = into.get(key);
      if (seen === undefined) into.set(key, { role, at: i });
      else if (seen.role !== role) into.delete(key);
    }
    if (last) {
      preposition = undefined;
      nth++;
    }
  }
}

/** The frames of a sentence: its verbs, and who stands where. */
function framesOf(text: Text, sentence: Sentence, verbs: ReadonlySet<string> | undefined): Frame[] {
  const { tokens } = text;
  const frames: Frame[] = [];
  for (let v = sentence.from + 1; v < sentence.to; v++) {
    const verb = tokens[v]!;
    if (verbs !== undefined && !verbs.has(verb.key)) continue;
    const comparative = verb.kind === 'word' && comparesAt(tokens, v, sentence.to);
    if (!comparative && !isVerb(tokens, v, sentence.from)) continue;
    let start = v;
    while (start > sentence.from && !clauseEnd.test(tokens[start - 1]!.word.low)) start--;
    let end = v + 1;
    while (end < sentence.to && !clauseEnd.test(tokens[end]!.word.low)) end++;
    let helper = v - 1;
    while (
      helper > start &&
      (tokens[helper]!.word.low.endsWith('ly') ||
        tokens[helper]!.word.negator ||
        tokens[helper]!.word.low === 'also')
    )
      helper--;
    const by = tokens.slice(v + 1, Math.min(end, v + 12)).some((token) => token.word.low === 'by');
    const passive =
      !comparative &&
      ((be.test(tokens[helper]!.word.low) && participle.test(verb.word.low)) ||
        (by && participle.test(verb.word.low) && !auxiliary.test(tokens[helper]!.word.low)));
    const roles = new Map<string, { role: Role; at: number }>();
    headsBetween(
      tokens,
      start,
      v,
      (preposition) =>
        preposition === undefined
          ? passive
            ? 'other'
            : 'agent'
          : preposition === 'by'
            ? 'agent'
            : undefined,
      roles,
    );
    headsBetween(
      tokens,
      v + 1,
      end,
      (preposition) => {
        if (preposition === undefined || (comparative && preposition === 'than')) return 'other';
        if (preposition === 'by') return passive ? 'agent' : undefined;
        if (preposition === 'to' || preposition === 'into') return 'to';
        return preposition === 'from'
          ? 'from'
          : preposition === 'for' ||
              preposition === 'with' ||
              preposition === 'of' ||
              preposition === 'against' ||
              preposition === 'over' ||
              preposition === 'as'
            ? 'other'
            : undefined;
      },
      roles,
    );
    frames.push({ verb: v, roles });
  }
  return frames;
}

/** "faster than", "more expensive than": a comparison has two sides, as a verb has. */
function comparesAt(tokens: readonly Token[], i: number, to: number): boolean {
  if (tokens[i]!.word.stop) return false;
  for (let j = i + 1; j < Math.min(to, i + 4); j++) if (tokens[j]!.word.low === 'than') return true;
  return false;
}

/** Whether two roles are opposed: done by and done to, from and to. */
function opposed(a: Role, b: Role): boolean {
  if (a === b) return false;
  if (a === 'agent' || b === 'agent') return true;
  return (a === 'from' && b === 'to') || (a === 'to' && b === 'from');
}

interface Crossing {
  readonly verb: number;
  readonly first: number;
  readonly second: number;
}

/** Two words whose roles are the other way round in every frame of the source that has both. */
function crossingOf(
  frame: Frame,
  others: readonly Frame[],
  answer: Text,
  source: Text,
): Crossing | 'straight' | undefined {
  const mine = answer.tokens[frame.verb]!;
  let crossing: Crossing | undefined;
  for (const other of others) {
    const theirs = source.tokens[other.verb]!;
    if (theirs.key !== mine.key) continue;
    // "A is faster than B" is "B is slower than A".
    const converse = mine.word.sign * theirs.word.sign === -1;
    const shared: { mine: Role; theirs: Role; at: number }[] = [];
    for (const [key, { role, at }] of frame.roles) {
      const there = other.roles.get(key);
      if (there !== undefined) shared.push({ mine: role, theirs: there.role, at });
    }
    let straight = 0;
    const turned: number[] = [];
    for (const each of shared) {
      if (opposed(each.mine, each.theirs)) turned.push(each.at);
      else if (each.mine === each.theirs) straight++;
    }
    if (shared.length < 2) continue;
    if (converse ? turned.length >= 2 : turned.length < 2) {
      if (converse ? turned.length >= 2 : straight >= 1) return 'straight';
      continue;
    }
    if (!converse) crossing ??= { verb: frame.verb, first: turned[0]!, second: turned[1]! };
  }
  return crossing;
}

/** Swapped roles in one sentence of the answer: "A pays B" where the source says "B pays A". */
export function checkRoles(
  source: Text,
  answer: Text,
  index: number,
  candidates: readonly Candidate[],
): Reason[] {
  const mine = answer.sentences[index]!;
  const frames = framesOf(answer, mine, undefined);
  if (frames.length === 0 || candidates.length === 0) return [];
  const verbs = new Set(frames.map((frame) => answer.tokens[frame.verb]!.key));
  const others = candidates.flatMap((candidate) =>
    framesOf(source, source.sentences[candidate.sentence]!, verbs),
  );
  const reasons: Reason[] = [];
  for (const frame of frames) {
    const crossing = crossingOf(frame, others, answer, source);
    if (crossing === undefined || crossing === 'straight') continue;
    const { tokens } = answer;
    const [a, b] = [tokens[crossing.first]!, tokens[crossing.second]!];
    reasons.push({
      code: 'role',
      message: `swaps "${a.text}" and "${b.text}": in the source they stand the other way round to "${tokens[crossing.verb]!.text}"`,
      at: [Math.min(a.start, b.start), Math.max(a.end, b.end)],
    });
  }
  return reasons.slice(0, 1);
}
