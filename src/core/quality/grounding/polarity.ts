import type { Sentence } from './sentences.js';
import type { Token } from './tokens.js';

/** A word that turns what follows, and what it turns. */
export interface Cue {
  readonly at: number;
  /** The content words that it turns, nearest first; at most 3. */
  readonly targets: readonly number[];
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
  if (low === 'no' && (next.text === '.' || next.text === ',') && next.glued)
    return i === from || /^\d/.test(tokens[i + 2]?.text ?? '');
  if (bounded.test(next.word.low)) {
    if (next.word.low === 'only' || next.word.low === 'just' || next.word.low === 'necessarily') return true;
    return tokens[i + 2]?.word.low === 'than';
  }
  if (/exceed/.test(next.word.low)) return true;
  return low === 'not' && tokens[i - 1]?.word.low === 'or' && tokens[i - 2]?.word.low === 'whether';
}

/** The cues of a sentence; marks in `negated` (one place a token) what they turn. */
export function cuesOf(tokens: readonly Token[], sentence: Sentence, negated: Uint8Array): Cue[] {
  const cues: Cue[] = [];
  for (let i = sentence.from; i < sentence.to; i++) {
    const token = tokens[i]!;
    if (token.kind !== 'word' || !token.word.negator || idle(tokens, i, sentence.from)) continue;
    const targets: number[] = [];
    for (let j = i + 1; j < sentence.to; j++) {
      const next = tokens[j]!;
      if (
        next.kind === 'mark'
          ? scopeEnds.test(next.text) && next.text !== '|'
          : scopeWords.test(next.word.low) || next.word.negator
      )
        break;
      if (next.kind === 'mark') continue;
      negated[j] = 1;
      if (!next.word.stop && targets.length < 3) targets.push(j);
    }
    cues.push({ at: i, targets });
  }
  return cues;
}
