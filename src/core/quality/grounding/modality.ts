import type { Flip } from './flips.js';
import type { Stretch, Text } from './text.js';

const modals = new Map<string, 'duty' | 'option'>([
  ['must', 'duty'],
  ['shall', 'duty'],
  ['may', 'option'],
  ['can', 'option'],
  ['could', 'option'],
  ['might', 'option'],
]);

/** "must submit" where the source says "may submit": the same verb under another kind of modal. */
export function modality(source: Text, answer: Text, mine: Stretch, theirs: Stretch): Flip[] {
  const read = (text: Text, sentence: Stretch): Map<string, { kind: string; at: number }> => {
    const found = new Map<string, { kind: string; at: number }>();
    for (let i = sentence.from; i < sentence.to; i++) {
      const kind = modals.get(text.tokens[i]!.word.low);
      if (kind === undefined || text.tokens[i]!.capital) continue;
      for (let j = i + 1; j < Math.min(sentence.to, i + 6); j++) {
        const token = text.tokens[j]!;
        if (token.kind === 'mark') break;
        if (token.word.negator) break;
        if (token.word.stop || token.word.low.endsWith('ly')) continue;
        found.set(token.key, { kind, at: i });
        break;
      }
    }
    return found;
  };
  const ours = read(answer, mine);
  if (ours.size === 0) return [];
  const their = read(source, theirs);
  const flips: Flip[] = [];
  for (const [key, { kind, at }] of ours) {
    const other = their.get(key);
    if (other === undefined || other.kind === kind) continue;
    flips.push({
      kind: 'modal',
      message: `says "${answer.tokens[at]!.text}", the source says "${source.tokens[other.at]!.text}"`,
      from: at,
      to: at + 1,
    });
  }
  return flips;
}
