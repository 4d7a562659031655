import type { Text } from './text.js';

export const be = /^(?:am|is|are|was|were|be|been|being|get|gets|got)$/;
export const participle = /(?:ed|en|wn|ht|ld|id|de|nt|ung|pt|st|lt|ut|et|ade|ought|aught|old|ft)$/;
const between = /ly$|^(?:not|never|also|then|first|later|only|still|already|just|been|be)$/;

/** Whether a word is a verb in the passive: "was sold", "hired by". */
export function isPassive({ tokens }: Text, at: number): boolean {
  if (!participle.test(tokens[at]!.word.low)) return false;
  for (let i = at - 1; i >= Math.max(0, at - 4); i--) {
    const { low } = tokens[i]!.word;
    if (be.test(low)) return true;
    if (!between.test(low)) break;
  }
  for (let i = at + 1; i < Math.min(tokens.length, at + 4); i++) {
    if (tokens[i]!.word.low === 'by') return true;
    if (tokens[i]!.kind === 'mark') break;
  }
  return false;
}
