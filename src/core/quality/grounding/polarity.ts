import type { Sentence } from './sentences.js';
import type { Token } from './tokens.js';

/** A word that turns what follows, and what it turns. */
export interface Cue {
  readonly at: number;
  /** The content words that it turns, nearest first; at most 3. */
  readonly targets: readonly number[];
  /** Nothing follows: it turns what stands before it, "the others cannot". */
  readonly bare: boolean;
}

const scopeEnds = /^[,;:()[\]—–.!?|]$/;
const scopeWords =
  /^(?:but|because|although|though|while|whereas|unless|if|when|which|who|so|until|after|before|except|since|then|however)$/;
const bounded =
  /^(?:more|less|fewer|later|earlier|longer|greater|higher|lower|least|most|sooner|older|younger|larger|smaller|only|just|least|necessarily)$/;

/** Whether the negator at `i` denies nothing: "no more than 5", "not only", "whether or not", "No. 5", a bare "No,". */
function idle(tokens: readonly Token[], i: number, from: number): boolean {
  const low = tokens[i]!.word.low;
  const next = tokens[i + 1];
  if (next === undefined) return low === 'no';
  // "the no-claims discount"
  if (next.text === '-' && next.glued && tokens[i + 2]?.glued === true) return true;
  if (low === 'no' && (next.text === '.' || next.text === ',') && next.glued)
    return i === from || /^\d/.test(tokens[i + 2]?.text ?? '');
  if (bounded.test(next.word.low)) {
    if (next.word.low === 'only' || next.word.low === 'just' || next.word.low === 'necessarily') return true;
    return tokens[i + 2]?.word.low === 'than' || tokens[i + 3]?.word.low === 'than';
  }
  if (/exceed/.test(next.word.low)) return true;
  return low === 'not' && tokens[i - 1]?.word.low === 'or' && tokens[i - 2]?.word.low === 'whether';
}

/** How many tokens an exclusion takes that begins at `i`; 0 where none does. */
function exclusionAt(tokens: readonly Token[], i: number, from: number): number {
  const { low } = tokens[i]!.word;
  const next = tokens[i + 1]?.word.low ?? '';
  if (/^(?:except|excluding|outside|unlike|excepting)$/.test(low))
    return /^(?:for|in|on|at|when|from)$/.test(next) ? 2 : 1;
  if (
    (low === 'instead' && next === 'of') ||
    (low === 'rather' && next === 'than') ||
    (low === 'other' && next === 'than')
  )
    return 2;
  if ((low === 'apart' || low === 'aside') && next === 'from') return 2;
  // "on the quay but not in the tents"
  if (low !== 'not' || i === from) return 0;
  const before = tokens[i - 1]!;
  if (before.word.low !== 'but' && before.word.low !== 'and' && before.text !== ',') return 0;
  return /^(?:in|on|at|for|to|from|by|with|the|a|an|those|during|under|of)$/.test(next) ||
    tokens[i + 1]?.capital === true ||
    tokens[i + 1]?.kind === 'number' ||
    tokens[i + 1]?.word.opensFact === true
    ? 1
    : 0;
}

/** Marks in `excluded` what a sentence sets apart: "outside London", "except Mondays", "but not in Iceland". */
export function markExclusions(tokens: readonly Token[], sentence: Sentence, excluded: number[]): void {
  for (let i = sentence.from; i < sentence.to; i++) {
    if (!tokens[i]!.word.setsApart) continue;
    const length = exclusionAt(tokens, i, sentence.from);
    if (length === 0) continue;
    let taken = 0;
    for (let j = i + length; j < Math.min(sentence.to, i + 8) && taken < 3; j++) {
      const token = tokens[j]!;
      if (token.kind === 'mark') {
        if (scopeEnds.test(token.text)) break;
        continue;
      }
      if (
        /^(?:and|but|which|who|that|is|are|was|were|has|have|must|may|can|will|do|does)$/.test(token.word.low)
      )
        break;
      if (token.word.stop) continue;
      excluded[j] = 1;
      taken++;
    }
  }
}

const modal = /^(?:must|may|can|shall|should|will|would|is|are|was|were|has|have|had)$/;

/** "the others cannot": the words of the clause before a denial that ends it. */
function turnSubject(
  tokens: readonly Token[],
  at: number,
  from: number,
  negated: number[],
  targets: number[],
): void {
  for (let j = at - 1; j >= from && targets.length < 3; j--) {
    const { kind, word } = tokens[j]!;
    if (kind === 'mark' || word.border > 0 || scopeWords.test(word.low)) break;
    if (word.stop) continue;
    if (word.sign === 0) negated[j] = 1;
    targets.push(j);
  }
}

/** The cues of a sentence; marks in `negated` (one place a token) what they turn. */
export function cuesOf(tokens: readonly Token[], sentence: Sentence, negated: number[]): Cue[] {
  const cues: Cue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]!;
    // "childless": turned in itself.
    if (token.word.without) negated[i] = 1 - negated[i]!;
    if (token.kind !== 'word' || !token.word.negator || idle(tokens, i, sentence.from)) continue;
    const targets: number[] = [];
    const ofVerbs = !/^(?:no|neither|nor|nobody|none|nothing)$/.test(token.word.low);
    for (let j = i + 1; j < sentence.to; j++) {
      const next = tokens[j]!;
      if (
        next.kind === 'mark'
          ? scopeEnds.test(next.text) && next.text !== '|'
          : scopeWords.test(next.word.low) || next.word.negator
      )
        break;
      if (next.kind === 'mark') continue;
      if (next.word.low === 'and') break;
      // "partners who are not married must have lived": the next verb is not denied; after "no member" it is.
      if (targets.length > 0 && ofVerbs && modal.test(next.word.low)) break;
      negated[j] = tokens[j]!.word.without ? 0 : 1;
      const longer = next.word.low === 'longer' && j === i + 1;
      if (!next.word.stop && !longer && targets.length < 3) targets.push(j);
    }
    const bare = targets.length === 0 && ofVerbs && (i + 1 >= sentence.to || tokens[i + 1]!.kind === 'mark');
    if (bare) turnSubject(tokens, i, sentence.from, negated, targets);
    cues.push({ at: i, targets, bare });
  }
  return cues;
}
